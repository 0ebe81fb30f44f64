"""Who speaks in a printed statement."""

from __future__ import annotations

import pytest
from workbench import holders

from generator.model import AUTHOR

STATEMENT = """Pyongyang, July 22 (KCNA) -- Kim Yo Jong, vice department director of the Central \
Committee of the Workers' Party of Korea, issued the following press statement on Saturday:

No missile has ever made such a flight. Seoul should reckon with our guns. \
"We are ready," Kim Jong Un said last week.
"""


def test_a_printed_statement_is_laid_to_who_issued_it() -> None:
    """Whoever else is named as a source keeps what he said."""
    found = holders(STATEMENT)
    assert found["No missile has ever made such a flight."] == "kim-yo-jong"
    assert found["Seoul should reckon with our guns."] == "kim-yo-jong"
    assert found['"We are ready," Kim Jong Un said last week.'] == "kim-jong-un"


def test_whom_a_statement_is_about_did_not_issue_it() -> None:
    """Only who is named before the words that hand over can have issued it."""
    found = holders(
        "April 4 - Press release\n\nA spokesperson today issued the following statement on North "
        "Korea's latest launches:\n\nThese launches are a provocation."
    )
    assert found["These launches are a provocation."] is None


def test_a_question_is_not_the_signatory_s() -> None:
    """What stands behind "A:" is, and what follows it."""
    found = holders(
        "Foreign Ministry Spokesperson Rosa Hale's Remarks on the drill\nMay 20, 2026\n\n"
        "Q: It rained on the fourth of May. What do you say?\n\nA: It did not. We saw the sun."
    )
    assert found["Q: It rained on the fourth of May."] is None
    assert found["We saw the sun."] == "rosa-hale"


SIGNED = """{head}

On May 19 two batteries came to the base. According to Tokyo, they will leave in June. \
We do not believe it.
"""


@pytest.mark.parametrize(
    ("head", "holder"),
    [
        ("Statement by Rosa Hale angers Manila\n\nStrelsau, May 20 (RNA) --", AUTHOR),
        ("Statement by the Foreign Ministry on the drill", None),
        ("The remarks of Ambassador Rosa Hale on the drill\n\nHale said it was small.\n", AUTHOR),
    ],
)
def test_a_statement_that_no_person_signs_is_laid_to_nobody_else(
    head: str, holder: str | None
) -> None:
    """A headline, a body in its own voice, and a text that speaks of the person print none: it is
    the text's own."""
    assert holders(SIGNED.format(head=head))["We do not believe it."] == holder


@pytest.mark.parametrize(
    ("head", "holder"),
    [
        ("Ministry of Harbours\nComment by Spokeswoman Rosa Hale on the drill", "rosa-hale"),
        ("Spokeswoman Rosa Hale's Remarks on the drill\nMay 20, 2026", "rosa-hale"),
        ("Statement\nOn the drill\nMarco Rubio, Secretary of State\nMay 20, 2026", "marco-rubio"),
        ("Answers by Ambassador Rosa Hale to questions of the press", "rosa-hale"),
    ],
)
def test_a_statement_is_its_signatory_s(head: str, holder: str) -> None:
    """Whoever is named as a source in it keeps what he said, as far as he said it."""
    found = holders(SIGNED.format(head=head))
    assert found["We do not believe it."] == holder
    assert found["According to Tokyo, they will leave in June."] == "japan"


def test_a_statement_in_a_news_report_is_no_bulletin() -> None:
    """What follows a quoted statement in the news is the reporter's again."""
    found = holders(
        "SEOUL, Oct. 13 (Yonhap) -- Kim Yo Jong issued the following statement on Saturday. "
        "A train left Pyongyang at noon. Markets in Seoul were calm."
    )
    assert found["A train left Pyongyang at noon."] is None
