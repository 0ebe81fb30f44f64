"""The order of the pages, and the site map: what is read gives the same bytes on any day.

MkDocs gives the day of the build as that on which each page last changed, and packs the site map
with the time in its head. Neither is known of a page that is planned anew in each build, so neither
is said. A day that another plugin has found out stays.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path, PurePosixPath

from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_date

from generator.disk.write import write_atomically

FILE = "sitemap.xml"
_LINE = r"\s*<lastmod>{}</lastmod>"


def undated(text: str) -> str:
    """The site map without the day of this build."""
    return re.sub(_LINE.format(re.escape(get_build_date())), "", text)


def pack(site: Path) -> None:
    """Pack the site map once more, without a time. A site without one is left alone."""
    whole, packed = site / FILE, site / f"{FILE}.gz"
    if whole.is_file() and packed.is_file():
        write_atomically(packed, gzip.compress(whole.read_bytes(), mtime=0), durable=False)


def in_order(files: Files, docs_dir: str) -> Files:
    """In the order in which MkDocs walks a folder, so that search index and site map are those
    of the same pages on disk."""

    def place(file: File) -> tuple[bool, tuple[tuple[int, str], ...]]:
        if file.src_dir not in (None, docs_dir):
            return True, ()  # the theme's, behind all pages, as they came
        *folders, name = file.src_uri.split("/")
        first = PurePosixPath(name).stem in ("index", "README")
        return False, (*((2, folder) for folder in folders), (0, "") if first else (1, name))

    return Files(sorted(files, key=place))
