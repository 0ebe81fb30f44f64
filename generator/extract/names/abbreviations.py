"""Whether the letters of an abbreviation stand for the words of a name."""

from __future__ import annotations


def stands_for(short: str, words: list[str]) -> bool:
    """Whether the letters of an abbreviation begin the words of a name, in order."""
    letters = [char.lower() for char in short if char.isalpha()]
    initials = [part[0].lower() for word in words for part in word.split("-") if part]
    capitals = [part[0].lower() for word in words for part in word.split("-") if part[:1].isupper()]
    if letters in (initials, capitals):
        return True
    if len(letters) < 2 or not initials or letters[0] != initials[0]:
        return False
    following = iter(initials)
    return all(letter in following for letter in letters) and len(letters) * 2 >= len(capitals)


def spelled_from(short: str, words: list[str]) -> bool:
    """Whether the letters of an abbreviation stand in the words in order, the first one first."""
    letters = iter("".join(words).lower())
    return words[0][0] == short[0] and all(
        char in letters for char in short.lower() if char.isalpha()
    )
