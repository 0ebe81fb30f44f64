"""What the words beside a run of capitals say of it: somebody with a title or a workplace, somebody
who speaks, or a thing.
"""

from __future__ import annotations

import re

from generator.extract.names.form import CAP, last_word, place_words
from generator.knowledge.base import KnowledgeBase
from generator.text.phrases import headed
from generator.text.tokens import fold, tokenise
from generator.text.tries import alternation

REACH = 110
"""Characters beside a name that may say who it is."""
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "another", "one", "then"})
_STOPS = frozenset(
    {"of", "at", "for", "in", "on", "with", "who", "that", "whose", "which", "from", "to", "and"}
    | {"by", "or", "but", "said", "says", "is", "was", "has", "had", "as", "under", "over", "when"}
    | {"about", "into", "during", "near", "after", "before", "while", "where", "will", "would"}
    | {"now", "currently", "then", "once", "still", "turned"}
    | {"based", "living", "residing", "born", "wanted", "located", "operating"}
)
_NATIONALS = frozenset({"national", "citizen"})
_OF_COUNTRY = re.compile(r"\b[A-Z][\w.]{2,25} (?:national|citizen) $")
""" "Ruritanian national Anna Moor"."""
_AGE = re.compile(r",? \(?\d{2}\)?(?=[\s,.;)])(?!\s\w+ (?:km|miles|percent))")
_AFTER_WORD = re.compile(r"[\s,]*([\w'’-]+)")
_LONGEST_WORD = 50
_BEFORE_WORD = re.compile(r"(?<![\w'’-])([\w'’-]++)(\.?)[ \n]$")
_WORKPLACE = re.compile(
    rf" (?:(?:of|at|from|with) |\()(?:the )?"
    rf"((?:{CAP}|of|for)(?: (?:{CAP}|of|for|and|on|in)){{1,7}})"
)
_IS = (" is ", " was ")
_AT = re.compile(
    rf" (?:of|at|from|with) (?:the )?{CAP}(?: (?:{CAP}|of|for)){{0,6}},?[ \n]([a-z]+)\b"
)
_OF_SIDE = re.compile(r" of the (?:main |largest )?(?:opposition|ruling|governing)\b(?! [A-Z])")
_CALLED = re.compile(r"\b(?:called|named)[ \n]$")
_RETIRED = re.compile(r" \((?i:ret|retd|res|retired|reserve)\.?\),? $")
"""Between a rank and a name: "Colonel (ret.) Anna Moor"."""
_LED = re.compile(
    r"\b(?:run|led|headed|founded|co-founded|chaired|directed|edited|commanded|hosted"
    r"|note|essay|column|op-ed|commentary|testimony|monograph) by $"
)
_CHANGED = re.compile(r"\b(?:replacing|succeeding|(?:replaced|succeeded) by)[ \n]$")
_CLOSED = re.compile(r"[,.?!…][\"”’'»]+ $")
_QUOTE_END = re.compile(r"[\"”’'»,]\s*(?:\w+ )?$")


def _word_before(text: str) -> re.Match[str] | None:
    """The word that ends a text, unless it is very long."""
    return _BEFORE_WORD.search(text, max(0, len(text) - _LONGEST_WORD))


