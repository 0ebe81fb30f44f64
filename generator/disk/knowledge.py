"""The knowledge base from its files, or from the compiled copy of the same files.

The copy's name is the digest of every file's name and text and of the shape of the copy, so a
copy is never out of date. A cache folder that cannot be written costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.disk.write import write_atomically
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.parse import PACK_VERSION, pack, parse_knowledge, unpack
from generator.problems import Problem


def digest(files: Mapping[str, str]) -> str:
    """What the knowledge base built of these files depends on, as a file name."""
    summed = hashlib.sha256(str(PACK_VERSION).encode())
    for name, text in sorted(files.items()):
        for field in (name.encode(), text.encode("utf-8", "surrogatepass")):
            summed.update(len(field).to_bytes(8, "big") + field)
    return summed.hexdigest()[:24]


def load(
    files: Mapping[str, str], *, cache: Path
) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
    """Parsed, or unpacked if these very files were parsed before without a finding."""
    copy = cache / f"knowledge-{digest(files)}.bin"
    try:
        return unpack(copy.read_bytes()), ()
    except Exception:
        pass
    knowledge, problems = parse_knowledge(files)
    if knowledge is not None and not problems:
        with contextlib.suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            for old in cache.glob("knowledge-*.bin"):
                old.unlink(missing_ok=True)
            write_atomically(copy, pack(knowledge), durable=False)
    return knowledge, tuple(problems)
