"""The turns of phrase that present a name as that of a body, built from the words of the cues.

Decides what stands around the name in each of them, and by which words a sentence is known that may
hold one. What the name itself may be is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from msgspec import Struct

from generator.extract.names.form import CAPITAL
from generator.knowledge.cues.actors import ActorCues, OrganisationCues
from generator.text.phrases import Gated, anchors, headed
from generator.text.starts import Heads
from generator.text.tokens import fold, tokenise
from generator.text.tries import alternation

Gate = frozenset[str | tuple[str, ...]]
"""Words, and pairs of words that follow each other."""
_Pattern = Gated | re.Pattern[str]

_WORD = rf"[{CAPITAL}]\w*(?:[-&'’](?!s\b)\w+)*"
_NAME = rf"[\"“«]?(?P<name>{_WORD}(?:[ \n](?:(?:of|for|&)[ \n])?(?:{_WORD}|\d{{1,3}}\b)){{0,5}})"
_NAME_OF_SEVERAL = _NAME.replace("{0,5}", "{1,5}")
_REACH = 80
_LAST = re.compile(rf"(?<![\w-]){_NAME}$")
_CLOSED = r"[\"”»]?"
_ENDS = (
    r"(?=[,.;:)]|[ \n](?:based|in|of|that|which|run|owned|headquartered|registered|controlled"
    r"|linked|whose|with|from|founded|operating|near|at|and|for|is|was|has|had|said)\b)"
)
"""After a noun that is the head of its phrase: not "the company director"."""
_FREE = (
    r"(?=[,.;:)’'\"”]|$|[ \n](?:and|in|at|as|said|says|told|who|is|was|has|had|which|that|but|from"
    r"|will|would|did|to|on|showed|shows|owned|covered|carried|for|by|where)\b)"
)
"""After a name that does not merely describe the next noun: not "the Asia desk"."""
_SEATED = ("based", "headquartered", "listed", "registered")
_CALLING = ("calling", "calls", "known", "called", "dubbed", "named")
_PAIR = 2


class Turn(Struct, frozen=True, eq=False):
    """One turn of phrase; its pattern has the group ``name``. It is tried where a sentence holds
    a word of ``gate``, and everywhere if that is empty. Told apart by identity: the hash of a
    pattern is worked out anew from all of its code each time."""

    pattern: _Pattern
    gate: Gate = frozenset()


class Turns:
    """All turns of one set of cues."""

    def __init__(self, cues: ActorCues) -> None:
        own = cues.organisations
        verbs = alternation((*own.acts, *cues.persons.verbs, *cues.persons.shared_verbs))
        free = rf"(?:{_FREE}|(?=[ \n](?:{verbs}|[a-z]{{2,15}}ed)\b))"
        kinds = _kinds(own)
        self._by_kind = tuple(Turn(one, kinds) for one in _by_kind(own, free))
        self._said_to_be = re.compile(
            rf"{_CLOSED},[ \n](?:an?|the|its|one of the|{_WORD}['’]s)"
            rf"[ \n](?:[\w'’-]+[ \n]){{0,5}}?{alternation(own.kinds)}{_ENDS}"
        )
        self._sure = _sure(cues, free)
        self._doubtful = _doubtful(cues, free, kinds)
        turns = (*self._by_kind, *self._sure, *self._doubtful)
        self.words = frozenset(
            one if isinstance(one, str) else max(one, key=len)
            for turn in turns
            for one in turn.gate
        )
        """A sentence without any of these holds no turn that has a gate."""
        self.ungated = tuple(turn.pattern for turn in turns if not turn.gate)
        self._always = frozenset(turn for turn in turns if not turn.gate)
        self._by_word: dict[str | tuple[str, ...], set[Turn]] = {}
        for turn in turns:
            for one in turn.gate:
                self._by_word.setdefault(one, set()).add(turn)
        self._gates = frozenset(self._by_word)

    def opened(self, present: Set[str | tuple[str, ...]]) -> frozenset[Turn]:
        """The turns that a sentence may match, by its words and pairs of words."""
        return self._always.union(*map(self._by_word.__getitem__, self._gates & present))

    def by_kind(self, text: str, opened: frozenset[Turn]) -> Iterator[re.Match[str]]:
        """Names beside a noun for their kind."""
        return _found(self._by_kind, text, opened)

    def sure(self, text: str, opened: frozenset[Turn]) -> Iterator[re.Match[str]]:
        """Other names that are surely no person's."""
        if self._by_kind[0] in opened:
            for told in self._said_to_be.finditer(text):
                before = _LAST.search(text, max(0, told.start() - _REACH), told.start())
                if before is not None:
                    yield before
        yield from _found(self._sure, text, opened)

    def doubtful(self, text: str, opened: frozenset[Turn]) -> Iterator[re.Match[str]]:
        """Names that may be a person's as well."""
        return _found(self._doubtful, text, opened)


def _found(turns: Iterable[Turn], text: str, opened: frozenset[Turn]) -> Iterator[re.Match[str]]:
    for turn in turns:
        if turn in opened:
            yield from turn.pattern.finditer(text)


def _kinds(own: OrganisationCues) -> Gate:
    several = (*own.kinds, *own.kinds_or_people)
    others = (
        *own.units_quoted,
        *own.kinds_quoted,
        *own.kinds_alone,
        *own.kinds_called,
        *own.kinds_after,
    )
    return _gate((*several, *others, *map(_plural, several)))


