"""Cutting a sentence down to what it says, at clause bounds and nowhere else.

The words kept are always the source's own, in its order; nothing is reworded. What is cut:
lead-ins, asides in brackets, and whole parts at the end that a comma or semicolon sets off.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from generator.text.scripts import HAN_OR_KANA
from generator.text.syntax.clauses import (
    QUOTES,
    Cutting,
    closed,
    parts_of,
    plain,
    whole,
    word_count,
)
from generator.text.syntax.tails import TELLING, left_off, tells_on
from generator.text.trimming import trimmed

BRACKETS = re.compile(
    r"\s*[(（](?![^()（）]*(?:%|per ?cent\b))(?![A-Z][A-Za-z ]{0,30}[a-z]\) [(A-Z])[^()（）]*[)）]"
)
"""Asides in brackets, but not the odds that explain a word: "likely (55-80%)", and not the part of
a name: "the Harbour (Sanctions) Regulations"."""
LONGEST = 3000
"""Characters beyond which text has no stops."""
_LIST_ITEM = 7
_LONGEST_SOURCE = 14
_SOURCE = 3
"""Words of the shortest ", according to officials"."""
_TOLD_OF = TELLING | {"familiar", "briefed", "citing", "with", "speaking", "close"}
"""What opens the words that only describe a source."""
_BOUND = frozenset({
    "far", "long", "much", "many", "that", "is", "are", "was", "were", "has", "have", "had", "do",
    "does", "did", "will", "would", "can", "could", "may", "might", "should", "must",
})  # fmt: skip
"""What makes one term with the "so" before it: "so far", "so has the minister"."""


def units(text: str) -> tuple[str, ...]:
    """The parts of a sentence that stand as sentences of their own: split at semicolons outside
    quotation marks and brackets."""
    if ";" not in text and "；" not in text:
        return (text.strip(),) if text.strip() else ()
    parts: list[str] = []
    begin = depth = 0
    quoted = False
    for index, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char in "(“「『（":
            depth += 1
        elif char in ")”」』）":
            depth = max(0, depth - 1)
        elif char in ";；" and depth == 0 and not quoted:
            parts.append(text[begin:index])
            begin = index + 1
    parts.append(text[begin:])
    return tuple(part.strip() for part in parts if part.strip())


def condense(text: str, *, cutting: Cutting, limit: int, brackets: bool = False) -> str:
    """``text`` in at most about ``limit`` words, if its last clauses can be left off; else the
    shortest whole clause. ``brackets`` keeps asides in brackets."""
    body, said = _bare(text, cutting, brackets=brackets)
    if word_count(body + said) > limit:
        body = _drop_tail(body, cutting, limit - word_count(said)).rstrip(",;:. ")
    return finish(body + said)


def line(
    text: str, *, cutting: Cutting, limit: int, telling: AbstractSet[str] = frozenset()
) -> str | None:
    """``text`` in at most ``limit`` words, without the constituents that it loses least by, or None
    where no cut leaves a whole sentence. ``telling`` are folded words that are better kept."""
    body, said = _bare(text, cutting)
    stop = body[-1:] if not said and body[-1:] in ".!?" else ""
    sources = tuple(dict.fromkeys((said, _source_alone(said, cutting))))
    for source in sources:
        if word_count(body + source) <= limit:
            return finish(body + source)
    for source in sources:
        room = limit - word_count(source)
        shorter = trimmed(body.rstrip("."), cutting=cutting, limit=room, telling=telling)
        if shorter is not None:
            return finish(shorter + (source or stop))
    return None


def broken(text: str, *, cutting: Cutting, limit: int) -> str:
    """``text`` cut before a preposition, shown by "…", where no whole clause is so short; where
    that cannot be either, its shortest clause."""
    body, said = _bare(text, cutting)
    said = _source_alone(said, cutting)
    body = _drop_tail(body, cutting, limit - word_count(said)).rstrip(",;:. ")
    return finish(_cut_short(body, cutting, limit - word_count(said)) + said)


def _bare(text: str, cutting: Cutting, *, brackets: bool = False) -> tuple[str, str]:
    """A sentence without its lead-in and its asides in brackets, and the ", officials said" that
    closes it."""
    body = text.strip()
    if len(body) > LONGEST:  # no sentence; and asking where to cut grows with its square
        body = body[:LONGEST].rsplit(" ", 1)[0] + " …"
    if not brackets:
        body = BRACKETS.sub("", body)
    return _attribution(_without_links(drop_lead_in(body, cutting), cutting), cutting)


def _without_links(text: str, cutting: Cutting) -> str:
    """ "The navy, meanwhile, sailed" -> "The navy sailed"; "On May 3, however, it sailed" -> "On
    May 3, it sailed": what only links a sentence to the one before it."""
    if ", " not in text:
        return text
    parts = parts_of(text)
    for at in range(len(parts) - 2, 0, -1):
        link = parts[at].strip(" ,").casefold().replace("’", "'")
        if link in cutting.links and all(one.endswith(", ") for one in parts[at - 1 : at + 1]):
            on = parts[at + 1].startswith("that ") or tells_on(parts[at + 1], cutting)
            parts[at - 1 : at + 1] = [(parts[at - 1].rstrip(", ") + " ") if on else parts[at - 1]]
    return "".join(parts)


