"""The stable identity of an article, read off its file name."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from generator.model import ArticleId

_HEX = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{12,}(?![0-9A-Za-z])")
_JOIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def article_id(file: str) -> ArticleId:
    """A run of twelve or more hexadecimal digits in the name; else the name as a slug; else,
    where the name would lose letters as a slug, a hash of it."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    run = _HEX.search(stem)
    if run:
        return ArticleId(run.group().lower())
    plain = unicodedata.normalize("NFKD", stem)
    ascii_only = plain.encode("ascii", errors="ignore").decode("ascii").lower()
    lost = any(ord(sign) > 127 and sign.isalnum() for sign in plain)
    slug = _JOIN.sub("-", ascii_only).strip("-")[:_LONGEST].strip("-")
    if slug and not lost:
        return ArticleId(slug)
    digest = hashlib.sha256(stem.encode("utf-8", errors="surrogatepass")).hexdigest()
    return ArticleId(f"article-{digest[:12]}")