def _by_kind(own: OrganisationCues, free: str) -> Iterator[Gated]:
    """ "The shipbuilder X", "brokers called X", "the X shipyard", "the paper "X""."""
    several = (*own.kinds, *own.kinds_or_people)
    listed = (*several, *map(_plural, several))
    yield headed(re.compile(rf"\b(?i:{alternation(own.kinds)})[ \n]{_NAME}"), own.kinds)
    yield headed(
        re.compile(
            rf"\b(?i:{alternation(listed)})(?:[ \n](?:in|from|near)[ \n]{_WORD})?,?[ \n]"
            rf"{alternation(own.called)}[ \n]{_NAME}"
        ),
        listed,
        among=own.called,
    )
    alone = alternation(own.kinds_alone)
    yield headed(
        re.compile(rf"(?<!\b[Aa][ ])(?<!\b[Aa]n[ ])\b{alone}[ \n]{_NAME}{free}"),
        own.kinds_alone,
    )
    behind = (*several, *own.kinds_after)
    followed = anchors(behind)
    yield Gated(
        re.compile(rf"\b[Tt]he[ \n]{_NAME}{_CLOSED}[ \n]{alternation(behind)}\b"),
        followed,
        Heads({"the": followed}) if followed is not None else None,
    )
    yield Gated(
        re.compile(
            rf"(?<=[\"“«])(?P<name>{_WORD}(?:[ \n](?:{_WORD}|\d{{1,3}}\b)){{0,3}})[\"”»][ \n]"
            rf"{alternation(own.units_quoted)}\b"
        ),
        anchors(own.units_quoted),
    )
    yield headed(
        re.compile(rf"\b(?i:{alternation(own.kinds_quoted)})[ \n](?=[\"“«]){_NAME}(?=[\"”»])"),
        own.kinds_quoted,
    )


def _sure(cues: ActorCues, free: str) -> tuple[Turn, ...]:
    """ "X's shipyard", "who works at X", "OOO X", "spokesman for X", "XYZ said"."""
    own, says = cues.organisations, alternation(cues.persons.verbs)
    pairs = (tokenise(item).norms[:_PAIR] for item in own.beside)
    return (
        Turn(
            re.compile(rf"(?<![\w-]){_NAME}['’]s?[ \n]{alternation(own.belongings)}\b"),
            _gate(own.belongings),
        ),
        Turn(
            re.compile(
                r"\bwho[ \n][a-z]+s[ \n](?:[\w'’-]+[ \n]){0,8}?(?:for|at|with)[ \n](?:the[ \n])?"
                rf"{_NAME}{free}"
            ),
            frozenset({"who"}),
        ),
        Turn(
            re.compile(rf"\b{alternation(own.legal_before)}[ \n]{_NAME}"),
            frozenset(map(fold, own.legal_before)),
        ),
        Turn(
            re.compile(rf"\b(?i:{alternation(own.beside)})[ \n](?:the[ \n])?{_NAME}{free}"),
            frozenset(pairs),
        ),
        Turn(re.compile(rf"(?P<name>[A-Z](?<![\w.-].)[A-Z]{{2,5}})(?=[ \n]{says}\b)")),
    )


def _doubtful(cues: ActorCues, free: str, kinds: Gate) -> tuple[Turn, ...]:
    """ "X, a maker of Y", "its parent, X,", "a group calling itself X", "a spokesman of X"."""
    own, says = cues.organisations, alternation(cues.persons.verbs)
    gate = kinds | _gate((*own.makers, *own.marks, *own.produces, *own.behind_its, *_SEATED))
    makers = alternation(own.makers)
    behind = (*own.behind_its, *own.makers, *own.kinds)
    patterns = (
        Gated(
            re.compile(
                rf"{_NAME}{_CLOSED},[ \n](?:an?|the|its|one of the|{_WORD}['’]s)"
                rf"[ \n](?:[\w'’-]+[ \n]){{0,3}}?{makers}[ \n]of\b"
            ),
            anchors(own.makers),
        ),
        Gated(
            re.compile(
                r"\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?|whose|['’]s)[ \n]"
                rf"(?:[\w'’-]+[ \n]){{0,3}}?{alternation(behind)}"
                rf",[ \n]{_NAME}(?=,)"
            ),
            anchors(behind),
        ),
        headed(
            re.compile(
                rf"\b{alternation(own.kinds_called)}[ \n]"
                rf"(?:calling itself|(?:that|which) calls itself|known as|called|dubbed|named)"
                rf"[ \n]{_NAME}"
            ),
            own.kinds_called,
            among=_CALLING,
        ),
        Gated(
            re.compile(rf"(?<![Tt]he ){_NAME},[ \n]which[ \n]{alternation(own.produces)}\b"),
            frozenset({"which"}),
        ),
        Gated(
            re.compile(
                rf"(?<![\w-])[{CAPITAL}]\w+-{alternation(_SEATED)}[ \n]{_NAME}{free}",
            ),
            frozenset(_SEATED),
        ),
        headed(
            re.compile(rf"\b{alternation(own.marks)}[ \n]of[ \n](?:the[ \n])?{_NAME}{free}"),
            own.marks,
        ),
    )
    itself = re.compile(
        rf"(?<![\w-]){_NAME}[ \n](?:{says}|denied|denies|insists|confirmed)[ \n]"
        r"(?:that[ \n])?(?:(?:any|none|some|all)[ \n]of[ \n])?its\b"
    )
    # One word behind "made by" may be anything.
    made = re.compile(
        rf"\b{alternation(own.made)}[ \n]by[ \n](?:the[ \n])?{_NAME_OF_SEVERAL}{free}"
    )
    return (
        *(Turn(one, gate) for one in patterns),
        Turn(itself, frozenset({"its"})),
        Turn(made, frozenset(own.made)),
    )


def _gate(phrases: Iterable[str]) -> Gate:
    """The last two words of each phrase, or the only one."""
    norms = [tokenise(phrase).norms for phrase in phrases]
    return frozenset(words[0] if len(words) == 1 else words[-_PAIR:] for words in norms)


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
