"""What stands between a speaker and the verb: "in a statement on Friday".

Decides which words before a verb of speech only tell when and in what it was said.
"""

from __future__ import annotations

import re

from generator.text.speech.attribution import Line
from generator.text.speech.cues import SpeechCues

_DAY = 40
"""Characters of a day between a speaker and the verb, at most: " late on Thursday afternoon"."""
_INSERTS = re.compile(r"who|which|whose|in|at|during|after|[a-z]{2,}ing")


def without_adjuncts(
    cues: SpeechCues, line: Line, tokens: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """``tokens`` (start, end and form of each) before a verb, without those at their end."""
    closing = tokens[-1:]
    for _ in range(2):
        if not tokens:
            break
        low = tokens[0][0]
        text = line.outside[low : tokens[-1][1]].lower().rstrip(",")
        last = text[text.rfind(" ") + 1 :]
        ending = cues.adjuncts.get(last, ())
        day = cues.between.search(text[-_DAY:]) if last in cues.days else None
        adjunct = next((one for one in ending if text.endswith(" " + one)), None)
        length = max(len(day.group()) - 1 if day else 0, len(adjunct or ""))
        if not length:
            break
        cut = low + len(text) - length
        tokens = [token for token in tokens if token[0] < cut]
        if len(tokens) > 1 and tokens[-1][2] == "," and "," not in [t[2] for t in tokens[:-1]]:
            tokens = tokens[:-1]
    if closing and closing[0][2] == "," and tokens and tokens[-1][2] != ",":
        forms = [form for _, _, form in tokens]
        inserted = forms[len(forms) - forms[::-1].index(",") :] if "," in forms else []
        if inserted and _INSERTS.fullmatch(inserted[0]):
            return [*tokens, *closing]  # "Black, who met Kim ON MONDAY, said": Black did
    return tokens
