"""Cutting a sentence down to what it says, at clause bounds and nowhere else.

The words kept are always the source's own, in its order; nothing is reworded. What is cut:
lead-ins, asides in brackets, and whole parts at the end that a comma or semicolon sets off.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.scripts import HAN_OR_KANA, KANA_LETTER
from generator.text.syntax.clauses import (
    QUOTES,
    Cutting,
    closed,
    forms,
    has_main_verb,
    has_verb,
    parts_of,
    plain,
    whole,
    word_count,
)
from generator.text.syntax.constituents import endings
from generator.text.syntax.tails import TELLING, left_off, speaks_on, tells_on
from generator.text.trimming import trimmed

BRACKETS = re.compile(
    r"\s*[(（](?![^()（）]*(?:%|per ?cent\b))(?![A-Z][A-Za-z ]{0,30}[a-z]\) [(A-Z])[^()（）]*[)）]"
)
"""Asides in brackets, but not the odds that explain a word: "likely (55-80%)", and not the part of
a name: "the Harbour (Sanctions) Regulations"."""
LONGEST = 3000
"""Characters beyond which text has no stops."""
_LIST_ITEM = 7
_LONGEST_SOURCE, _LONGEST_TITLED, _ENDS = 14, 22, 4
"""Words of a source behind a sentence; of one whose title is told, if the word of speech closes it;
and the words in which that stands."""
_BEHIND_QUOTE = re.compile(r"[\"”] (?P<who>[^\"“”,;:]{3,60})$")
""" "... without preconditions” they said in a statement": a source that no comma sets off."""
_SOURCE = 3
"""Words of the shortest ", according to officials"."""
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_HAN_COMMA = re.compile("[，,；;]")
_SHORT_CLAUSE = 12
"""Words of the shortest beginning of a sentence that is printed for the whole."""
_SHORT_HAN = 12
"""Words of the shortest clauses that are left of a Chinese sentence."""
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
        body = _drop_tail(body, cutting, limit - word_count(said.lstrip(", "))).rstrip(",;:. ")
    return finish(body + said)


def line(
    text: str, *, cutting: Cutting, limit: int, telling: frozenset[str] = frozenset()
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
        room = limit - word_count(source.lstrip(", "))
        shorter = trimmed(body.rstrip("."), cutting=cutting, limit=room, telling=telling)
        if shorter is not None:
            return finish(shorter + (source or stop))
    return None


def broken(text: str, *, cutting: Cutting, limit: int) -> str:
    """``text`` ended before a phrase where what stands before it is whole; else cut before a
    preposition, shown by "…"; where that cannot be either, its shortest clause."""
    body, said = _bare(text, cutting)
    if 3 * len(HAN_OR_KANA.findall(body)) > len(body) and not KANA_LETTER.search(body):
        return finish(_clauses_of(body, cutting, limit))
    said = _source_alone(said, cutting)
    body = _drop_tail(body, cutting, limit - word_count(said.lstrip(", "))).rstrip(",;:. ")
    return finish(_cut_short(body, cutting, limit - word_count(said.lstrip(", "))) + said)


@lru_cache(maxsize=32)
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


def _clauses_of(text: str, cutting: Cutting, limit: int) -> str:
    """As many of the clauses between Chinese commas as the limit allows, where the last of them
    announces nothing and the next one takes nothing back."""
    for mark in reversed(list(_HAN_COMMA.finditer(text))):
        head = text[: mark.start()]
        if word_count(head) > limit or head.endswith(cutting.clause_open_ends):
            continue
        if word_count(head) < _SHORT_HAN or text.startswith(cutting.clause_turns, mark.end()):
            return text
        if closed(head):
            return head + "……"
    return text


def _cut_short(text: str, cutting: Cutting, limit: int) -> str:
    """The most of a clause that stays whole before one of its prepositions. What takes something
    back ("without", "in case of") is never what is cut off."""
    words = text.split(" ")
    for cut in endings(words, cutting):
        head = " ".join(words[:cut]).rstrip(",;: ")
        if _SHORT_CLAUSE <= cut <= limit and _stands_alone(words[:cut], head, cutting):
            return head
    for cut in range(min(limit, len(words) - 2), _LIST_ITEM, -1):
        head, last = " ".join(words[:cut]), plain(words[cut - 1])
        following = plain(words[cut])
        second = following == "and" and plain(words[cut + 1]) in cutting.finite
        if (
            (following in cutting.stops or second)
            and last not in cutting.stops | cutting.unfinished
            and (last not in cutting.verbs or words[cut - 2].endswith(_POSSESSIVE))
            and not last.endswith("ing")
            and not words[cut - 1].endswith((",", ";", ":"))
            and not cutting.takes_back([plain(word) for word in words[cut:]])
            and closed(head)
            and whole(head, cutting)
            and has_main_verb(words[:cut], cutting)
        ):
            return head + " …"
    return text


def _stands_alone(kept: list[str], head: str, cutting: Cutting) -> bool:
    """Whether the beginning of a sentence says something whole: no clause waits for its verb."""
    words = forms(head)
    which = max((at for at, word in enumerate(words) if word in TELLING), default=-1)
    return (
        closed(head)
        and whole(head, cutting)
        and has_main_verb(kept, cutting)
        and (which < 0 or has_verb(words[which + 1 :], cutting))
        and not speaks_on(kept, cutting)
        and not kept[-1][:1].isdigit()
    )


def _attribution(text: str, cutting: Cutting) -> tuple[str, str]:
    """A sentence without its closing ", officials said", and that closing."""
    head, comma, tail = text.rpartition(",")
    words = [word.casefold().strip(".,\"'”’") for word in tail.split()]
    quoted = _BEHIND_QUOTE.search(text)
    if quoted is not None and closed(text):
        own = [plain(word) for word in quoted["who"].split()]
        if not cutting.speech.isdisjoint(own[1:]) and "that" not in own:
            return text[: quoted.start("who") - 1], " " + quoted["who"]
    if comma and words and words[0] != "according" and cutting.speech.isdisjoint(words):
        return _said_by(text, cutting)
    if not comma or not words or word_count(head) < _LIST_ITEM:
        return text, ""
    titled = len(words) <= _LONGEST_TITLED and not cutting.speech.isdisjoint(words[-_ENDS:])
    if len(words) > _LONGEST_SOURCE and not (titled and TELLING.isdisjoint(words)):
        return text, ""
    if words[0] == "and":  # "..., government, and ruling party sources said"
        head, comma, first = head.rpartition(",")
        if not comma or len(first.split()) > _SOURCE:
            return text, ""
        tail = f"{first},{tail}"
    if words[0] == "according" or any(word in cutting.speech for word in words[1:]):
        return head, "," + tail
    return text, ""


def _said_by(text: str, cutting: Cutting) -> tuple[str, str]:
    """The same where the verb comes first and the source is told more of: "..., said Rupert Black,
    deputy head of the council and mayor of Zenda"."""
    parts = parts_of(text)
    for at in range(len(parts) - 2, 0, -1):
        words = parts[at].split()
        if plain(words[0]) in cutting.speech and parts[at - 1].endswith(", "):
            name = len(words) > 1 and (words[1][:1].isupper() or plain(words[1]) == "the")
            told = any(has_verb(forms(part), cutting) for part in parts[at + 1 :])
            head = "".join(parts[:at]).rstrip(", ")
            if name and not told and word_count(head) >= _LIST_ITEM:
                return head, ", " + "".join(parts[at:])
            break
    return text, ""


def _source_alone(said: str, cutting: Cutting) -> str:
    """ ", officials said in a report published on Monday" -> ", officials said"; ", according to
    two officials with knowledge of the talks" -> ", according to two officials"; ", said Rupert
    Black, the mayor of Zenda" -> ", said Rupert Black"."""
    words = said.split(" ")
    if len(words) > 1 and plain(words[1]) in cutting.speech:
        return said[:2] + said[2:].partition(",")[0]
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
