"""What runs as `fardplan` and as `python -m fardplan`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the program and exit with its code; Ctrl-C ends it quietly even while it is loading."""
    # A command keeps nearly all that it reads: to go through it for garbage at Python's usual pace
    # takes a fifth of the time of a large validation and finds nothing.
    gc.set_threshold(1_000_000, 20, 100)
    # Nothing that happens to be installed beside fardplan has a say in its models, and to search
    # everything for it takes as long as to read a hundred files.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from fardplan.cli import app

        app(prog_name="fardplan")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # or Python goes through everything once more before it ends


if __name__ == "__main__":
    main()
