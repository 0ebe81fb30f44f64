"""What was made once, kept from run to run: a file for each, named by the digest of all it
depends on, so that none is ever out of date.
"""

from __future__ import annotations

import contextlib
import hashlib
import zlib
from functools import lru_cache
from pathlib import Path

from generator.disk.write import write_atomically


class Shelf:
    """Packed bytes by name. A folder that cannot be written holds none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """What was put there, or None if there is nothing or it cannot be unpacked."""
        try:
            content = zlib.decompress((self._folder / key).read_bytes())
        except (OSError, zlib.error):
            return None
        self._used.add(key)
        return content

    def put(self, key: str, content: bytes) -> None:
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._folder / key, zlib.compress(content, 1), durable=False)
            self._used.add(key)

    def keep_used(self) -> None:
        """Remove what was neither read nor written since the last call."""
        used, self._used = self._used, set()
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in used:
                    path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Digest of the generator's code: a changed rule makes every copy worthless."""
    summed = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        summed.update(path.read_bytes())
    return summed.hexdigest()
