"""Sources that stand away from their words.

Decides that the subject of a sentence speaks in its participle (", saying it respects"), and that
a name, or whoever the sentence is about, speaks behind a colon before a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.knowledge.cues.claims import ClaimCues
from generator.model import Mention
from generator.text.phrases import Opened, hits
from generator.text.speech.attribution import Attribution, Line
from generator.text.speech.complements import CONTENT
from generator.text.speech.cues import compiled
from generator.text.speech.sources import NounPhrases
from generator.text.syntax.noun_phrases import WINDOW

_BESIDE = re.compile(r"(?:,|\bwhile|\band)(?: (?:only|merely|simply|just|also|again|further))? *$")
""" "It was mild, ONLY saying": what a participle of speech stands behind."""
_POSSESSIVE = re.compile(r"'s?\b")
_LABEL = re.compile(r"([^:\u0001\"]{2,80}): *\"")
_ANNOUNCED = re.compile(
    r"(?P<all>(?P<np>(?:[\w'.-]+ ){0,4}?[\w'.-]+) "
    r"(?:was|is|were|are|had|has|did|does|put|took|offered|went|sounded|gave|made|remained|remains|"
    r"could|would|can|came|summed|stayed|got|left|minced|pulled)\b"
    r"[^:;\"\u0001]{0,80}): *\""
)
"""What stands before a quotation and tells of somebody: "Black was LESS PATIENT: ..."."""
_OF_THINGS = re.compile(r"(?:They|It|These|Those) (?:can|could) be\b|(?:\w+ ){0,2}(?:I|we) ")
""" "They CAN BE put in short: "...""; "Today I saw this: "..."": nobody's words, or nobody says."""
_ANSWERED = re.compile(
    r"(?: (?:on|in|at|to|during|from|after|later|that|this|yesterday|today|earlier)\b"
    r"[^:,;\"\u0001]{0,60})?: +(?=[^\s\"\u0001])"
)
"""Behind a verb of speech: when or where it was said, and then the words, unquoted."""
_ANYHOW = re.compile(r"(?P<all>[^:;\"\u0001]{2,160}): *\"")
_SOMEBODY = re.compile(
    r"(?P<np>(?:An?|One|Another|The|Two|Three|Several|Some|Many) [\w' -]{2,60}?) "
    r"(?:was|were|is|are|had|has|did|went|took|sounded|struck|gave|remains|[a-z]{3,}ed)\b"
)


_QUOTED_AS = re.compile(
    r"\b(?:was|is|were|has been|have been)(?: also| further| later| \w+ly)? (?:quoted|cited)"
    r"(?:(?: by (?P<by>[^,;\u0001]{2,40}?))? as [a-z]{2,}ing\b"
    r"| by (?P<carrier>[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4}|the [\w' -]{2,40})(?=[.,;\"]|$))"
)
_SAYING = re.compile(
    r"(?:, [^,;\"\u0001]{2,90},)? *as (?:saying|stating|telling|having|warning|adding)"
)
_WORDS = re.compile(r"(?: on [A-Z]\w+)?: *(?=\")")
_WHO = re.compile(r"(?:, [^,;\"]{2,80})?, who ")


_MEMBERS = re.compile(
    r"(?:[\w'-]+ ){0,3}(?:members|lawmakers|legislators|officials|experts|analysts)\b"
)
_TITLED = 12
"""Characters from a comma to a name with its title, at most."""


def first_member(
    line: Line, span: tuple[int, int], verb: int, is_person: Callable[[Mention], bool]
) -> str | None:
    """ "Members of the board, CAPT. BLACK and Carl White, said": held by the first of them."""
    if _MEMBERS.match(line.outside, *span) is None or line.outside[span[1] : span[1] + 1] != ",":
        return None
    for start, end, one in line.actors:
        if span[1] < start <= span[1] + _TITLED and end < verb and is_person(one):
            return one.entity
    return None


