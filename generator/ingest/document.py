"""From an :class:`Article` to its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from generator.ingest.display import INVISIBLE, VISIBLE, display
from generator.knowledge.language import Language
from generator.model import Article, Document, Removed, Repair, Sentence, SentenceId
from generator.text.sentences import split
from generator.text.speech.signed import signatory


class _Ordered:
    """Spans in order, asked for those that touch a range."""

    def __init__(self, spans: Sequence[Removed] | Sequence[Repair]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._longest = max((span.end - span.start for span in spans), default=0)

    def touching(self, start: int, end: int) -> list[Removed | Repair]:
        if not self._starts:
            return []
        first = bisect_right(self._starts, start - self._longest - 1)
        last = bisect_right(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start and span.start < end]


def to_document(article: Article, *, language: Language) -> Document:
    """The article cut into sentences. Titles and removed spans are no sentences, but for a title
    that names whose statement the article prints; headings and list items are at least one each."""
    text = article.text
    removed, repairs = _Ordered(article.removed), _Ordered(article.repairs)
    title = article.title
    signed = signatory(text, language.claims)
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(article.paragraphs):
        if (
            title is not None
            and paragraph.kind == "heading"
            and (paragraph.start, paragraph.end) == (title.start, title.end)
            and (signed is None or not title.start <= signed[0] < title.end)
        ):
            continue
        gone = removed.touching(paragraph.start, paragraph.end)
        pieces = _outside(text, paragraph.start, paragraph.end, gone)
        for start, end in split(text, spans=pieces, rules=language.sentences):
            mends = [span for span in repairs.touching(start, end) if isinstance(span, Repair)]
            shown = display(text, start, end, repairs=mends, removed=())
            if not shown:
                continue
            sentences.append(
                Sentence(
                    start=start,
                    end=end,
                    id=SentenceId(f"s{len(sentences) + 1}"),
                    paragraph=index,
                    text=text[start:end],
                    display=shown,
                )
            )
    return Document(article=article, sentences=tuple(sentences))


def _outside(
    text: str, start: int, end: int, gone: Sequence[Removed | Repair]
) -> list[tuple[int, int]]:
    """The parts of a paragraph that were not removed and hold something to see."""
    pieces: list[tuple[int, int]] = []
    position = start
    for span in gone:
        pieces.append((position, span.start))
        position = max(position, span.end)
    pieces.append((position, end))
    kept: list[tuple[int, int]] = []
    for first, last in pieces:
        hit = INVISIBLE.match(text, first, last) if first < last else None
        inner = hit.end() if hit else first
        if inner < last and VISIBLE.search(text, inner, last):
            kept.append((inner, last))
    return kept
