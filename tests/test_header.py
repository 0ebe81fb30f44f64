"""What of the theme's frame serves its script alone: in one file, or where the theme put it."""

from __future__ import annotations

import pytest

from generator.mkdocs_plugin.header import Header

SWITCH = '<form class="md-header__option" data-md-component="palette">\n<input>\n</form>\n'
SEARCH = '<div class="md-search">\n<a href="javascript:void(0)">Share</a>\n</div>\n'
SETTINGS = '<script id="__config" type="application/json">{}</script>\n'
TOLD = '{"base":"../..","features":["a"],"search":"../../assets/b.js#../../assets/c.js"}'
PALETTE = '<script src="../../assets/javascripts/palette.js"></script>\n'


def frame(*, switch: str = SWITCH, search: str = SEARCH, told: str = TOLD) -> str:
    return (
        f"<header>\n<nav>\n{switch}{PALETTE}{search}</nav>\n</header>\n<main></main>\n"
        f"{SETTINGS.format(told) if told else ''}</html>\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        frame(told=""),
        frame(switch=""),
        frame(search=SEARCH + '<a href="../../code/">Source</a>\n'),
        SETTINGS.format(TOLD) + frame(told=""),
    ],
    ids=["nothing", "no settings", "no switch", "an address", "settings first"],
)
def test_a_frame_of_another_make_is_left_alone(text: str) -> None:
    """Where a piece is missing, or holds an address that depends on the page."""
    header = Header()
    assert header.moved(text) == text
    assert header.script() is None


@pytest.mark.parametrize("other", [{"search": ""}, {"told": TOLD.replace("a", "z", 1)}])
def test_a_frame_unlike_the_first_is_left_alone(other: dict[str, str]) -> None:
    """One file serves all pages, so it can say one thing."""
    header = Header()
    assert header.moved(frame()) != frame()
    before = header.script()
    assert header.moved(frame(**other)) == frame(**other)
    assert header.script() == before


def test_the_frame_asks_for_the_script_in_its_place() -> None:
    """From any depth: the script knows where it stands."""
    header = Header()
    place = '<script src="../../assets/javascripts/header.js"></script>\n'
    expected = f"<header>\n<nav>\n{place}{PALETTE}</nav>\n</header>\n<main></main>\n</html>\n"
    assert header.moved(frame()) == expected
    assert header.moved(frame().replace("../../", "").replace('"../.."', '"."')) == (
        expected.replace("../../", "")
    )
    script = header.script()
    assert script is not None
    assert '"search": "assets/b.js#assets/c.js"' in script
    assert "md-search" in script
    assert "../.." not in script.replace('new URL("../..", script.src)', "")
