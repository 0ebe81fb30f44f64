"""Cutting a sentence down to what it says, at clause bounds and nowhere else.

The words kept are always the source's own, in its order; nothing is reworded. What is cut:
lead-ins, asides in brackets, and whole parts at the end that a comma or semicolon sets off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text.scripts import HAN_OR_KANA
from generator.text.syntax.clauses import (
    QUOTES,
    Cutting,
    closed,
    has_verb,
    parts_of,
    plain,
    whole,
    word_count,
)

BRACKETS = re.compile(
    r"\s*[(（](?![^()（）]*(?:%|per ?cent\b))(?![A-Z][A-Za-z ]{0,30}[a-z]\) [(A-Z])[^()（）]*[)）]"
)
"""Asides in brackets, but not the odds that explain a word: "likely (55-80%)", and not the part of
a name: "the Harbour (Sanctions) Regulations"."""
LONGEST = 3000
"""Characters beyond which text has no stops."""
_LIST_ITEM = 7
_ARTICLES = frozenset({"a", "an"})
_PLACING = frozenset({"at", "in", "on", "to", "from", "into", "off", "near"})
_JOINING = frozenset({"and", "but", "or"})
_SUBORDINATE = frozenset({
    "although", "though", "while", "whereas", "because", "since", "when", "where", "after",
    "before", "as", "if", "unless",
})  # fmt: skip
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where", "that"})
_CLAUSE, _PREDICATE = 12, 5
_TIME_AFTER = frozenset({"after", "before", "since"})
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_SPANS |= {f"{span}s" for span in _SPANS}
_LONGEST_SOURCE = 14
_BOUND = frozenset({
    "far", "long", "much", "many", "that", "is", "are", "was", "were", "has", "have", "had", "do",
    "does", "did", "will", "would", "can", "could", "may", "might", "should", "must",
})  # fmt: skip
"""What makes one term with the "so" before it: "so far", "so has the minister"."""
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "it", "they", "he", "she", "there"})


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


def condense(
    text: str, *, cutting: Cutting, limit: int, brackets: bool = False, hard: bool = False
) -> str:
    """``text`` in at most about ``limit`` words, if clause bounds allow; else the shortest whole
    clause. ``brackets`` keeps asides in brackets; ``hard`` cuts on before a preposition, and
    shows the cut by "…", where no clause ends in time."""
    body = text.strip()
    if len(body) > LONGEST:  # no sentence; and asking where to cut grows with its square
        body = body[:LONGEST].rsplit(" ", 1)[0] + " …"
    if not brackets:
        body = BRACKETS.sub("", body)
    body = drop_lead_in(body, cutting)
    body, said = _attribution(body, cutting)
    if word_count(body + said) > limit:
        body = _drop_tail(body, cutting, limit - word_count(said)).rstrip(",;:. ")
    if hard and word_count(body + said) > limit:
        body = _without_aside(body, cutting)
    if hard and word_count(body + said) > limit:
        said = _speech_alone(said, cutting)
    if hard and word_count(body + said) > limit:
        body = _cut_short(body, cutting, limit - word_count(said))
    return finish(body + said)


def _without_aside(text: str, cutting: Cutting) -> str:
    """ "The minister, a former general, said ..." -> "The minister said ...": what two commas set
    off between a subject and its verb."""
    parts = parts_of(text)
    if len(parts) < 3 or has_verb([plain(word) for word in parts[0].split()], cutting):
        return text
    verb = next(
        (at for at, part in enumerate(parts) if plain(part.split(" ", 1)[0]) in cutting.finite),
        0,
    )
    asides = [[plain(word) for word in part.split()] for part in parts[1:verb]]
    if any(words[0] in _JOINING for words in asides) or any(";" in one for one in parts[:verb]):
        return text  # "The minister of A; that of B; and that of C, met"
    if verb < 2 or any(has_verb(words, cutting) for words in asides if words[0] not in _RELATIVES):
        return text
    return parts[0].rstrip(", ") + " " + "".join(parts[verb:])


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
    if words[0] == "according" or any(word in cutting.speech for word in words[1:]):
        return head, "," + tail
    return text, ""


def _speech_alone(said: str, cutting: Cutting) -> str:
    """ ", officials said in a report published on Monday" -> ", officials said"."""
    words = said.split(" ")
    verb = next((at for at, word in enumerate(words) if plain(word) in cutting.speech), None)
    if verb is None:
        return said
    heard = plain(words[verb]) in {"told", "tells"}  # "told JOURNALISTS on Wednesday"
    return " ".join(words[: verb + 2 if heard else verb + 1])


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


def drop_lead_in(text: str, cutting: Cutting) -> str:
    for _ in range(2):
        head, comma, rest = text.partition(",")
        words = " ".join(head.casefold().replace("’", "'").split())
        if comma and words in cutting.lead_ins and word_count(rest) >= 4:
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
    for count in range(len(parts) - 1, 0, -1):
        following = parts[count].strip()
        kept = "".join(parts[:count]).strip()
        if not (
            _may_start_tail(following, cutting)
            or _spliced(following, cutting)
            or _enumerates(kept, following, cutting)
        ):
            continue
        if not whole(kept, cutting) or _leads_in(kept, cutting):
            break
        rest = parts[count:]
        if (
            _hangs(parts[count - 1], rest, cutting)
            or _goes_on(rest, cutting)
            or _resumes(parts[:count], following, cutting)
        ):
            continue
        best = kept
        if word_count(kept) <= limit:
            break
    return best


def _goes_on(rest: Sequence[str], cutting: Cutting) -> bool:
    """ "the KN-1, a missile of the army, and the KN-2", "put the ship, a freighter, at the pier":
    whether what is cut off goes on with what stands before the aside."""
    if plain(rest[0].split(" ", 1)[0]) not in _ARTICLES:
        return False
    if len(rest) > 1 and plain(rest[1].strip().split(" ", 1)[0]) in _PLACING:
        return True
    return any(
        words[0] in _JOINING and not has_verb(words[:_CLAUSE], cutting)
        for words in ([plain(word) for word in part.split()] for part in rest[1:])
        if words
    )


def _hangs(part: str, rest: Sequence[str], cutting: Cutting) -> bool:
    """ "and the skeptics, which ...", "hours after the paper, citing ...": the subject of a clause
    whose verb comes after an aside."""
    words = [plain(word) for word in part.split()]
    if not words or has_verb(words, cutting):
        return False
    if words[0] in _ARTICLES:
        return plain(rest[0].strip().split(" ", 1)[0]) in _PLACING
    if words[0] in _JOINING:
        return len(rest) > 1 and plain(rest[0].split(" ", 1)[0]) in _RELATIVES
    return words[0] in _SUBORDINATE or _apart(part)


def _resumes(kept: Sequence[str], following: str, cutting: Cutting) -> bool:
    """ "the missiles, whose range is 40 km, on the islands would ...": whether the verb of the
    sentence stands behind the aside that what is kept would end in."""
    words = [plain(word) for word in following.split()]
    verb = next((at for at, word in enumerate(words) if word in cutting.finite), 0)
    if words[0] not in _PLACING or not (_RELATIVES | _SUBORDINATE).isdisjoint(words[:verb]):
        return False
    aside = not _RELATIVES.isdisjoint(map(plain, kept[-1].split()))
    clause = map(plain, " ".join(kept[:-1]).split())
    return verb > 0 and aside and not has_verb(list(clause), cutting)


def _may_start_tail(part: str, cutting: Cutting) -> bool:
    """A part that can be left off: it opens a clause of its own, not a list item."""
    first = part.split(" ", 1)[0].casefold().strip("\"'“”")
    if first in {"and", "or"}:
        second = part.split(" ")[1:3]
        return (
            word_count(part) > _LIST_ITEM
            and bool(second)
            and (
                has_verb([word.casefold() for word in part.split()[1:_CLAUSE]], cutting)
                or _predicate(part.split()[1:_PREDICATE])
            )
        )
    return first in cutting.openers or _participle(part, cutting) or _apart(part)


def _participle(part: str, cutting: Cutting) -> bool:
    """ "giving the navy ...", "strolling past ...": but "jamming gear" is a thing."""
    first, _, rest = part.partition(" ")
    word = rest.split(" ", 1)[0]
    return plain(first).endswith("ing") and (
        not word[:1].islower()
        or plain(word) in cutting.stops | cutting.unfinished
        or plain(first) in cutting.verbs
    )


def _predicate(words: Sequence[str]) -> bool:
    """ "and on Thursday opened ...": a second thing done, and no item of a list."""
    at = 2 if words and words[0].casefold() in {"on", "in", "at"} else 0
    return len(words) > at and words[at].islower() and words[at].endswith("ed")


def _apart(part: str) -> bool:
    """ "two days after Northland threatened": when it was, as told by something else."""
    words = [plain(word) for word in part.split()[:_PREDICATE]]
    if words and words[0] in _DEMONSTRATIVES:
        return False  # "it comes 25 days after"
    return bool(_TIME_AFTER & set(words[1:])) and bool(_SPANS & set(words[:-1]))


def _enumerates(kept: str, following: str, cutting: Cutting) -> bool:
    """Whether a colon ends what is kept and what follows only counts up; where somebody speaks,
    the colon is what the speech begins with."""
    return (
        kept.endswith(":")
        and following[:1] not in {'"', "“"}
        and not any(plain(word) in cutting.speech for word in kept.split())
    )


def _leads_in(kept: str, cutting: Cutting) -> bool:
    """ "Seen as an answer to what both agreed on,": words without a subject of their own, which
    the clause behind the comma has."""
    opening, *others = parts_of(kept)
    first = plain(opening.split(" ", 1)[0])
    leads = first in cutting.finite or first.endswith(("ed", "ing"))
    return leads and not any(
        has_verb([plain(word) for word in one.split()], cutting) for one in others
    )


def _spliced(part: str, cutting: Cutting) -> bool:
    """A sentence of its own that only a comma joins to the one before: "this is the first"."""
    words = [word.casefold().strip(",.;:\"'“”()") for word in part.split()[:3]]
    return len(words) == 3 and words[0] in _DEMONSTRATIVES and bool(set(words[1:]) & cutting.verbs)
