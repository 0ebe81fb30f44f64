"""Which runs of capitalised words name a person.

The words beside a run decide: a title before it, what somebody is after it, a verb of saying.
A run that only looks like a name (a known given name, an East Asian surname with a hyphenated
given name) needs a neighbour that a ship, a prize or a street would not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import CAPITAL, UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.tokens import fold, tokenise

_REACH = 110
"""Characters beside a name that may say who it is."""
_CAP = rf"[{CAPITAL}]\w*(?:['’‑-](?!s\b)\w+)*"
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "another", "one", "then"})
_STOPS = frozenset(
    {"of", "at", "for", "in", "on", "with", "who", "that", "whose", "which", "from", "to", "and"}
    | {"by", "or", "but", "said", "says", "is", "was", "has", "had", "as", "under", "over", "when"}
    | {"about", "into", "during", "near", "after", "before", "while", "where", "will", "would"}
)
_BESIDE = frozenset(
    {"with", "by", "from", "to", "and", "between", "including", "told", "met", "for", "against"}
    | {"succeeded", "replaced", "appointed", "under", "of", "like"}
)
"""Words before a name that a person can stand after."""
_AGE = re.compile(r",? \(?\d{2}\)?(?=[\s,.;)])(?!\s\w+ (?:km|miles|percent))")
_LISTED = re.compile(
    rf"(?<![\w-])(?P<name>[{CAPITAL}]{{2,20}}, {_CAP}(?:[ -]{_CAP}){{0,3}})"
    r"(?= \((?:a\.?k\.?a\.?|also known)|[,;] .{0,80}?\bDOB\b)"
)
"""A list of designated persons: "HENTZAU, Rupert (a.k.a. ...", "SAPT, Fritz, Zenda; DOB 1970"."""
_AFTER_WORD = re.compile(r"[\s,]*([\w'’-]+)")
_BEFORE_WORD = re.compile(r"([\w'’-]+)(\.?)[ \n]$")
_WORKPLACE = re.compile(
    rf" (?:of|at|from|with) (?:the )?((?:{_CAP}|of|for)(?: (?:{_CAP}|of|for|and|on|in)){{1,7}})"
)
_QUOTE_END = re.compile(r"[\"”’'»,]\s*(?:\w+ )?$")


class PersonFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.persons
        self._nouns = frozenset(own.nouns) | frozenset(cues.titles)
        for office in cues.offices.values():
            for title in office.titles:
                self._nouns |= {tokenise(title).norms[-1]}
        self._nouns -= {"correspondent", "us"}
        self._single = frozenset(own.single)
        self._verbs = frozenset(own.verbs)
        self._shared_verbs = frozenset(own.shared_verbs)
        self._given = frozenset(map(fold, own.given))
        self._east_asian = frozenset(own.east_asian)
        self._not_after = frozenset(own.not_after)
        self._not_before = frozenset(own.not_before)
        self._calendar = frozenset(cues.calendar)
        self._openers = frozenset(cues.not_names)
        self._never = frozenset(own.never) | self._openers | self._calendar
        self._heads = frozenset(cues.organisation_heads)
        self._company = frozenset(cues.organisations.companies)
        self._states = _state_words(knowledge)
        self._no_endings = self._company | self._heads | self._states
        self._excluded = self._never | self._heads | self._company
        abbreviations = sorted(
            (word for word in self._nouns if 1 < len(word) < 5), key=len, reverse=True
        )
        short = "|".join(word.capitalize() for word in abbreviations)
        word = (
            rf"(?:(?:{short})\.|(?:[{CAPITAL}]\.(?:-?[{CAPITAL}]\.)*)|{_CAP}"
            rf"|(?:al|el|ul|ad|as|an|ash|az)-{_CAP})"
        )
        small = "|".join(own.particles)
        self._run = re.compile(
            rf"(?<![\w-])(?:{word})(?:[ \n](?:(?:{small})[ \n]){{0,2}}{word}){{1,12}}"
        )

    def find(
        self, sentence: Sentence, *, speakers: frozenset[str] = frozenset()
    ) -> Iterator[UnlistedName]:
        """Persons of one sentence, in reading order. ``speakers`` are folded surnames that stand
        before the turns of a transcript."""
        text = sentence.text
        listed = " (a" in text or "DOB" in text
        for match in _LISTED.finditer(text) if listed else ():
            yield UnlistedName(
                start=sentence.start + match.start(),
                end=sentence.start + match.end(),
                sentence=sentence.id,
                type="person",
                name=match.group("name"),
            )
        for match in self._run.finditer(text):
            span = self._person(text, match.start(), match.end())
            if span is None and speakers and fold(match.group().split()[-1]) in speakers:
                span = match.span()
            if span is not None:
                start, end = span
                yield UnlistedName(
                    start=sentence.start + start,
                    end=sentence.start + end,
                    sentence=sentence.id,
                    type="person",
                    name=" ".join(text[start:end].split()),
                )

    def _person(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        words = [
            (start + part.start(), start + part.end(), part.group())
            for part in re.finditer(r"\S+", text[start:end])
        ]
        titles = [
            index
            for index, (_, _, word) in enumerate(words)
            if fold(word.strip(".")) in self._nouns and fold(word) not in self._given
        ]
        titled = False
        abbreviated = False
        if titles and titles[-1] + 1 < len(words):
            title = fold(words[titles[-1]][2].strip("."))
            words = words[titles[-1] + 1 :]
            titled, abbreviated = True, title in self._single
        elif titles:
            words = words[: titles[0]]
            return None if len(words) < 2 else self._plain(text, words, cut=True)
        if not titled:
            return self._plain(text, words)
        words = self._trim(words)
        if not self._is_name(words, single=abbreviated):
            return None
        return words[0][0], words[-1][1]

    def _plain(
        self, text: str, words: list[tuple[int, int, str]], *, cut: bool = False
    ) -> tuple[int, int] | None:
        """A run without a title in it."""
        words = self._trim(words)
        if not self._is_name(words):
            return None
        start, end = words[0][0], words[-1][1]
        before = text[max(0, start - _REACH) : start]
        after = text[end : end + _REACH]
        looks = self._looks(words)
        if self._titled_before(before, after) and not cut:
            return start, end
        if self._said_before(before) and (looks or not self._another_follows(after)):
            return start, end
        if self._foreign_thing(before, after) or cut:
            return None
        labelled = not before.strip("*_ ") and after.startswith((": ", ":\n"))
        if self._presented_after(after) or (labelled and looks):
            return start, end
        if not before.lower().endswith("the ") and self._of_institution(after):
            return start, end
        verb = self._verb_after(after)
        if verb in self._verbs and not (before.endswith(("the ", "The ")) and not looks):
            return start, end
        if looks and self._stands_as_person(before, after, verb):
            return start, end
        return None

    def _trim(self, words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        first, last = 0, len(words)
        while first < last:
            folded = fold(words[first][2])
            dropped = folded in self._openers or folded in self._calendar or folded in self._states
            if not dropped or (folded in self._east_asian and last - first == 2):
                break
            first += 1
        while last > first and fold(words[last - 1][2]) in self._calendar:
            if last - first == 2 and fold(words[first][2]) in self._given:
                break  # "Rebecca May"
            last -= 1
        return words[first:last]

    def _is_name(self, words: list[tuple[int, int, str]], *, single: bool = False) -> bool:
        if not (1 if single else 2) <= len(words) <= 6:
            return False
        capitals = 0
        for index, (_, _, word) in enumerate(words):
            folded = fold(word)
            if any(char.isdigit() for char in word):
                return False
            if folded in self._given or (folded in self._east_asian and len(words) < 4):
                capitals += word.isupper() and len(word) > 1
                continue
            if folded in self._excluded or (folded in self._states and (index or single)):
                return False
            ending = word.rsplit("-", 1)[-1]
            if "-" in word and ending[0].isupper() and fold(ending) in self._no_endings:
                return False
            if word.isupper() and len(word) > 1 and "." not in word:
                capitals += 1
        if single and len(words) == 1:
            return len(words[0][2]) > 2 and capitals == 0 and "." not in words[0][2]
        spelled = [word for _, _, word in words if len(word) > 1 and "." not in word]
        # "wrote on X. Hugo said": an initial before one word ends another sentence.
        if len(words) == 2 and len(spelled) == 1 and not single:
            return False
        # "KIM Min-jae", "Jean DUPONT": one surname in capitals beside a spelled name.
        if capitals and not (capitals == 1 and len(spelled) == 2 and self._looks(words)):
            return False
        return bool(spelled) and words[-1][2][-1] != "."

    def _looks(self, words: list[tuple[int, int, str]]) -> bool:
        """Whether the words alone suggest a person."""
        parts = [word for _, _, word in words]
        folded = [fold(part) for part in parts]
        if folded[0] in self._given or any(re.fullmatch(r"[A-Z]\.", part) for part in parts[1:-1]):
            return True
        if 2 <= len(parts) <= 3 and (
            folded[0] in self._east_asian or folded[-1] in self._east_asian
        ):
            given = parts[1:] if folded[0] in self._east_asian else parts[:-1]
            if any("-" in part and part.split("-")[1][:1].islower() for part in given):
                return True
            if len(parts) == 3 and all(len(part) <= 6 for part in given):
                return True
        return len(folded) > 1 and folded[0].split("-")[0] in self._given and "-" in folded[0]

    def _titled_before(self, before: str, after: str) -> bool:
        """ "spokeswoman Anna Moor"; "the planning minister, Anna Moor, said"."""
        if before.endswith(", ") and (after.startswith(",") or self._verb_after(after) != ""):
            before = before[:-2] + " "
        match = _BEFORE_WORD.search(before)
        if match is None or (match.group(1)[:1].isupper() and not match.group(2)):
            return False
        return fold(match.group(1)).split("-")[-1] in self._nouns

    def _said_before(self, before: str) -> bool:
        match = _BEFORE_WORD.search(before)
        if match is None or fold(match.group(1)) not in self._verbs:
            return False
        return bool(_QUOTE_END.search(before[: match.start()]))

    def _foreign_thing(self, before: str, after: str) -> bool:
        """The name of a ship, a prize, a street: nobody who acts."""
        match = _BEFORE_WORD.search(before)
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

    def _presented_after(self, after: str) -> bool:
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
        if head == "" or (
            not words[0][:1].islower()
            and fold(words[0]).removesuffix("'s")
            not in (self._states | {"south", "north", "us", "u"})
        ):
            return head in self._nouns and words[0].endswith(("'s", "’s"))
        return head in self._nouns

    def _of_institution(self, after: str) -> bool:
        """ "of the Institute for Border Studies": where somebody works."""
        match = _WORKPLACE.match(after)
        return match is not None and any(
            fold(word) in self._heads for word in match.group(1).split()
        )

    def _verb_after(self, after: str) -> str:
        match = re.match(
            r",?[ \n](?:(?:also|later|then|has|had|previously|further|recently|again|once|"
            r"reportedly|himself|herself)[ \n])?([a-z]+)\b",
            after,
        )
        return match.group(1) if match else ""

    def _another_follows(self, after: str) -> bool:
        return after.startswith(("-", "/", "®", "™"))

    def _stands_as_person(self, before: str, after: str, verb: str) -> bool:
        if verb in self._shared_verbs or verb in self._verbs or after[:2] in {"'s", "’s"}:
            return True
        match = _BEFORE_WORD.search(before)
        if match is not None and fold(match.group(1)) in _BESIDE:
            return True
        return re.match(r"[ \n](?:and|of|at|from)\b|,|\.|;|\)", after) is not None


def _state_words(knowledge: KnowledgeBase) -> frozenset[str]:
    """Folded single words that name a state, its people or a place."""
    found: set[str] = set()
    for actor in knowledge.actors.values():
        if actor.kind == "state":
            texts = [actor.name, *(alias.text for alias in actor.aliases)]
            texts += [item.text for item in actor.metonyms]
            texts += [*actor.demonyms.adjective, *actor.demonyms.people]
            found.update(fold(text) for text in texts if " " not in text)
    for place in knowledge.places.values():
        texts = [place.name, *(alias.text for alias in place.aliases)]
        found.update(fold(text) for text in texts if " " not in text)
    return frozenset(found)
