"""The letters of Chinese, Japanese and Korean, as sets for patterns.

Decides what counts as a letter of each, so that no reader of a sentence takes another part of
them for the whole.
"""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff々"
KANA = "\u3040-\u30ff"
HANGUL = "\uac00-\ud7a3"
EASTERN = re.compile(f"[{KANA}{HAN}{HANGUL}]")
HAN_OR_KANA = re.compile(f"[{KANA}{HAN}]")
KANA_LETTER = re.compile(f"[{KANA}]")
HANGUL_LETTER = re.compile(f"[{HANGUL}]")
FIRST_LETTER = "\u3040"
"""No letter before it belongs to these scripts: a test of one character that costs nothing."""
