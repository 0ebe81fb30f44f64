"""How long a template may go on: what a page may count before it is taken for endless.

Jinja bounds one ``range``, but two within each other already ask for ten thousand million turns.
So the turns of all loops and the calls of all macros of a page are counted, where a loop begins and
not at each turn: that cannot be measured in a build. A text that is doubled sixty times needs few
turns; so all that is printed, joined or added is counted too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError

LIMIT = 200_000
"""Turns and calls of one page: the longest of a site of 1,000 dense briefings takes 6,000."""
LONGEST = 30_000_000
"""Characters that one page may put together, counted again by each macro that hands them on: the
longest of a site of 300 briefings takes 1.1 million."""
FILTER = " counted"
"""The name is none that a template can write."""


class Steps:
    """Of one page at a time."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self._left, self._room = LIMIT, LONGEST

    def take(self, count: int = 1) -> None:
        """:exc:`SecurityError` if there were too many."""
        self._left -= count
        if self._left < 0:
            raise SecurityError(
                f"the page takes more than {LIMIT:,} turns of loops and calls of macros: "
                "end its loops sooner"
            )

    def build(self, characters: int) -> None:
        """:exc:`SecurityError` if a page puts together too many."""
        self._room -= characters
        if self._room < 0:
            raise SecurityError(
                f"the page puts together more than {LONGEST:,} characters: "
                "a text is added to itself without end"
            )

    def counted(self, values: Iterable[Any]) -> Iterable[Any]:
        """What a loop goes through, its length taken at once where it is known."""
        if not isinstance(values, Sized):
            return self._each(values)
        self.take(len(values))
        return values

    def _each(self, values: Iterable[Any]) -> Iterator[Any]:
        for one in values:
            self.take()
            yield one


def count_loops(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The same template, whose loops ask the filter :data:`FILTER`."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(
            loop.iter, FILTER, [], [], None, None, lineno=loop.lineno, environment=environment
        )
    return tree
