"""Weapons by name that the knowledge base lacks, known by the class noun beside them.

Decides what of a run of capitals beside "missile" or "tank" is the name of a system: right before
the class noun ("the Dart missile"), after it with a word of naming, quotation marks or a number
("a drone dubbed Wasp", "the howitzer M109"), or told of by it. Looks only where a class noun is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from generator.extract.mentions.apposed import behind_comma, told_name
from generator.extract.mentions.rules import SystemWords
from generator.extract.mentions.view import CLOSING, OPENING, View
from generator.model import Document, EntityId, Mention, Sentence
from generator.text.slugs import slug
from generator.text.syntax.bounds import ends_phrase

_LONGEST = 3
_NAMING = 5
_ADJECTIVES = 2
_TITLE = 60
"""Words of the longest line that may be a title."""
_SHORTEST = 3
_ACRONYM = 5
_REACHING = 8
_MOST = 100
"""Names looked for again; a hostile article may hold thousands."""
_QUOTES = " " + "".join(OPENING)
_CLASS = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]\w+(?: [A-Z]\w+){0,2})(?<!max)-class "
    r"(?:[a-z]+ )??(?P<hull>[a-z]+)\b"
)
_FAMILY = re.compile(r"([A-Z][a-z]{3,})-\d{1,3}[A-Z]?")
_NEXT = re.compile(r" ([A-Za-z]+)")
_LINKS = frozenset({"the", "was", "is", "were", "as", "an", "a"})
""" "Was identified as the": these alone name nothing."""
_TOPICS = frozenset({"event", "instrument"})


def named_system(view: View, mention: Mention, first: int, last: int) -> Mention | None:
    """The unlisted system beside a class noun at a token range."""
    words = view.rules.systems
    if not mention.surface.isascii():
        return None
    found = _before(view, mention, first, words) or _after(view, last, words)
    run = found is None and told_name(
        view,
        (first, last),
        words,
        nameless=mention.entity in words.nameless,
        run_ending=_run_ending,
        numbered=_numbered,
    )
    if run:
        found = _system(view, *run, words, told=True)
    return None if found is None or _in_title(view, first) else found


def systems_again(
    document: Document, mentions: Sequence[Mention], bounds: Collection[str]
) -> list[Mention]:
    """The other places where an unlisted weapon of the article stands by its name alone; behind
    "the" also what a place is called, with no noun after it (``bounds``: words that are none)."""
    text = document.article.text
    named = {item.surface: item for item in mentions if item.kind == "weapon" and not item.known}
    if not named:
        return []
    named |= _of_a_family(named, text)
    taken = sorted(
        (item.start, item.end)
        for item in mentions
        if item.kind not in _TOPICS
        and not (
            item.kind == "place" and item.surface in named and _stands_alone(item, text, bounds)
        )
    )
    longest = sorted(named, key=len, reverse=True)[:_MOST]
    found_so = Counter(item.surface for item in mentions if item.kind == "weapon")
    if all(text.count(one) <= found_so[one] for one in longest):
        return []
    spaced = "|".join(re.escape(one) for one in longest if one.isascii())
    others = "|".join(re.escape(one) for one in longest if not one.isascii())
    forms = (rf"(?<![\w-])(?:{spaced})(?![\w])" if spaced else "", others)
    pattern = re.compile("|".join(form for form in forms if form))
    found: list[Mention] = []
    for sentence in document.sentences:
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            place = bisect_left(taken, (end, 0)) - 1
            if place >= 0 and taken[place][1] > start:
                continue
            same = named[match.group()]
            found.append(replace(same, start=start, end=end, sentence=sentence.id))
    return found


def _of_a_family(named: Mapping[str, Mention], text: str) -> dict[str, Mention]:
    """Further numbers of a family of which the article names one weapon: "the Dart-2 drone" and
    "production of the Dart-3"."""
    words = {match[1] for one in named if (match := _FAMILY.fullmatch(one))}
    if not words:
        return {}
    forms = "|".join(map(re.escape, sorted(words)[:_MOST]))
    some = next(iter(named.values()))
    return {
        one[0]: replace(some, surface=one[0], entity=EntityId(slug(one[0])))
        for one in re.finditer(rf"(?<![\w-])(?:{forms})-\d{{1,3}}[A-Z]?(?![\w-])", text)
        if one[0] not in named
    }


def _stands_alone(item: Mention, text: str, bounds: Collection[str]) -> bool:
    """ "The Zenda has sailed", but "the Zenda coast" and "from Zenda"."""
    if not text.endswith(("the ", "The "), 0, item.start):
        return False
    behind = _NEXT.match(text, item.end)
    word = behind[1].lower() if behind is not None else ""
    return not word or ends_phrase(word, bounds)


def classes_of_ships(
    document: Document, mentions: Sequence[Mention], words: SystemWords
) -> list[Mention]:
    """Classes named before a word for a ship that is no class noun: "the Zenda-class boats"."""
    if "-class" not in document.article.text:
        return []
    taken = sorted((item.start, item.end) for item in mentions if item.kind not in _TOPICS)
    found: list[Mention] = []
    for sentence in document.sentences:
        for match in _CLASS.finditer(sentence.text):
            name = match["name"]
            first = name.partition(" ")[0]
            if first.lower() in words.determiners:
                name = name[len(first) + 1 :]
            end = sentence.start + match.end("name")
            start = end - len(name)
            place = bisect_left(taken, (end, 0)) - 1
            free = place < 0 or taken[place][1] <= start
            if name and match["hull"] in words.hulls and free:
                found.append(_unlisted(sentence, start, end, name))
    return found


def _unlisted(sentence: Sentence, start: int, end: int, surface: str) -> Mention:
    return Mention(
        start=start,
        end=end,
        sentence=sentence.id,
        surface=surface,
        rule="pattern",
        kind="weapon",
        entity=EntityId(slug(surface)),
        known=False,
    )


def _before(view: View, mention: Mention, first: int, words: SystemWords) -> Mention | None:
    """ "the Dart missile", "a Zenda-class submarine", "a KA-1 light attack plane"."""
    tokens = view.tokens
    stop = first
    classed = first - 1 > view.first and tokens.norms[first - 1] in {"class", "type"}
    if classed and tokens.gap(first - 1) == "-":
        run = _run_ending(view, first - 1)
        return _system(view, run, first - 1, words) if run is not None else None
    while stop > view.first and first - stop < _ADJECTIVES and tokens.raws[stop - 1].islower():
        stop -= 1
    if stop < first:  # adjectives part it from the class noun: only a designation is sure
        run = _run_ending(view, stop)
        ok = run is not None and _numbered(view, run, stop) and _gaps_plain(view, stop, first)
        return _system(view, run, stop, words) if run is not None and ok else None
    gap = tokens.text[tokens.ends[first - 1] : tokens.starts[first]] if first > view.first else ""
    quoted = gap.strip() in set(CLOSING) and gap.strip() != ""
    if gap != " " and not quoted:
        return None
    run = _run_ending(view, first)
    if run is None:
        return None
    numbered = _numbered(view, run, first)
    if not numbered and _quoted_aside(view, run, closed=quoted):
        return None
    bare = mention.entity not in words.vessels | words.nameless and run > view.first
    if not numbered and not bare:
        return None
    return _system(view, run, first, words)


def _quoted_aside(view: View, run: int, *, closed: bool) -> bool:
    """ "The Dart-3 "Wraith" drone", ""Monster drone" on show": behind a designation a nickname, and
    at the head of a quotation that goes on a capital which says nothing."""
    tokens = view.tokens
    lead = tokens.text[tokens.ends[run - 1] if run else 0 : tokens.starts[run]]
    if lead[-1:] not in set(OPENING) or not lead[-1:]:
        return False
    at = bisect_right(view.found, tokens.starts[run], key=_start) - 1
    beside = at >= 0 and view.found[at].kind == "weapon"
    return not closed or (
        beside and not tokens.text[view.found[at].end : tokens.starts[run]].strip(_QUOTES)
    )


def _after(view: View, last: int, words: SystemWords) -> Mention | None:
    """ "a drone dubbed Wasp", "the guns \"Wasp\"", "the howitzer M109"."""
    tokens = view.tokens
    aside = behind_comma(view, last, words)
    begin = start = last if aside is None else aside
    while (
        start < view.stop
        and start - begin < _NAMING
        and (tokens.norms[start] in words.naming or tokens.norms[start] in _LINKS)
    ):
        parted = set(tokens.gap(start)) & {",", ";", ".", "("}
        if not tokens.raws[start].islower() or (parted and (start > begin or aside is None)):
            return None
        start += 1
    if start >= view.stop:
        return None
    gap = tokens.text[tokens.ends[start - 1] : tokens.starts[start]]
    quoted = gap[-1:] in set(OPENING) and gap[-1:] != ""
    named = not _LINKS.issuperset(tokens.norms[last:start])
    numbered = _numbered(view, start, min(view.stop, start + 3))
    if (
        gap.strip() not in {"", *OPENING, *("'" if numbered else "")}
        or not tokens.raws[start][:1].isupper()
    ):
        return None
    end = start + 1
    while end < view.stop and end - start < _LONGEST and _goes_on(view, end):
        end += 1
    if quoted and end < view.stop and tokens.raws[end].isdigit() and tokens.gap(end) == " ":
        end += 1  # the cutter "Zenda 12"
    if quoted and tokens.text[tokens.ends[end - 1] : tokens.ends[end - 1] + 1] not in set(CLOSING):
        return None
    numbered = _numbered(view, start, end) and any(raw.isdigit() for raw in tokens.raws[start:end])
    if not (quoted or named or numbered or _plainly_named(view, last, end, words)):
        return None
    return _system(view, start, end, words, told=named)


def _plainly_named(view: View, last: int, end: int, words: SystemWords) -> bool:
    """ "The drone Velka has", "flew the drone Velka, which": a class noun in the singular, one word
    in capitals, and no verb behind it ("the drone Hentzau built" is his)."""
    tokens = view.tokens
    if end != last + 1 or tokens.norms[last - 1].endswith("s") or "-" in tokens.gap(last):
        return False
    if not any(word in words.pointing for word in tokens.norms[max(view.first, last - 4) : last]):
        return False
    if end >= view.stop or set(tokens.gap(end)) & {",", ")", "."}:
        return True
    return tokens.gap(end) == " " and tokens.norms[end] in words.behind_names


def _run_ending(view: View, stop: int) -> int | None:
    """First token of the run of capitals and numbers that ends before a token."""
    tokens = view.tokens
    first = stop
    at = bisect_right(view.found, tokens.starts[stop - 1], key=_start) - 1
    taken = view.found[at].end if at >= 0 else 0
    while first > view.first and stop - first < _LONGEST + 1:
        raw = tokens.raws[first - 1]
        if tokens.starts[first - 1] < taken:
            break
        if not (raw[:1].isupper() or raw.isdigit()) or not raw.isascii():
            joined = first - 1 > view.first and tokens.gap(first - 1) == "-"
            sized = tokens.raws[first - 2].isdigit()  # "a 154-metre Zenda-class"
            if not (joined and raw.islower() and len(raw) <= _ACRONYM) or sized:
                break
        if first < stop and tokens.gap(first) not in {" ", "-", ""}:
            break
        first -= 1
    determiners = view.rules.systems.determiners
    while first < stop and (tokens.raws[first].isdigit() or tokens.norms[first] in determiners):
        first += 1
    return first if first < stop else None


def _goes_on(view: View, index: int) -> bool:
    tokens = view.tokens
    raw, gap = tokens.raws[index], tokens.gap(index)
    return gap in {" ", "-", ""} and (raw[:1].isupper() or (raw.isdigit() and gap != " "))


def _numbered(view: View, first: int, last: int) -> bool:
    """A designation: letters and a number in one word ("M109", "KA-1")."""
    tokens = view.tokens
    return any(
        tokens.raws[at].isdigit()
        and len(tokens.raws[at]) <= _SHORTEST + 1
        and at > first
        and tokens.gap(at) in {"", "-"}
        and tokens.raws[at - 1][:1].isupper()
        for at in range(first, last)
    )


def _gaps_plain(view: View, first: int, last: int) -> bool:
    return all(view.tokens.gap(at) in {" ", "-"} for at in range(first, last + 1))


def _in_title(view: View, first: int) -> bool:
    """In a line of capitalised words a capital says nothing."""
    spelled = view.tokens.raws[first]
    if spelled[0].isupper() and not spelled.isupper():
        return True
    raws = view.tokens.raws[view.first : min(view.stop, view.first + _TITLE)]
    longer = [raw for raw in raws if len(raw) > _SHORTEST and raw.isalpha()]
    return 2 * sum(raw[0].isupper() for raw in longer) > len(longer) + 2


def _system(
    view: View, first: int, last: int, words: SystemWords, *, told: bool = False
) -> Mention | None:
    """The run as a mention, unless a word of it is no name or it belongs to another name. In
    capitals it is one only where it is ``told`` what it is: "KAAN, a fighter", but "a NASA rocket".
    """
    tokens = view.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    surface = tokens.text[start:end]
    folded = tokens.norms[first:last]
    numbered = _numbered(view, first, last)
    if any(word in words.refused for word in folded) or len(surface) < _SHORTEST:
        return None
    if not numbered and ((surface.isupper() and not told) or folded[-1].endswith(words.origins)):
        return None
    at = bisect_left(view.found, end, key=_start) - 1
    if (at >= 0 and view.found[at].end > start) or _held(view, first, last):
        return None
    return view.unlisted(start, end)


def _held(view: View, first: int, last: int) -> bool:
    """Whether a name known by its form stands in the run or reaches into it."""
    starts = view.tokens.starts
    begins = range(max(view.first, first - _REACHING), last)
    return any(view.reserved.get(starts[at], 0) > starts[first] for at in begins)


def _start(mention: Mention) -> int:
    return mention.start
