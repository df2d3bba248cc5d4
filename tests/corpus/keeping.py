"""How readings are written down beside the stories."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

HEAD = """\
# What the reader "{reader}" answered to each story through the screens, and what else the reader
# might have answered. Written by `python -m tests.corpus.reading {reader} keep`; do not edit.
#
# asked      what stood on a screen when it was answered: a line that stands there and not under
#            `replies` was left unticked
# reading    replies by the code of their line or question (tests/corpus/said.py), the screens that
#            were answered, and the level that came of it
# hesitated  why, the other reply, what was answered on screens that only come then, and the level
"""


def kept_text(reader: str, told: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the file of one reader."""
    screens: dict[tuple[str, ...], str] = {}
    body: list[str] = []
    for story, one in told.items():
        body += ["", "[[reading]]", f'story = "{story}"']
        body += _way(one, screens)
        for other in one["hesitated"]:
            body += ["[[reading.hesitated]]", f"why = {_text(other['why'])}"]
            body += [f"other = {listed(other['other'])}", *_way(other, screens)]
    head = [HEAD.format(reader=reader), f'reader = "{reader}"']
    for codes, code in screens.items():
        head += ["", "[[asked]]", f'code = "{code}"', f"codes = {listed(codes)}"]
    return "\n".join([*head, *body]) + "\n"


def _way(way: Mapping[str, Any], screens: dict[tuple[str, ...], str]) -> list[str]:
    lines = []
    if way["asked"]:
        names = [_named(screen, tuple(codes), screens) for screen, codes in way["asked"].items()]
        lines += [f"asked = {listed(names)}", f"replies = {listed(way['replies'])}"]
    return [*lines, f'level = "{way["level"]}"']


def _named(screen: str, codes: tuple[str, ...], screens: dict[tuple[str, ...], str]) -> str:
    """Return the name of a screen with what stood on it."""
    if codes not in screens:
        number = sum(name.startswith(f"{screen}-") for name in screens.values()) + 1
        screens[codes] = f"{screen}-{number}"
    return screens[codes]


def listed(texts: Sequence[str]) -> str:
    """Return a list of texts as it is written in a file, one a line where it is long."""
    short = f"[{', '.join(map(_text, texts))}]"
    if len(short) <= 90:
        return short
    return "\n".join(["[", *(f"  {_text(text)}," for text in texts), "]"])


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
