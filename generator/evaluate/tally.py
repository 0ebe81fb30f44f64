"""Counts of right, missed and wrong, and the scores that follow from them."""

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

    def mark(self, *, right: bool, miss: str, instead: bool = True) -> None:
        """Count one item of the gold. What is not right is missed and, with something else in its
        stead, wrong as well; ``miss`` is the line that says so."""
        if right:
            self.right += 1
            return
        self.missed += 1
        self.wrong += instead
        self.misses.append(miss)

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong
        self.misses += other.misses


Report = dict[str, Tally]
"""Tallies by task, in the order in which they print."""
