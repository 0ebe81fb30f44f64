"""Where the name of a body ends that stands in another country: "the embassy in New Strelsau"."""

from __future__ import annotations

from generator.text.tokens import Tokens


def behind_host(tokens: Tokens, last: int, stop: int) -> int:
    """The index behind "in" and the capitalised words of the host, else ``last``."""
    if last >= stop or tokens.norms[last] != "in":
        return last
    end = last + 1
    while end < stop and tokens.raws[end][:1].isupper() and tokens.gap(end) == " ":
        end += 1
    return end if end > last + 1 else last
