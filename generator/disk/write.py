"""Writing files whole or not at all, and one run at a time.

Order: a temporary dot-file in the same folder (MkDocs skips those), write, fsync, rename, fsync
of the folder. Whatever stops a run, each file is the old one or the new one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # no such locks on Windows; two runs at once are then the user's care
    fcntl = None  # type: ignore[assignment]

TEMPORARY = ".briefings-"
"""How the name of a file that is being written begins."""


class LockedError(Exception):
    """Another run holds the lock."""


def write_atomically(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Replace the file. :exc:`OSError` leaves the old one, and no temporary file."""
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def settle_folder(folder: Path) -> None:
    """Make renames in the folder last through a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written. Only while holding the lock."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.startswith(TEMPORARY) and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    Path(parent, name).unlink()


@contextlib.contextmanager
def lock(cache: Path) -> Iterator[None]:
    """Hold the project for one run; :exc:`LockedError` if another does. Where no lock file can be
    made there is no lock."""
    with contextlib.ExitStack() as stack:
        try:
            cache.mkdir(parents=True, exist_ok=True)
            file = stack.enter_context((cache / "lock").open("ab"))
        except OSError:
            file = None
        if file is not None and fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise LockedError from None
            except OSError:
                pass  # a file system without locks
        yield
