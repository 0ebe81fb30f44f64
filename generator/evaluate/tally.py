"""Counts of right, missed and wrong, the scores that follow from them, and how they print."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Right, missed and wrong of one task, with a line for each that is not right."""

    right: float = 0
    missed: float = 0
    wrong: float = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong
        self.misses += other.misses


Report = dict[str, Tally]
"""Tallies by task, in the order in which they print."""


def table(report: Report) -> str:
    """The report as lines of text: task, precision, recall, F1, counts."""
    width = max((len(task) for task in report), default=4)
    lines = [f"{'task':{width}}  precision  recall     F1  right missed wrong"]
    for task, tally in report.items():
        lines.append(
            f"{task:{width}}  {tally.precision:9.3f}  {tally.recall:6.3f}  {tally.f1:5.3f}"
            f"  {tally.right:5g} {tally.missed:6g} {tally.wrong:5g}"
        )
    return "\n".join(lines)