class Neighbours:
    """The cues of one knowledge base. ``before`` and ``after`` are the text at both sides of a
    name, at most :data:`REACH` characters."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.persons
        nouns = frozenset(own.nouns) | frozenset(cues.titles)
        for office in cues.offices.values():
            for title in office.titles:
                nouns |= {tokenise(title).norms[-1]}
        self.nouns = nouns - {"correspondent", "us"}
        self.verbs = frozenset(own.verbs)
        self._shared_verbs = frozenset(own.shared_verbs)
        self._near = frozenset(own.near)
        trades = cues.organisations
        self._trades = frozenset((*trades.makers, *trades.kinds_or_people, *trades.kinds))
        self._not_after = frozenset(own.not_after)
        self._not_before = frozenset(own.not_before)
        self._heads = frozenset(cues.organisation_heads)
        self._company = frozenset(cues.organisations.companies)
        self._states = place_words(knowledge)
        each = alternation(self.nouns)
        self._office = re.compile(
            rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir)[ \n]"
            rf"(?:[\w'’-]+[ \n]){{0,4}}?{each}"
            r"[ \n](?:of|at|in|from|for|with)[ \n][^,.;:()\"“”]{3,70}?(?:, | called | named )$"
        )
        self._is = re.compile(rf"\b{each}(?:[ \n](?:of|at)(?:[ \n][\w'’-]+){{1,4}})? (?:is|was) $")
        self.plurals = frozenset(f"{word}s" for word in self.nouns) | {"witnesses", "secretaries"}
        self.plurals |= {"citizens", "nationals", "residents", "brothers", "sisters", "colleagues"}
        one = rf"{CAP}(?:[ \n]{CAP}){{1,3}}(?:,[ \n]|,?[ \n]and[ \n])"
        such = r",?[ \n](?:(?:such as|like|including)[ \n])?"
        several = rf"\b(?i:{alternation(self.plurals)}){such}(?:{one}){{0,3}}$"
        self._several = headed(re.compile(several), self.plurals)

    def speaks(self, before: str, after: str) -> bool:
        """Right behind a quotation and before a verb of saying, or the other way round."""
        if _CLOSED.search(before) is not None:
            return self.verb_after(after) in self.verbs
        return self.said(before) and after[:1] in {",", ".", ";"}

    def led(self, before: str) -> bool:
        """ "a company run by Anna Moor"."""
        return _LED.search(before) is not None

    def held(self, before: str) -> bool:
        """ "whose only director is Anna Moor", "the head of the firm was Otto Sapt"."""
        return before.endswith(_IS) and self._is.search(before) is not None

    def changes(self, before: str, after: str) -> bool:
        """ "Anna Moor, replacing Otto Sapt."."""
        return _CHANGED.search(before) is not None and after[:1] in {",", ".", ";", ""}

    def titled(self, before: str, after: str) -> bool:
        """ "spokeswoman Anna Moor"; "the planning minister, Anna Moor, said"."""
        ends = after[:1] in {",", ".", ";"} or self.verb_after(after) != ""
        retired = _RETIRED.search(before)
        if retired is not None:
            return last_word(before[: retired.start()]) in self.nouns
        if before.endswith(", ") and ends:
            before = before[:-2] + " "
        if _OF_COUNTRY.search(before):
            return True
        match = _word_before(before)
        if match is None or (match.group(1)[:1].isupper() and not match.group(2)):
            return False
        return fold(match.group(1)).split("-")[-1] in self.nouns

    def of_trade(self, before: str) -> bool:
        """ "developer Zenda Sky": somebody, or a company."""
        match = _word_before(before)
        return match is not None and fold(match.group(1)) in self._trades

    def belongs(self, before: str, after: str) -> bool:
        """ "two engineers, Anna Moor and Otto Sapt", "an official of the ministry, Anna Moor,
        said", "a deputy head of the section called Anna Moor", "Anna Moor of the opposition"."""
        if _OF_SIDE.match(after) or self._several.search(before):
            return True
        if _CALLED.search(before) is None and not (
            before.endswith(", ") and (after[:1] in {",", ".", ";"} or self.verb_after(after))
        ):
            return False
        return self._office.search(before) is not None

    def said(self, before: str) -> bool:
        match = _word_before(before)
        if match is None or fold(match.group(1)) not in self.verbs:
            return False
        return bool(_QUOTE_END.search(before[: match.start()]))

    def thing(self, before: str, after: str) -> bool:
        """The name of a ship, a prize, a street: nobody who acts."""
        match = _word_before(before)
        if match is not None and fold(match.group(1)) in self._not_after:
            return True
        if before[-1:] in {'"', "“", "‘", "«", "《"} and after[:1] in {'"', "”", "’", "»", "》"}:
            return True
        if after.startswith(("-class", "–class", "-type", "/")):
            return True
        following = _AFTER_WORD.match(after)
        return (
            following is not None
            and after[:1] == " "
            and fold(following.group(1)) in self._not_before
        )

    def presented(self, after: str) -> bool:
        """ ", a former negotiator", ", who heads it", ", 61,": what somebody is."""
        if _AGE.match(after) or re.match(r",? who ", after):
            return True
        if not after.startswith(", "):
            return False
        plain = re.sub(r"\b(?:[A-Z]\.)+", "US", after[2:])
        words = re.split(r"[,.;:—()\"“”]", plain, maxsplit=1)[0].split()
        head = ""
        for index, word in enumerate(words[:9]):
            folded = fold(word)
            if index and folded in _STOPS:
                break
            if index == 0 and folded in _DETERMINERS:
                continue
            head = folded
        if head in _NATIONALS and words[0] in _DETERMINERS:
            return True
        if head == "" or (
            not words[0][:1].islower()
            and fold(words[0]).removesuffix("'s")
            not in (self._states | {"south", "north", "us", "u"})
        ):
            return head in self.nouns and words[0].endswith(("'s", "’s"))
        return head in self.nouns

    def works_somewhere(self, after: str) -> bool:
        """ "of the Institute for Border Studies": where somebody works."""
        match = _WORKPLACE.match(after)
        if match is not None:
            words = [fold(word) for word in match.group(1).split()]
            if any(word in self._heads for word in words) or words[-1] in self._company:
                return True
        verb = _AT.match(after)
        return verb is not None and verb.group(1) in self.verbs

    def verb_after(self, after: str) -> str:
        match = re.match(
            r",?[ \n](?:(?:also|later|then|has|had|previously|further|recently|again|once|"
            r"reportedly|himself|herself)[ \n])?([a-z]+)\b",
            after,
        )
        return match.group(1) if match else ""

    def stands(self, before: str, after: str, verb: str) -> bool:
        if verb in self._shared_verbs or verb in self.verbs or after[:2] in {"'s", "’s"}:
            return True
        match = _word_before(before)
        if match is not None and fold(match.group(1)) in self._near:
            return True
        if before.endswith(("'s ", "’s ")):
            return True
        return re.match(r"[ \n](?:(?:and|of|at|from)\b|\()|,|\.|;|\)", after) is not None
