"""Which words before a verb are its own, and which belong to a verb inside its sentence.

Decides it by the forms that end a clause before a comma, and by a finite verb right before a noun,
which only tells what the noun is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from generator.model import EntityId

Role = Literal["acts", "to", "with", "place", "of", "free", "origin"]

_TURN = re.compile(r"(?:[いるたっすくうつぬぶむんだ]が|[いっんし]で|(?<!ぶ)[てしりれきみえけせ])、")
""" "…発射したが、", "…建造し、", "…続けていて、": the clause before is over."""
_TOPIC = re.compile(r"は、")
_ADNOMINAL = re.compile(r"[たるうくすつぬぶむ](?=[一-龥ァ-ヴA-Za-z0-9０-９「『])")
""" "北朝鮮が打ち上げを試みた5月": the verb of a clause that only tells which month."""
_ATTRIBUTES = ("いわゆる", "ある", "あらゆる", "まったく", "まもなく", "新しく", "同じく", "近く")
_SUBJECT = re.compile(r"[^\u3040-\u309f、。「」\s]{0,12}が")
_QUOTED = re.compile(r"[^、。「」]{0,6}?(?:と|との|という|こと)")
"""Behind a verb: what it tells is told by somebody, who may be the topic."""


TOLD = re.compile(r"(?:报道|報道|報導|报导|消息|声明|聲明)[称稱](?![为為之呼])")
"""Chinese words behind which somebody's report stands."""
WHICH = re.compile(r"[했한된은던진린킨] (?!뒤|후|데|채|바|것|만큼|결과)")
"""The end of a Korean verb that only tells which: "좌초한 구축함"."""
JOINED = frozenset({"至", "到", "から", "부터 ", "에서 ", "和", "与", "與", "、", "과 ", "와 "})
"""Between the two dates of one stretch: "2019年至2022年"."""


def described(text: str, date: int) -> bool:
    """Whether a Japanese date that begins there is told by the verb before it: "試みた5月"."""
    return text.endswith("た", 0, date)


def begins(text: str, start: int, verb: int) -> int:
    """Where the clause of the verb begins, behind the last clause that is over."""
    return max((one.end() for one in _TURN.finditer(text, start, verb)), default=start)


def behind_topic(text: str, start: int, verb: int) -> int:
    """The same behind the last topic that a comma ends: "会談は、"."""
    return max((one.end() for one in _TOPIC.finditer(text, start, verb)), default=start)


def of_another(text: str, subject: int, verb: int) -> bool:
    """Whether a name with "が" that ends at ``subject`` is the subject of a verb before that one:
    "北朝鮮が試みた5月から配備した". Not where the deed is told by the topic of the sentence."""
    marked = _SUBJECT.match(text, subject, verb)
    if marked is None or _QUOTED.match(text, verb + 1):
        return False
    return any(
        not text.endswith(_ATTRIBUTES, 0, one.end())
        for one in _ADNOMINAL.finditer(text, marked.end(), verb - 1)
    )


def own(
    names: Sequence[tuple[int, EntityId, Role]],
    inside: Iterable[tuple[int, int, EntityId]],
    text: str,
    *,
    verb: tuple[int, int],
    inner: int,
    after: int,
) -> list[tuple[int, EntityId, Role]]:
    """Without the names that another verb governs: those of a clause that is over, but for its
    topic, partners of an earlier deed, and the subject of a verb inside the sentence."""
    ends = {begin: stop for begin, stop, _ in inside}
    bound = max(inner, behind_topic(text, inner, verb[0]))
    kept = [
        one
        for one in names
        if one[2] not in {"to", "with", "place"}
        or one[0] >= (max(bound, after) if one[2] == "with" else bound)
    ]
    another = {
        one[0] for one in kept if one[2] == "acts" and of_another(text, ends[one[0]], verb[0])
    }
    rest = [one for one in kept if one[0] not in another]
    return rest if any(one[2] == "acts" for one in rest) else kept
