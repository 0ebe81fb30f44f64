"""What every test may rely on: where the project lies, no network, no chance."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# A property that fails must fail for everybody and again tomorrow; shared machines stall.
settings.register_profile("project", derandomize=True, deadline=None, database=None)
settings.load_profile("project")

os.environ["NO_MKDOCS_2_WARNING"] = "1"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> object:
    """Whatever leaves this machine is a fault: nothing is fetched once the set-up is done."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and isinstance(address, tuple):
            host = str(address[0])
            if not (host.startswith("127.") or host in {"::1", "localhost"}):
                raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()
