"""Which person a surname standing alone means."""

from __future__ import annotations

from generator.extract.mentions.view import View
from generator.knowledge.names import Name
from generator.knowledge.validity import in_force
from generator.model import EntityId, Mention
from generator.text.tokens import tokenise

_LONGEST_TITLE = 5
_NUMBERING = frozenset({"no", "nos"})
_LESSER = frozenset({"vice", "deputy", "assistant", "former", "ex", "late", "then", "first"})


def surname(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    """The person of that name named last before, else the only one named at all, else the only
    one to hold the office before it ("Prime Minister X"), else the one who works where the words
    after it say ("X of the Treasury"), else the head of a state the article
    speaks of; None if the word is part of another name."""
    tokens = view.tokens
    if not _stands_alone(view, first, last):
        return None
    entities = {name.entity: name for name in names}
    surname = tokens.norms[last - 1]
    offset = tokens.starts[first]
    earlier = [
        entity
        for position, entity in view.context.full_names.get(surname, ())
        if position < offset and entity in entities
    ]
    office = _office_before(view, first)
    if office and len(entities) > 1:
        # "Premier X" of many is not the X who was named before and never was premier.
        earlier = [one for one in earlier if _could_hold(view, one, office)]
    if earlier:
        return view.mention(entities[EntityId(earlier[-1])], first, last)
    if surname in view.context.full_names:
        later = {entity for _, entity in view.context.full_names[surname]}
        if len(later) == 1 and not (office and len(entities) > 1):
            entity = EntityId(later.pop())
            return view.mention(entities[entity], first, last) if entity in entities else None
    if office is not None:
        holding = [name for name in names if _held(view, name.entity, office)]
        if len({name.entity for name in holding}) > 1 and view.context.date is None:
            holding = [name for name in holding if _holds_still(view, name.entity, office)]
        one = len({name.entity for name in holding}) == 1
        return view.mention(holding[0], first, last, inferred=True) if one else None
    working = [name for name in names if _works_there(view, name.entity, last)]
    if working:
        one = len({name.entity for name in working}) == 1
        return view.mention(working[0], first, last, inferred=True) if one else None
    heads = [name for name in names if _heads_present_state(view, name.entity)]
    if len(heads) == 1 and not _of_another(view, surname):
        return view.mention(heads[0], first, last, inferred=True)
    return None


def _of_another(view: View, surname: str) -> bool:
    """Whether the article names somebody else in full who bears a surname, with a given name of
    two syllables: "spokesman Kim Tae-ho". Asked where nobody known is so named."""
    known = view.context.borne
    if surname not in known:
        tokens = view.tokens
        known[surname] = any(
            word == surname and (tokens.gap(at + 1), tokens.gap(at + 2)) == (" ", "-")
            and tokens.raws[at + 1][0].isupper()
            for at, word in enumerate(tokens.norms[:-2])
        )  # fmt: skip
    return known[surname]


def _office_before(view: View, first: int) -> str | None:
    """The office whose title stands right before a name; "" if it is that of a deputy."""
    norms = view.tokens.norms
    for size in range(_LONGEST_TITLE, 0, -1):
        title = norms[max(view.first, first - size) : first]
        office = view.rules.office_titles.get(title) if len(title) == size else None
        if office is not None:
            lead = norms[max(view.first, first - size - 1) : first - size]
            return "" if lead and lead[0] in _LESSER else office
    return None


def _offices(view: View, title: str) -> set[str | None]:
    """The offices whose titles open a title: "Minister of Defense of the Republic"."""
    words = tokenise(title).norms
    return {view.rules.office_titles.get(words[:size]) for size in range(1, _LONGEST_TITLE + 1)}


def _held(view: View, entity: str, office: str) -> bool:
    """Whether a person held an office on the article's day, or at any time if it has none."""
    at = view.context.date
    return any(
        (role.office == office or office in _offices(view, role.title))
        and (at is None or in_force(role.valid_from, role.valid_to, at))
        for role in view.rules.knowledge.actors[entity].roles
    )


def _holds_still(view: View, entity: str, office: str) -> bool:
    roles = view.rules.knowledge.actors[entity].roles
    return any(role.office == office and role.valid_to is None for role in roles)


def _could_hold(view: View, entity: str, office: str) -> bool:
    """Whether the knowledge gives a person the office at any time, or no office at all."""
    roles = view.rules.knowledge.actors[entity].roles
    return not roles or any(
        role.office == office or office in _offices(view, role.title) for role in roles
    )


def _works_there(view: View, entity: str, last: int) -> bool:
    """Whether "of" and a body follow in which the person held an office on the article's day."""
    tokens, actors = view.tokens, view.rules.knowledge.actors
    if tokens.norms[last : last + 1] not in {("of",), ("at",), ("from",)}:
        return False
    begin = last + 2 if tokens.norms[last + 1 : last + 2] == ("the",) else last + 1
    at = view.context.date
    for role in actors[entity].roles:
        body = actors.get(role.org or "")
        if body is None or not (at is None or in_force(role.valid_from, role.valid_to, at)):
            continue
        for text in (body.name, *(alias.text for alias in body.aliases)):
            words = tokenise(text).norms
            if tokens.norms[begin : begin + len(words)] == words:
                return True
    return False


def _heads_present_state(view: View, entity: str) -> bool:
    actor = view.rules.knowledge.actors[entity]
    return (
        actor.subtype == "head-of-state"
        and actor.country is not None
        and view.context.plain[actor.country] > 0
    )


def _stands_alone(view: View, first: int, last: int) -> bool:
    """No capitalised neighbour makes the word part of another name."""
    tokens, rules = view.tokens, view.rules
    numbered = tokens.norms[first] in _NUMBERING and last < len(tokens)
    if numbered and tokens.raws[last][0].isdigit() and tokens.gap(last) in {" ", ". ", "."}:
        return False  # "patrol ship No. 206"
    if last < view.stop and tokens.gap(last) in {" ", "-"}:
        following = tokens.raws[last]
        if (
            following[0].isupper()
            and tokens.norms[last] not in rules.calendar
            and tokens.norms[last] not in rules.not_names
        ):
            return False
        if tokens.gap(last) == "-" and following not in {"led", "backed", "era", "appointed"}:
            return False
    if first > view.first and tokens.gap(first) in {" ", "-"}:
        previous = tokens.norms[first - 1]
        capital = tokens.raws[first - 1][0].isupper()
        known = previous in rules.titles or previous in rules.not_names or previous == "'s"
        if capital and not known and not _ends_mention(view, first):
            return False
    return True


def _ends_mention(view: View, index: int) -> bool:
    return bool(view.found) and view.found[-1].end == view.tokens.ends[index - 1]
