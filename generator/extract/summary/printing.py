"""How a chosen sentence reads: cut at clause bounds, with who says it kept in.

The words are the source's own; only a judgement of the article's writer gets its holder before it.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.summary.findings import Findings, Summary
from generator.extract.summary.naming import named_before, named_beside, plainly, quoted
from generator.extract.summary.weighing import Unit
from generator.knowledge.cues.claims import Tone
from generator.knowledge.cues.summary import SummaryCues
from generator.model import AUTHOR, Claim, SentenceId, Statement
from generator.text.condense import broken, condense, finish, line
from generator.text.headline import headline
from generator.text.scripts import HANGUL_LETTER, KANA_LETTER
from generator.text.syntax.clauses import Cutting, word_count
from generator.text.tokens import fold, is_latin, tokenise

BLUF_WORDS = 35
_SPELT_WORDS = 50
"""The same for Korean and Japanese, as their letters are counted, two a word: thirty-odd words."""
STATEMENT_WORDS = 48
_SOURCE = 8
"""Words left for a source that is put into a bottom line which had to be broken off."""
_LONGEST = 54
"""Words beyond which whole constituents go where no last clause can."""
_FIRST = frozenset({"We", "we", "I", "Our", "our", "My", "my", "us"})
"""Words with which somebody speaks of himself; "US" is a country."""
_PUT_IN = ((True, True, 14), (False, True, 14), (False, False, 12))
"""Whether days and whether a source are put into a bottom line, and what must be left of it."""


class Printer(Struct, frozen=True, kw_only=True):
    """How sentences are cut. No title ends on a word of ``stops``; no name is a ``common`` word."""

    cues: SummaryCues
    cutting: Cutting
    stops: frozenset[str]
    common: frozenset[str]
    tone: Tone

    def bottom_line(self, unit: Unit, findings: Findings) -> Statement:
        """A unit in at most :data:`BLUF_WORDS` words, with who says it. The days that only the
        article's own date explains are the first to stay out, then the source that only an
        earlier sentence names."""
        most = room(unit.text)
        for dated, sourced, least in _PUT_IN:
            for limit in range(most, least - 1, -1):
                text = line(unit.text, cutting=self.cutting, limit=limit, telling=findings.telling)
                if text is None:
                    break
                if word_count(text) < least < word_count(unit.text):
                    break
                found = self._printed(unit, findings, text, dated=dated)
                if sourced:
                    found = self.sourced(found, unit, findings)
                if word_count(found.text) <= most:
                    return found
        for limit in (most, most - _SOURCE):
            text = broken(unit.text, cutting=self.cutting, limit=limit)
            plainly_cut = self._printed(unit, findings, text, dated=0)
            found = self.sourced(plainly_cut, unit, findings)
            if word_count(found.text) <= most:
                return found
        return plainly_cut

    def sourced(self, found: Statement, unit: Unit, findings: Findings) -> Statement:
        """A statement with its source beside it where only another sentence names him; in
        square brackets, as everything that is put in. One with a word of speech says itself
        whose it is."""
        name = findings.names.get(found.holder or "")
        before = named_beside(unit.index, found.holder, findings)
        named = findings.actors_in(unit.sentence)  # not by the label of his turn alone
        own = {item.entity for item in named if item.surface in unit.text}
        cues = [claim.cue for claim in findings.told(unit.sentence, found.text) if claim.cue]
        told = any(  # "I think" says of nobody who it is
            fold(cue) in fold(found.text) and _FIRST.isdisjoint(tokenise(cue).raws) for cue in cues
        )
        if not name or not before or told or found.holder in own or not is_latin(found.text):
            return found
        if not _FIRST.isdisjoint(tokenise(found.text).raws):
            text = self.cues.source_before.format(source=name) + found.text
        elif found.text.endswith(".") and self.cutting.speech.isdisjoint(
            tokenise(found.text).norms
        ):
            text = found.text[:-1] + self.cues.source_behind.format(source=name) + "."
        else:
            return found
        return replace(
            found,
            text=text,
            evidence=tuple(sorted({*before, *found.evidence}, key=findings.index.__getitem__)),
        )

    def statement(self, unit: Unit, findings: Findings) -> Statement:
        """A unit in at most about :data:`STATEMENT_WORDS` words, with its holder."""
        limit = STATEMENT_WORDS
        text = condense(unit.text, cutting=self.cutting, limit=limit, brackets=True)
        if word_count(text) > limit:
            text = condense(unit.text, cutting=self.cutting, limit=limit)
        if word_count(text) > _LONGEST:
            text = line(unit.text, cutting=self.cutting, limit=limit) or text
        return self._printed(unit, findings, text)

    def _printed(
        self, unit: Unit, findings: Findings, text: str, *, dated: int | None = None
    ) -> Statement:
        """A unit of which ``text`` is left, with whose it is and what explains it put in, for so
        many days or for all."""
        reading = findings.readings[unit.index]
        text = plainly(text, reading, findings, frozenset(self.cues.epithets))
        # Who spoke in passing needs no cue where those words were cut.
        for claim in findings.told(unit.sentence, text):
            if claim.holder not in {None, AUTHOR} and claim.cue:
                text = self._keep_cue(text, unit, claim)
        claims = findings.told(unit.sentence, text)
        holders = {claim.holder for claim in claims}
        holder = holders.pop() if len(holders) == 1 else None
        layer = findings.layers.get(unit.sentence)
        judged = layer == "recommendation" or (
            layer == "judgement" and self._judges(text, unit, findings)
        )
        own = judged or not _FIRST.isdisjoint(tokenise(text).raws)
        if own and any(claim.holder == AUTHOR for claim in claims):
            text = self._as_view(text, findings)
        evidence: tuple[SentenceId, ...] = (unit.sentence,)
        speaker = findings.speaker(unit.sentence, text)
        if speaker is not None:
            pronoun, name = speaker
            text = f"[{name}]{text[len(pronoun) :]}"
            evidence = (*named_before(unit.index, holder, findings), unit.sentence)
        days = findings.days.get(unit.sentence, [])[:dated]
        for words, written in days:
            text = _with_day(text, words, written)
        return Statement(text=text, evidence=evidence, holder=holder)

    def title(self, text: str) -> str:
        """A headline out of a sentence."""
        return headline(text, cutting=self.cutting, stops=self.stops)

    def empty(self, findings: Findings) -> Summary:
        """What can be said where no sentence is fit to be chosen: the first one, or nothing."""
        if not findings.readings:
            nothing = Statement(text=self.cues.open_bluf, evidence=())
            return Summary(title="Untitled article", bluf=nothing, statements=())
        first = findings.readings[0].sentence
        text = condense(first.display, cutting=self.cutting, limit=BLUF_WORDS)
        claim = findings.voices.get(first.id)
        statement = Statement(
            text=text, evidence=(first.id,), holder=claim.holder if claim else None
        )
        title = self.title(first.display)
        return Summary(title=title, bluf=statement, statements=(statement,))

    def _keep_cue(self, text: str, unit: Unit, claim: Claim) -> str:
        """Who says it must not be cut away with the tail."""
        if fold(claim.cue) in fold(text) or fold(claim.cue) not in fold(unit.text):
            return text
        whole = condense(unit.text, cutting=self.cutting, limit=3 * STATEMENT_WORDS)
        return whole if fold(claim.cue) in fold(whole) else finish(unit.text)

    def _judges(self, text: str, unit: Unit, findings: Findings) -> bool:
        """Whether the words printed of a judgement still judge, or look ahead as no plan does."""
        ahead = [
            item.type
            for item in findings.outlook
            if item.sentence == unit.sentence and item.holder == AUTHOR
        ]
        if ahead:
            return any(kind != "scheduled" for kind in ahead)
        # What is a judgement by its holder alone ("Comment: ...") stays one.
        told = any(claim.cue for claim in findings.told(unit.sentence, text))
        return self.tone(text) != "fact" or (not told and self.tone(unit.text) == "fact")

    def _as_view(self, text: str, findings: Findings) -> str:
        """A judgement with its holder before it; a sentence in the first person says it
        itself."""
        folded = fold(text)
        if folded.startswith(self.cues.author_named):
            return text
        for opening in self.cues.author_opens:
            if folded.startswith(opening + " "):
                return self.cues.author_view + text[len(opening) :].lstrip()
        first = text.split(" ", 1)[0]
        if not _FIRST.isdisjoint(tokenise(text).raws) or first == "That":
            return self.cues.author_label + text
        plain = fold(first)
        names = {
            tokenise(mention.surface).norms[0]
            for reading in findings.readings
            for mention in reading.mentions
            if tokenise(mention.surface).norms
        }
        if plain in names - self.common:
            return self.cues.author_view + text
        lowered = first[:1].lower() + first[1:]
        common = plain in self.common or any(
            f" {lowered} " in reading.sentence.display for reading in findings.readings
        )
        if common:
            return self.cues.author_view + lowered + text[len(first) :]
        return self.cues.author_label + text


def room(text: str) -> int:
    """How many words a bottom line made of ``text`` may have."""
    spelt = HANGUL_LETTER.search(text) or KANA_LETTER.search(text)
    return _SPELT_WORDS if spelt else BLUF_WORDS


def _with_day(text: str, words: str, written: str) -> str:
    """ "on the 14th" -> "on the 14th [14 February 2024]", outside quotations and only where the
    words stand once."""
    begin = text.find(words)
    if not words or text.count(words) != 1 or quoted(text[:begin]):
        return text
    end = begin + len(words)
    if text[end : end + 1].isalnum() or text[end : end + 1] == "-" or text[end : end + 2] == " [":
        return text
    return f"{text[:end]} [{written}]{text[end:]}"
