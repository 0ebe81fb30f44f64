"""Pagefind's lists of choices, put into one order.

Pagefind 1.5 writes what a search can be narrowed by in the order of a table that is another in
each run, and names those files by their content: the only thing in which two builds of a site
differed. A file is CBOR (RFC 8949) behind a signature, packed with gzip.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

_ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
_PAIR = b"\x82"
_ARRAY, _TEXTS = 4, (2, 3)


def put_in_order(folder: Path) -> None:
    """Sort the choices of Pagefind's files in ``folder`` and name the files anew. Files laid out in
    another way than those of 1.5 are left as they are; :exc:`OSError` if they cannot be written."""
    entry = folder / _ENTRY
    metas = list(folder.glob("*.pf_meta"))
    if len(metas) != 1 or not entry.is_file():
        return
    try:
        whole = _unpacked(metas[0])
        files = {path: _unpacked(path) for path in (folder / "filter").glob("*.pf_filter")}
        titles = {path: _title(content) for path, content in files.items()}
        pairs = {path: _PAIR + title + _name(path) for path, title in titles.items()}
        listed = sorted(pairs.values(), key=whole.index)
        contents = {path: _sorted(content) for path, content in files.items()}
    except (ValueError, IndexError, EOFError, OSError):
        return
    if b"".join(listed) not in whole:
        return
    own = {path: _renamed(path, content) for path, content in contents.items()}
    now = sorted(_PAIR + title + _name(own[path]) for path, title in titles.items())
    whole = whole.replace(b"".join(listed), b"".join(now))
    meta = _renamed(metas[0], whole)
    for old, new, content in (
        *((path, own[path], contents[path]) for path in files),
        (metas[0], meta, whole),
    ):
        old.unlink()
        new.write_bytes(gzip.compress(_SIGNATURE + content, mtime=0))
    told = entry.read_bytes()
    entry.write_bytes(told.replace(_hash(metas[0]).encode(), _hash(meta).encode()))


def _unpacked(path: Path) -> bytes:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise ValueError(path.name)
    return content[len(_SIGNATURE) :]


def _hash(path: Path) -> str:
    """``en_661bab9`` of ``filter/en_661bab9.pf_filter`` and of ``pagefind.en_661bab9.pf_meta``."""
    return path.stem.rpartition(".")[2]


def _name(path: Path) -> bytes:
    text = _hash(path).encode()
    if len(text) > 23:
        raise ValueError(path.name)
    return bytes([_TEXTS[1] << 5 | len(text)]) + text


def _renamed(path: Path, content: bytes) -> Path:
    language, _, old = _hash(path).rpartition("_")
    new = hashlib.sha256(content).hexdigest()[: len(old)]
    return path.with_name(path.name.replace(f"{language}_{old}", f"{language}_{new}"))


def _title(content: bytes) -> bytes:
    kind, size, at = _head(content, 0)
    if (kind, size) != (_ARRAY, 2):
        raise ValueError
    return content[at : _end(content, at)]


def _sorted(content: bytes) -> bytes:
    """A pair of a title and a list, the list sorted."""
    start = _end(content, _head(content, 0)[2])
    kind, size, at = _head(content, start)
    if kind != _ARRAY:
        raise ValueError
    items, first = [], at
    for _ in range(size):
        end = _end(content, at)
        items.append(content[at:end])
        at = end
    return content[:first] + b"".join(sorted(items)) + content[at:]


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """What stands there, its number or size, and where that ends."""
    kind, size = content[at] >> 5, content[at] & 31
    if size < 24:
        return kind, size, at + 1
    width = 1 << (size - 24)
    return kind, int.from_bytes(content[at + 1 : at + 1 + width]), at + 1 + width


def _end(content: bytes, at: int) -> int:
    kind, size, at = _head(content, at)
    if kind == _ARRAY:
        for _ in range(size):
            at = _end(content, at)
        return at
    return at + size if kind in _TEXTS else at
