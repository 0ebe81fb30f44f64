"""Which mentions make an actor, and what the article says each person is."""

from __future__ import annotations

import pytest
from workbench import analysed


def actors(text: str, date: str | None = None) -> dict[str, str | None]:
    """Identity -> role."""
    return {str(actor.id): actor.role for actor in analysed(text, date).actors}


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Germany's Halden Marine Systems is the rival bidder.", "germany"),
        ("The engine was built in Germany by hand.", "germany"),
        ("要求部队撤出俄罗斯。会谈没有结果，大家都离开了。", "russia"),
        ("군대의 러시아 철수를 요구했다. 회담은 끝났다.", "russia"),
        ("The troops left Russia in the spring.", "russia"),
        ("He wants the brigade withdrawn from Russia at once.", "russia"),
        ("A Whitehall source said so on Friday.", "united-kingdom"),
        ("The Kremlin man drank toasts.", "russia"),
        (
            "The owner is Grey Gull of Majuro, Marshall Islands, and nobody answers.",
            "marshall-islands",
        ),
        ("The tanker flew the flag of Panama when it was seen.", "panama"),
        ("Grey Gull is a general cargo ship, Togo flag.", "togo"),
        ("The Lisbon consultancy Blue Elm counted them.", "portugal"),
        ("韩国国防部长金某在会上讲话，大家都很高兴。", "chinese-defence-ministry"),
        ("越南国防部发言人阮某表示，一切正常，大家都很高兴。", "chinese-defence-ministry"),
    ],
)
def test_a_place_or_an_origin_is_no_actor(text: str, identity: str) -> None:
    """Where something is, comes from, or whose title it is part of."""
    assert identity not in actors(text)


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Germany said it would bid.", "germany"),
        ("The guns came from Russia as a gift.", "russia"),
        ("俄罗斯表示，不会同意。会谈没有结果，大家都离开了。", "russia"),
        ("韩国国防部发言人表示，一切正常，大家都很高兴。", "south-korean-defence-ministry"),
        ("중국 외교부 대변인은 우려를 표했다. 회담은 끝났다.", "chinese-foreign-ministry"),
        ("한국 국방부는 확인했다. 회담은 끝났다.", "south-korean-defence-ministry"),
    ],
)
def test_who_acts_is_an_actor(text: str, identity: str) -> None:
    """The state, and the ministry of the state that stands before it."""
    assert identity in actors(text)


@pytest.mark.parametrize(
    ("text", "identity", "role"),
    [
        (
            "Hugo Brandt, a former State Department negotiator, left.",
            "hugo-brandt",
            "former State Department negotiator",
        ),
        (
            "South Korean defence minister Hugo Brandt left.",
            "hugo-brandt",
            "South Korean defence minister",
        ),
        ("Rear Adm. Hugo Brandt left.", "hugo-brandt", "Rear Adm."),
        ("“No,” scoffed ex-RAF engineer Hugo Brandt, 61.", "hugo-brandt", "ex-RAF engineer"),
        (
            "Hugo Brandt, chairman of the Harlan Institute, left.",
            "hugo-brandt",
            "chairman of the Harlan Institute",
        ),
        (
            "They met Belgium's foreign minister Hugo Brandt.",
            "hugo-brandt",
            "Belgium's foreign minister",
        ),
        ("Hugo Brandt, a former U.S. negotiator, left.", "hugo-brandt", "former U.S. negotiator"),
        ("U.S. Ambassador Hugo Brandt left.", "hugo-brandt", "U.S. Ambassador"),
        ("“No,” said Hugo Brandt.", "hugo-brandt", None),
        ("Mr. Brandt said no. Mr. Hugo Brandt left.", "hugo-brandt", None),
        ("Hugo Brandt said no, the minister left.", "hugo-brandt", None),
        ("Hugo Brandt said no. Hugo Brandt, a welder, left.", "hugo-brandt", "welder"),
    ],
)
def test_a_role_is_the_article_s_own_words(text: str, identity: str, role: str | None) -> None:
    """A slice of the sentence right beside the name, or nothing."""
    assert actors(text)[identity] == role


def test_the_knowledge_tells_the_office_of_a_dated_article() -> None:
    """The office at the article's date goes before the words beside the name."""
    dated = actors("Analyst Kim Jong Un smiled at the crowd.", "2024-01-20")
    assert dated["kim-jong-un"] not in {None, "Analyst"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("中国外交部发言人林翰表示，一切正常，大家都很高兴。", "中国外交部发言人"),
        ("이성찬 합참 공보실장은 브리핑에서 밝혔다. 회담은 끝났다.", "합참 공보실장"),
        ("군사 전문가 박용하는 새 엔진이라고 했다. 회담은 끝났다.", "군사 전문가"),
    ],
)
def test_a_role_in_other_scripts(text: str, role: str) -> None:
    """The title before a Chinese name, and before or after a Korean one."""
    people = [actor for actor in analysed(text).actors if actor.type == "person"]
    assert [actor.role for actor in people] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Rear Adm. Hugo Brandt, chief of the bureau, said that Anna Moor, a welder, left.",
        "Foreign Ministry spokeswoman Anna Moor said no; Gen. Hugo Brandt, 61, agreed.",
    ],
)
def test_a_role_stands_in_the_text(text: str) -> None:
    """Every role is found character by character in its article."""
    found = [actor.role for actor in analysed(text).actors if actor.type == "person"]
    assert len(found) == 2
    assert all(role is not None and role in text for role in found)
