"""Which words of the future only look so: what they say of the present, the past or the rule.

Decides, for a marker found elsewhere, that its sentence guesses at what is ("may be a decoy"),
tells what a thing can do, quotes a law, describes a habit or a purpose, or narrates the past. A
time to come or a condition in the sentence overrules the guesses and abilities, nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import Hindsight, OutlookCues
from generator.text.customs import Customs
from generator.text.horizons import times
from generator.text.manners import Manners
from generator.text.marking import ADVERBS, WEAK, Marker
from generator.text.phrases import words
from generator.text.tries import alternation

_WOULD = frozenset({"would"})
_MODAL = WEAK | _WOULD | {"can", "should", "must", "will"}
_LIKELY = re.compile(r"(?:un)?likely to|(?:most|more|very|highly) likely to", re.I)
_PLURAL = re.compile(
    rf"{ADVERBS} be [a-z][a-z-]{{2,}}(?<!s)s(?<!ous)(?<!less)(?=[.,;\")]|$| (?:or|and) )"
)
_FIGURE = re.compile(
    r"[^.;]{0,30}?\b(?:\d[\d,.]*|up to|about|some|two|three|four|five|six|eight|ten)\b"
)
_HYPOTHESIS = re.compile(
    r"\b(?:if|unless|were to|provided|as long as|once|should (?:it|the|a|they|any)|without)\b"
    r"|^were\b",
    re.I,
)
_SO_THAT = re.compile(r"\b(?:so(?: that)?|in order that|lest) (?:[\w'-]+ ){1,6}$", re.I)
_HAVE_DONE = re.compile(
    r"\b(?:could|would|might|can|may|should|must)(?: [\w'.-]+){1,6}? have "
    r"(?:been|had|done|gone|seen|known|\w+(?:ed|en|wn|ght|ft|lt|nt|de|ck|ut|et|id))\b",
    re.I,
)
_PAST_CLAUSE = re.compile(
    r"\b(?:before|after|until|till|when|while|because|since|and|but|as)\b (?:[\w'-]+ ){1,5}?"
    r"(?:\w{2,}ed|was|were|had|did|came|went|fell|left|took|lost|began|broke|died)\b",
    re.I,
)
_GENERIC = re.compile(r"[\"' ]*(?:An?|Such an?|Any) [^,;.]{2,60}$")
_INFERRED = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ ){0,2}?(?:likely|probably|possibly|presumably|perhaps) "
    r"(?!to\b)[^.;]{1,90}, which $"
)
"""An inference about what is, and what would follow from it: no more than the inference."""
_ALONE = re.compile(
    r"[^.;,]{0,60}\b(?:(?:by )?(?:themselves|itself|himself|herself)|on (?:their|its) own)"
    r"(?=[.;,\"]|$)"
)
_CONCEDED = re.compile(
    r"\b(?:whatever|whoever|whichever|no matter (?:what|who|how|which|where)|however (?:\w+ly|"
    r"much|hard|long|far|many|little|small|large|strong|unlikely|tempting)) [^,;.:]{0,60}$",
    re.I,
)
""" "Whatever the brochure MAY imply": a concession."""
_RIGHT_AFTER = 70
_THAT = re.compile(r"[\"',]* that\b")
_CHANCE_THAT = re.compile(r"\b(?P<chance>chances?|odds|likelihood|probability) that\b")
_COMING = re.compile(r"\b(?:will|would|could|can|might|may|should|to [a-z]+|is|are)\b")
_GONE = re.compile(
    r"\b(?:had|have|has|was|were|did|been|(?:could|may|might|must|would) have|came|"
    r"went|took|made|gave|got|sold|sent|built|bought|fell|left|\w{3,}ed)\b"
)
_BELIEVE = re.compile(
    r"\b(?:needs?|wants?|mak(?:e|es|ing)|lead(?:s|ing)?|lets?|letting|leav(?:e|es|ing)|"
    r"persuad(?:e|es|ing)|convinc(?:e|es|ing)|wanted|needed|made|led|persuaded|convinced) "
    r"[^,;.]{0,50}?(?:(?:to )?(?:believe|think|fear|feel|suspect) )?(?:that )?(?:[\w'-]+ ){1,4}$"
)
_BELIEVED = re.compile(r"\b(?:believe|think|fear|feel|suspect|convinced|persuaded)\b")
_CAME = re.compile(
    r", (?:and |all of |both of )?which (?:then |later |duly |never |in fact |they |it |he |she )?"
    r"(?:arrived|came|happened|followed|took place|did|went ahead|began|ended|failed|sank|fell)\b"
)
""" "Would send grain, WHICH ARRIVED in April"."""
_EVERY = re.compile(
    r" [^,;.]{0,40}?\bevery (?:\d|few|other|two|three|four|five|six|ten|hundred|hour|shift)"
)
_SIZE = re.compile(
    r" be (?:about |around |roughly |some |at least |over |nearly |almost |between |"
    r"no more than |up to )*(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) )"
)
_IF_RIGHT = re.compile(
    r"\bif (?:the|this|that|these|those|his|her|its|their) (?:[\w'-]+ ){1,4}?(?:is|are|proves?|"
    r"turns? out to be) (?:right|true|correct|accurate|genuine|authentic|confirmed|verified)\b"
)
""" "Would be the third, IF THE COUNT IS RIGHT": of what already happened."""
_ONCE_TOLD = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he) (?:was|were) (?:all |also )?"
    r"(?:told|promised|assured) "
    r"(?:in|last|back in|on|at|years|months|weeks)\b[^,;.:\"]{1,40} (?:that )?[^,;.:\"]{1,80}$"
)
""" "We WERE TOLD IN MARCH that it would": foretold then."""
_LIKE_ANOTHER = re.compile(
    r"\b[Ii]f (?:it|they|he|she|(?:the|this|that|these|those|its|their) [\w-]+(?: [\w-]+)?) "
    r"(?:\w+ly )?(?:performs?|works?|behaves?|functions?|operates?|handles?|flies|fly) "
    r"(?:anything |much |just |exactly |at all )?(?:like|as)\b"
)
""" "IF IT PERFORMS LIKE the first ones, it would see 200 km": what a thing can do."""
_FITS = re.compile(r" (?:match|fit|suit)\b")
""" "It said it WOULD MATCH the sum": no inference."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies)|dismiss(?:ed|es)?|reject(?:ed|s)?|refut(?:ed|es)|rubbish(?:ed|es)) "
    r"(?:\w+ ){0,2}?(?:reports?|rumou?rs?|claims?|talk|speculation|suggestions?|allegations?)\b"
    r"[^.;]{0,30}? (?:that|of)\b[^.;]{0,90}$"
)
""" "DENIED RUMOURS THAT the guns WOULD go": nobody says they will."""
_RATE = re.compile(
    r" (?:also |\w+ly )?(?:fire|shoot|launch|loose|spit|make) (?:[\w-]+ ){0,4}?[\w-]+ (?:an? |per )"
    r"(?:minute|second|hour)\b"
)
""" "The gun WILL FIRE EIGHT ROUNDS A MINUTE": what it can do."""
_SHOW = re.compile(rf"{ADVERBS} (?:show|depict|be of|be from)\b")
""" "The pictures may SHOW a decoy"."""
_OUTDO = re.compile(
    r" (?:\w+ly |also |even |easily )?out(?:range|climb|run|gun|last|pace|fly|reach|class|perform|"
    r"number|manoeuvre|maneuver|see|score|match|weigh|shoot|strip)\b"
)
_IRREAL = re.compile(r"\bif\b[^;.]{1,60}?\b(?:was|were)\b")
""" "Would buy you 18,000 km IF there WAS a missile inside"."""


