"""The compiled copy of a knowledge base, for a cache.

Decides its shape alone. A copy holds what the files said, not what was derived from them.
"""

from __future__ import annotations

import hashlib
from functools import cache

import msgspec

from generator.knowledge.base import KnowledgeBase


def _version() -> str:
    """Changes with any knowledge type, so that no copy outlives the types it was made with."""
    shape = repr(msgspec.inspect.type_info(KnowledgeBase))
    return hashlib.sha256(f"1 {shape}".encode()).hexdigest()[:16]


PACK_VERSION: str = _version()
"""Belongs into the name of the copy, beside the digest of the files."""


def pack(kb: KnowledgeBase) -> bytes:
    """The knowledge base as MessagePack."""
    return msgspec.msgpack.encode(kb)


def unpack(data: bytes) -> KnowledgeBase:
    """The inverse of :func:`pack`; :exc:`msgspec.DecodeError` for anything else."""
    return _decoder().decode(data)


@cache
def _decoder() -> msgspec.msgpack.Decoder[KnowledgeBase]:
    return msgspec.msgpack.Decoder(KnowledgeBase)