def _cut_short(text: str, cutting: Cutting, limit: int) -> str:
    """The most of a clause that stays whole before one of its prepositions. What takes something
    back ("without", "in case of") is never what is cut off."""
    words = text.split(" ")
    for cut in range(min(limit, len(words) - 2), _LIST_ITEM, -1):
        head, last = " ".join(words[:cut]), plain(words[cut - 1])
        following = plain(words[cut])
        second = following == "and" and plain(words[cut + 1]) in cutting.finite
        if (
            (following in cutting.stops or second)
            and last not in cutting.stops | cutting.unfinished | cutting.verbs
            and not last.endswith("ing")
            and not words[cut - 1].endswith((",", ";", ":"))
            and not any(plain(word) in cutting.taking_back for word in words[cut:])
            and closed(head)
            and whole(head, cutting)
        ):
            return head + " …"
    return text


def _attribution(text: str, cutting: Cutting) -> tuple[str, str]:
    """A sentence without its closing ", officials said", and that closing."""
    head, comma, tail = text.rpartition(",")
    words = [word.casefold().strip(".,\"'”’") for word in tail.split()]
    if not comma or not words or len(words) > _LONGEST_SOURCE or word_count(head) < _LIST_ITEM:
        return text, ""
    if words[0] == "and":  # "..., government, and ruling party sources said"
        head, comma, first = head.rpartition(",")
        if not comma or len(first.split()) > _SOURCE:
            return text, ""
        tail = f"{first},{tail}"
    if words[0] == "according" or any(word in cutting.speech for word in words[1:]):
        return head, "," + tail
    return text, ""


def _source_alone(said: str, cutting: Cutting) -> str:
    """ ", officials said in a report published on Monday" -> ", officials said"; ", according to
    two officials with knowledge of the talks" -> ", according to two officials"."""
    words = said.split(" ")
    verb = next((at for at, word in enumerate(words) if plain(word) in cutting.speech), None)
    if verb is not None:
        heard = plain(words[verb]) in {"told", "tells"}  # "told JOURNALISTS on Wednesday"
        return " ".join(words[: verb + 2 if heard else verb + 1])
    told = next(
        (at for at, word in enumerate(words) if at > _SOURCE and plain(word) in _TOLD_OF), None
    )
    return said if told is None else " ".join(words[:told])


def finish(text: str) -> str:
    """One sentence: first letter capital, closed by a stop, quotation marks whole."""
    body = text.strip().rstrip(",;:-–— 、，；：")
    if body.count('"') % 2:
        body = body.replace('"', "", 1) if body.startswith('"') else body + '"'
    for opening, closing in QUOTES.items():
        if body.count(opening) > body.count(closing):
            body += closing
    if body and body[0].islower():
        body = body[0].upper() + body[1:]
    if body and not re.search(r"[.!?。！？…][\"'”’」』)]*$", body):
        body += "。" if HAN_OR_KANA.match(body[-1:]) else "."
    return body


_LEAD_END = re.compile("[,:，：、]")
_LONGEST_LEAD = 60
"""Characters of an opening that may be cut off."""
_ANNOUNCING = 8
"""Words of an opening that announces what follows."""


def drop_lead_in(text: str, cutting: Cutting) -> str:
    for _ in range(2):
        mark = _LEAD_END.search(text, 0, _LONGEST_LEAD)
        rest = text[mark.end() :] if mark is not None else ""
        if mark is not None and word_count(rest) >= 4:
            words = text[: mark.start()].casefold().replace("’", "'").split()
            announced = mark.group() in ":：" and len(words) <= _ANNOUNCING
            if " ".join(words) in cutting.lead_ins or (announced and cutting.announces(words)):
                text = rest.strip()
                continue
        first, _, rest = text.partition(" ")
        bound = plain(rest.split(" ", 1)[0]) in _BOUND
        if first.casefold() in cutting.connectives and word_count(rest) >= 4 and not bound:
            text = rest.strip()
            continue
        break
    return text


def _drop_tail(text: str, cutting: Cutting, limit: int) -> str:
    parts = parts_of(text)
    best = text
    for count in left_off(parts, cutting):
        best = "".join(parts[:count]).strip()
        if word_count(best) <= limit:
            break
    return best