class Backwards:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        own: Hindsight = cues.hindsight
        self._times = times(cues)
        self._manners = Manners(cues)
        self._customs = Customs(cues)
        self._identity = re.compile(
            rf"{ADVERBS} be (?:{alternation(own.identity)}(?![\w-])|(?-i:[A-Z]))", re.I
        )
        self._not_identity = words(own.not_identity)
        self._aims = words(own.aims)
        self._states = re.compile(rf"{ADVERBS} {alternation(own.states)}(?![\w-])", re.I)
        self._would_now = re.compile(rf"{ADVERBS} {alternation(own.would_now)}(?![\w-])", re.I)
        self._was_it = re.compile(
            rf" (?:not )?be (?:\w+ly |very )?{alternation(cues.astonished)} if "
            r"(?:[\w'-]+ ){1,4}?(?:had|has|have|did)\b",
            re.I,
        )
        self._figured = re.compile(
            rf"\b{alternation(own.figures)}(?: [\w-]+){{0,2}}[ \"]{{1,2}}$", re.I
        )
        self._amiss = re.compile(rf"{ADVERBS} be {alternation(own.amiss)}(?![\w-])", re.I)
        self._abilities = re.compile(rf"{ADVERBS} {alternation(own.abilities)}(?![\w-])", re.I)
        self._able = re.compile(rf"{ADVERBS} be able to\b", re.I)
        self._within_reach = words(own.within_reach)
        self._beliefs = re.compile(
            rf"\b{alternation(own.past_beliefs)}\b(?: that)? [^.;]{{0,70}}$", re.I
        )
        self._whether_believed = re.compile(
            r"\b(?:whether|that) [^,;.]{1,40}\b(?:believes?|thinks?)\b[^.;]{0,90}$", re.I
        )
        self._checking = words(cues.checking)
        self._told = words(own.told)
        self._came_true = words(own.came_true)
        self._studies = words(own.studies)
        self._found = re.compile(r"\b(?:found|showed|suggested|concluded|ended)\b", re.I)
        self._unsaid = re.compile(rf" {alternation(own.unsaid)}(?![\w-])", re.I)
        self._at_will = re.compile(
            rf" {alternation(own.making)}\b[^.;,]{{0,40}}\b{alternation(own.at_will)}(?![\w-])",
            re.I,
        )
        measured = alternation(own.measures)
        self._measured = re.compile(
            rf"[^.;]{{0,60}}?(?<![\w.,])(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|"
            rf"twelve|twenty|thirty|forty|fifty|ninety)[ -]?{measured}(?![\w-])",
            re.I,
        )
        self._on_paper = re.compile(rf"[\"' ]*{alternation(own.on_paper)}(?![\w-])", re.I)
        self._people = re.compile(
            rf"(?:^|[,;.\"]) *(?:\w+ )?(?:the |his |her |their |these |those |"
            rf"many |most |some |all )?(?:\w+ )?{alternation(own.people)} $",
            re.I,
        )
        self._past_odds = re.compile(rf"\b{alternation(own.past_odds)}\b[^.;]{{0,40}}$", re.I)

    def clear(
        self, text: str, markers: tuple[Marker, ...], *, attributed: bool
    ) -> tuple[Marker, ...]:
        """The markers that do look ahead."""
        if not markers:
            return markers
        if self._came_true.search(text):
            return tuple(one for one in markers if one.type in {"question", "scheduled"})
        ahead = self._times.near(text) and not self._customs.opens(text)
        supposed = ahead or _HYPOTHESIS.search(text) is not None
        kept = tuple(
            one
            for one in markers
            if not self._away(text, one, supposed=supposed, ahead=ahead, attributed=attributed)
        )
        if len(kept) < len(markers) and all(
            one.type == "warning" and text[one.start : one.end].endswith(" that") for one in kept
        ):
            return ()  # "warned that it may be little more than a shed": of what is
        return kept

    def past_odds(self, text: str, start: int, end: int) -> bool:
        """Whether odds in figures were those of a time that is over, or are odds that something
        was done."""
        if self._past_odds.search(text, max(0, start - 60), start) is not None:
            return True
        chance = _CHANCE_THAT.search(text, max(0, start - 160), start)
        gone = chance is not None and self._of_the_past(text, chance.end("chance"))
        return gone or self._of_the_past(text, end)

    def _of_the_past(self, text: str, end: int) -> bool:
        """ "An even chance THAT it HAS SUPPLIED help": likelihood of what was, or is."""
        that = _THAT.match(text, end)
        if that is None:
            return False
        clause = text[that.end() : that.end() + 160]
        coming, gone = _COMING.search(clause), _GONE.search(clause)
        return gone is not None and (coming is None or gone.start() < coming.start())

    def _away(
        self, text: str, marker: Marker, *, supposed: bool, ahead: bool, attributed: bool
    ) -> bool:
        if marker.type == "question":
            return self._manners.idle(text) or _HAVE_DONE.search(text) is not None
        word = text[marker.start : marker.end].lower()
        if self._here(text, word, marker.end) or self._manners.only(
            text, word, marker, supposed=supposed, attributed=attributed
        ):
            return True
        end = marker.end
        before = text[max(0, marker.start - 120) : marker.start]
        if (
            self._of_the_past(text, end)
            or (word in _MODAL and self._of_a_thing(text, word, marker, before, ahead=ahead))
            or self._customs.rule(text, word, end, before, ahead=ahead)
        ):
            return True
        if word in {"could", "can"} and _GENERIC.match(text[: marker.start]) and not supposed:
            return _FIGURE.match(text, end) is not None
        if self._only_thought(text, word, end, before):
            return True
        if word in _WOULD:
            return self._narrated(text, end, supposed=supposed, attributed=attributed)
        if supposed:
            return False
        if word in WEAK or word == "must" or _LIKELY.fullmatch(word):
            return self._guess(text, word, end, before)
        return False

    def _only_thought(self, text: str, word: str, end: int, before: str) -> bool:
        """What somebody believed, aimed at, keeps silent about or found on paper."""
        if word in _MODAL and _DENIED.search(before):
            return True
        return word in WEAK | _WOULD and bool(
            _SO_THAT.search(before)
            or self._beliefs.search(before)
            or self._whether_believed.search(before)
            or self._unsaid.match(text, end)
            or (word in WEAK and _CONCEDED.search(before))
            or (self._studies.search(text[:end]) and self._found.search(before))
            or (word in _WOULD and _INFERRED.search(before))
        )

    def _of_a_thing(
        self, text: str, word: str, marker: Marker, before: str, *, ahead: bool
    ) -> bool:
        """What a thing is, can do on paper, is allowed to or needs as a rule."""
        end = marker.end
        if word in {"must", "should"} and _EVERY.match(text, end):
            return True
        if ahead:
            return False
        if word == "should":
            able = self._able.match(text, end)
            return _SIZE.match(text, end) is not None or (
                able is not None and self._abilities.match(text, able.end()) is not None
            )
        if word == "must":
            return False
        if _OUTDO.match(text, end) or (
            word != "will" and (self._on_paper.match(text) or self._on_paper.match(text, end))
        ):
            return True
        if word in WEAK | _WOULD and _BELIEVE.search(before) and _BELIEVED.search(before):
            return True
        if word == "will":
            return _RATE.match(text, end) is not None
        return word in {"would", "could"} and (
            self._measured.match(text, end) is not None
            and (_HYPOTHESIS.search(text) is None or _IRREAL.search(text) is not None)
        )

    def _here(self, text: str, word: str, end: int) -> bool:
        """What is allowed from now on, was a surprise, or can be done at will."""
        leave = word == "may" and text.startswith(" now ", end)  # "worshippers may now gather"
        if leave or (word == "would" and self._was_it.match(text, end)):
            return True
        return word == "could" and self._at_will.match(text, end) is not None

    def _guess(self, text: str, word: str, end: int, before: str) -> bool:
        """What something is or can do, as far as the writer can tell."""
        ahead = self._not_identity.search(text, end, end + _RIGHT_AFTER)
        if not ahead and (self._identity.match(text, end) or _PLURAL.match(text, end)):
            return word != "must" or self._aims.search(before) is None
        if word == "must":
            return False
        if self._figured.search(before) and (
            self._amiss.match(text, end) or _SHOW.match(text, end)
        ):
            return True
        if self._states.match(text, end) or (word == "could" and _ALONE.match(text, end)):
            return True
        able = self._abilities.match(text, end)
        return word == "could" and able is not None and _FIGURE.match(text, able.end()) is not None

    def _narrated(self, text: str, end: int, *, supposed: bool, attributed: bool) -> bool:
        """A "would" of the past, of a spec sheet, or of an inference."""
        if _CAME.search(text, end) or self._checking.search(text) or _IF_RIGHT.search(text):
            return True
        if _LIKE_ANOTHER.search(text, 0, end):
            return True
        if _ONCE_TOLD.search(text, 0, end - len(" would")) and not self._times.near(text[end:]):
            return True
        if not attributed and not supposed and self._people.search(text[: end - len("would")]):
            return True
        if self._would_now.match(text, end) and not (attributed and _FITS.match(text, end)):
            return not self._times.near(text)
        if supposed and not self._customs.opens(text):
            return False
        if self._able.match(text, end) or self._within_reach.search(text, end, end + 120):
            return True
        if self._customs.opens(text):
            return True
        return not attributed and (
            self._told.search(text) is not None or _PAST_CLAUSE.search(text) is not None
        )


@lru_cache(maxsize=8)
def backwards(cues: OutlookCues) -> Backwards:
    return Backwards(cues)
