"""Typst without fardplan: what it sets is kept once, and then set again by Typst and nothing else.

python benchmarks/typst_alone.py keep DIR render ROADMAP -f pdf -o FILE
python benchmarks/typst_alone.py set DIR
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

_KEPT = ("main", "sys_inputs", "pdf_standards")


def keep(folder: Path, arguments: list[str]) -> None:
    """Run fardplan, and keep what it gives to Typst."""
    import typst

    from fardplan.__main__ import main
    from fardplan.documents.pdf import typst_files

    compile_pdf, find_folders = typst.compile_with_warnings, typst_files.font_folders
    fonts: list[str] = []

    def find_and_keep(template: Any) -> Any:
        folders = find_folders(template)
        fonts[:] = map(str, folders)
        return folders

    def compile_and_keep(main: str, **options: Any) -> Any:
        shutil.copytree(options["root"], folder / "root")
        kept = {"main": str(Path(main).relative_to(options["root"])), "fonts": fonts}
        kept |= {name: options[name] for name in _KEPT if name in options}
        folder.joinpath("kept.json").write_text(json.dumps(kept), encoding="utf-8")
        return compile_pdf(main, **options)

    typst_files.font_folders = find_and_keep
    typst.compile_with_warnings = compile_and_keep  # type: ignore[assignment]  # for this run
    sys.argv = ["fardplan", *arguments]
    main()


def set_kept(folder: Path) -> None:
    """Let Typst make the PDF of what was kept."""
    import typst

    kept = json.loads(folder.joinpath("kept.json").read_text(encoding="utf-8"))
    root = folder / "root"
    made = typst.compile(
        str(root / kept["main"]),
        root=str(root),
        font_paths=typst.Fonts(font_paths=kept["fonts"], include_system_fonts=False),
        sys_inputs=kept["sys_inputs"],
        pdf_standards=kept["pdf_standards"],
        timestamp=0,
    )
    folder.joinpath("alone.pdf").write_bytes(made)


if __name__ == "__main__":
    action, place, *rest = sys.argv[1:]
    if action == "keep":
        keep(Path(place), rest)
    else:
        set_kept(Path(place))