class Frames:
    """The frames of one set of cues, for the noun phrases of one article."""

    def __init__(self, *, cues: ClaimCues, phrases: NounPhrases) -> None:
        self._cues = compiled(cues)
        self._phrases = phrases

    def participle(self, line: Line, opened: Opened) -> list[Attribution]:
        """``..., saying it respects``: the subject of the sentence speaks."""
        for match in hits(self._cues.participles, line.outside, opened):
            if not _BESIDE.search(line.outside, max(0, match.start() - 18), match.start()):
                continue
            loose = match.group().lower() in self._cues.loose_participles
            if loose and CONTENT.match(line.outside, match.end()) is None:
                continue  # "approved it, CONFIRMING its will": a deed tells it
            for start, end, mention in line.actors:
                if end > match.start():
                    break
                after = line.text[end : end + 2]
                if _POSSESSIVE.match(after) or after.startswith("-"):
                    continue
                opening = line.outside[max(0, start - WINDOW) : start]
                lead = re.split(r"[,;:]", opening)[-1].split()
                if any(w.lower() in self._cues.prepositions for w in lead) or len(lead) > 4:
                    continue
                who = self._phrases.who(line, start, self._phrases.head_end(line, end), verb="")
                if who is not None:
                    return [Attribution(holder=who[0], cue=match.span(), source=(start, end),
                                        way="participle", outlet=False)]  # fmt: skip
                del mention
            opened_by = _SOMEBODY.match(line.outside, 0, match.start())
            if opened_by is not None:
                who = self._phrases.who(line, *opened_by.span("np"), verb="said")
                if who is not None:
                    return [Attribution(holder=who[0], cue=match.span(), way="participle",
                                        source=opened_by.span("np"), outlet=who[1])]  # fmt: skip
        return []

    def label(self, line: Line, opened: Opened) -> list[Attribution]:
        """``Kim: "..."``."""
        if ":" not in line.outside:
            return []
        offered = self._cues.announced.search(line.outside)
        span = self._phrases.before(line, offered.start(), 0) if offered is not None else None
        if offered is not None and span is not None:
            teller = self._phrases.who(line, *span, verb="said")
            if teller is not None:
                return [Attribution(holder=teller[0], cue=offered.span(), source=span,
                                    way="label", outlet=teller[1])]  # fmt: skip
        answered = self._answered(line, opened)
        if answered is not None:
            return [answered]
        match = _LABEL.match(line.outside)
        if match is None:
            return self._announced(line)
        first = match.start(1) + len(match.group(1)) - len(match.group(1).lstrip("[( "))
        who = self._phrases.who(line, first, match.end(1), verb="")
        if who is None or len(match.group(1).split()) > 8:
            return self._announced(line)
        return [Attribution(holder=who[0], cue=(match.end(1), match.end(1) + 1),
                            source=(first, match.end(1)), way="label")]  # fmt: skip

    def quoted(self, line: Line, opened: Opened) -> list[Attribution]:
        """``RNA quoted Black as saying``: Black speaks, the outlet is the source."""
        found: list[Attribution] = []
        if not any(
            one in line.outside for one in (" quoted", " cited by ")
        ) and not line.outside.startswith("Quoted"):
            quotes: Iterator[re.Match[str]] = iter(())
        else:
            quotes = _QUOTED_AS.finditer(line.outside)
        for match in quotes:
            span = self._phrases.before(line, match.start(), 0)
            who = self._phrases.who(line, *span, verb="") if span is not None else None
            if span is not None and who is not None:
                by = next((match.span(one) for one in ("by", "carrier") if match[one]), None)
                found.append(Attribution(holder=who[0], cue=match.span(), source=span,
                                         way="quoted", carrier=by))  # fmt: skip
        for match in hits(self._cues.quoted, line.outside, opened):
            participle = match.group().lower().endswith("ing")
            skipped = self._cues.words_of.match(line.outside, match.end() + 1)
            inner = self._phrases.after(line, skipped.end() if skipped else match.end())
            if inner is None:
                continue
            who = self._phrases.who(line, *inner, verb="")
            if participle:
                if who is not None:
                    found.append(Attribution(holder=who[0], cue=match.span(), source=inner,
                                             way="according", outlet=who[1]))  # fmt: skip
                continue
            outer = self._phrases.before(line, match.start(), 0)
            saying = next((one for pattern in (_SAYING, _WORDS, _WHO)
                           if (one := pattern.match(line.outside, inner[1]))), None)  # fmt: skip
            if saying is not None and saying.re is _WHO:
                saying = self._cues.verbs.match(line.outside, saying.end())
            if outer is None or who is None or saying is None:
                continue
            found.append(Attribution(holder=who[0], cue=(match.start(), saying.end()),
                                     source=inner, way="quoted", carrier=outer))  # fmt: skip
        return found

    def _answered(self, line: Line, opened: Opened) -> Attribution | None:
        """ "The spokesman responded on the same day: Zenda has always ..."."""
        for match in hits(self._cues.verbs, line.outside, opened):
            if match.group().lower() not in self._cues.inverted:
                continue
            colon = _ANSWERED.match(line.outside, match.end())
            span = self._phrases.before(line, match.start(), 0) if colon is not None else None
            who = self._phrases.who(line, *span, verb="said") if span is not None else None
            if span is not None and who is not None:
                return Attribution(holder=who[0], cue=match.span(), source=span, way="label",
                                   outlet=who[1])  # fmt: skip
        return None

    def _announced(self, line: Line) -> list[Attribution]:
        """``Kim was blunt: "..."``: whoever a sentence is about speaks behind its colon."""
        found = _ANNOUNCED.match(line.outside) if ":" in line.outside else None
        if found is None:
            return self._shrugging(line)
        if _OF_THINGS.match(line.outside):
            return []
        span = found.span("np")
        first = next((one for one in line.actors if one[0] < found.end()), None)
        if first is not None and first[2].rule == "demonym":
            first = None  # "A Ruritanian blogger left a message: ..."
        named = first is not None and not line.outside.startswith("'s", first[1])
        if named and first is not None and self._opens(line, first):
            who: tuple[str, bool] | None = (first[2].entity, False)
            span = first[:2]
        else:
            who = self._phrases.who(line, *span, verb="said") if first is None else None
        if who is None:
            return []
        colon = found.end("all")
        return [Attribution(holder=who[0], cue=(colon, colon + 1), source=span, way="label")]

    def _shrugging(self, line: Line) -> list[Attribution]:
        """ "Black shrugs off the doubts: "..."": a person with whom the sentence opens, and no
        other name or paper before the colon."""
        found = _ANYHOW.match(line.outside) if ":" in line.outside else None
        if found is None:
            return []
        named = [one for one in line.actors if one[0] < found.end()]
        if len(named) != 1 or not self._phrases.spoken.is_person(named[0][2]):
            return []
        start, end, mention = named[0]
        words = line.outside[end : found.end("all")]
        papers = any(one.search(words) for one in (self._cues.documents, self._cues.texts))
        if papers or words.startswith(("'s", ",")) or not self._opens(line, named[0]):
            return []
        colon = found.end("all")
        return [Attribution(holder=mention.entity, cue=(colon, colon + 1), source=(start, end),
                            way="label")]  # fmt: skip

    def _opens(self, line: Line, one: tuple[int, int, Mention]) -> bool:
        """Whether a sentence begins with a name, titles aside."""
        lead = line.outside[: one[0]].lower().replace(".", "").split()
        return all(
            word in self._cues.titles or self._cues.callings.fullmatch(word) for word in lead
        )
