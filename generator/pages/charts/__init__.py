"""Pictures drawn while the pages are planned: inline SVG that follows the site's colours.

Pure and without chance: the same facts give the same picture. Every picture has a title and a
description, and its facts stand on the page as words too, for screen readers and for site
builders that leave pictures out.
"""

from __future__ import annotations

from generator.pages.charts.counts import over_time
from generator.pages.charts.ego import Neighbour, ego
from generator.pages.charts.network import Member, network
from generator.pages.charts.ranges import Reach, Reaching, ranges
from generator.pages.charts.strip import Dot, strip

__all__ = [
    "Dot",
    "Member",
    "Neighbour",
    "Reach",
    "Reaching",
    "ego",
    "network",
    "over_time",
    "ranges",
    "strip",
]
