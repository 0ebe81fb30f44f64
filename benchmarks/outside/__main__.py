"""``python -m benchmarks.outside --re3d DIR --gum DIR``: the tables of ``docs/quality.md``.

The data is not part of the project; each folder is given by whoever has it. re3d: one folder a
source with ``documents.json`` and ``entities.json``. GUM: ``xml/`` and ``coref/``. ``--misses``
lists what is missed and wrong most often. The same data and knowledge print the same tables.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.outside import gum, re3d

MOST = 60


def main() -> int:
    """Status 0, or 2 where no folder is given or one holds nothing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outside", description=__doc__)
    parser.add_argument("--re3d", type=Path, metavar="DIR")
    parser.add_argument("--gum", type=Path, metavar="DIR")
    parser.add_argument("--misses", action="store_true", help="list the commonest errors on re3d")
    asked = parser.parse_args()
    if asked.re3d is None and asked.gum is None:
        parser.error("name at least one folder: --re3d DIR, --gum DIR")
    if asked.re3d is not None:
        if not any(asked.re3d.glob("*/documents.json")):
            parser.error(f"no */documents.json below {asked.re3d}")
        print(re3d.report(asked.re3d))
        if asked.misses:
            for title, counted in zip(
                ("missed", "wrong"), re3d.misses(re3d.load(asked.re3d)), strict=True
            ):
                print(f"\n{title}")
                for surface, times in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[
                    :MOST
                ]:
                    print(f"{times:5}  {surface}")
    if asked.gum is not None:
        if not any(asked.gum.glob("xml/*.xml")):
            parser.error(f"no xml/*.xml below {asked.gum}")
        print()
        print(gum.report(asked.gum))
    return 0


if __name__ == "__main__":
    sys.exit(main())
