"""Bytes to characters: every encoding a scraper leaves behind, and refusal of what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingesting import article, language

from generator.ingest import read_article, to_document
from generator.ingest.decoding import LIMIT, Decoded, decode
from generator.model import Article, EditorNotes
from generator.problems import Problem

ENGLISH = "The council “won’t wait” – it costs €14m, she said in the café.\n\nWork starts in May.\n"
FRENCH = "Le maire décide à Noël de réparer l'école brûlée.\n\nIl a été élu l'année dernière.\n"
CHINESE = "市议会批准了一项防洪工程。\n\n工程将于三月开工，两年内完成，政府说。\n"
TAIWAN = "市議會批准了一項防洪工程。\n\n工程將於三月開工，兩年內完成，政府說。\n"
KOREAN = "시의회는 화요일 홍수 방벽 건설을 승인했다.\n\n공사는 삼월에 시작된다고 정부가 밝혔다.\n"
JAPANESE = "市議会は火曜日、防潮堤の建設を承認した。\n\n工事は三月に始まるという。\n"
RUSSIAN = "Городской совет одобрил строительство дамбы.\n\nРабота начнётся в марте, сообщил мэр.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH.replace("“", '"').replace("”", '"'), "utf-16-le"),
        (ENGLISH.replace("“", '"').replace("”", '"'), "utf-16-be"),
        (ENGLISH, "cp1252"),
        (FRENCH, "latin-1"),
        (CHINESE, "gb18030"),
        (TAIWAN, "big5"),
        (KOREAN, "euc-kr"),
        (JAPANESE, "shift-jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        ("+ADw-script+AD4- is text in UTF-7 and stays so.", "ascii"),
    ],
)
def test_right(text: str, encoding: str) -> None:
    """Text comes back letter for letter, without a byte order mark."""
    assert article(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x1f\x8b\x08" + bytes(range(128, 256)) * 4,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04" + b"\xff" * 200,
        b"\x7fELF\x02\x01\x01" + b"\0" * 40,
        bytes(range(256)) * 8,
        b"\x01\x02\x03\x04text\x05\x06\x07\x08" * 20,
    ],
)
def test_refused(raw: bytes) -> None:
    """What is no text is refused by name, never turned into letters."""
    found = decode(raw, file="seeds/a.txt", languages=language().languages)
    assert isinstance(found, Problem)
    assert found.code == "E_ENCODING"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Flood bar\xff\xferier is approved.", "Flood bar��rier is approved."),
        (b"Caf\xc3\xa9 first, then \x93quoted\x94 text.", "Café first, then “quoted” text."),
        (b"It ends in the middle \xe2\x80", "It ends in the middle �"),
        (b"An overlong \xc0\xbcscript\xc0\xbe stays dead.", "An overlong ��script�� stays dead."),
    ],
)
def test_mended(raw: bytes, text: str) -> None:
    """A few stray bytes in UTF-8 are read where that is clear and marked where it is not."""
    found = decode(raw, file="seeds/a.txt", languages=language().languages)
    assert found == Decoded(text, "utf-8, damaged")


def test_newlines() -> None:
    """Every kind of line end becomes one newline; nothing else changes."""
    assert article(b"One line is here.\r\nTwo.\rThree.\n\x0cFour.").text == (
        "One line is here.\nTwo.\nThree.\n\x0cFour."
    )


def test_limit() -> None:
    """The limit is named; text at the limit is read."""
    found = decode(b"a" * (LIMIT + 1), file="a.txt", languages=language().languages)
    assert isinstance(found, Problem)
    assert found.code == "E_TOO_LARGE"
    assert isinstance(decode(b"a" * LIMIT, file="a.txt", languages=language().languages), Decoded)


@given(st.binary(max_size=400), st.sampled_from(["txt", "md"]))
def test_any_bytes(raw: bytes, ending: str) -> None:
    """No bytes raise; what is read is the same each time."""
    found = read_article(raw, file=f"seeds/a.{ending}", language=language(), notes=EditorNotes())
    again = read_article(raw, file=f"seeds/a.{ending}", language=language(), notes=EditorNotes())
    assert found == again
    if isinstance(found, Article):
        assert to_document(found, language=language()) == to_document(again, language=language())  # type: ignore[arg-type]
    else:
        assert found.code in {"E_ENCODING", "E_EMPTY"}
