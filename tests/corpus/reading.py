"""A reader answers the stories through the real screens: `python -m tests.corpus.reading`.

    READER list                 which stories are done
    READER show ID [ID ...]     a story, and the screen that waits for its reply
    READER reply [FILE]         replies as JSON, from a file or from standard input
    READER again ID             forget the replies to a story
    READER keep                 write the finished readings beside the stories

Neither the level that the guide gives nor the one that comes of the replies is ever shown.
What a reader has answered lies in the folder for temporary files, outside the repository.
"""

import copy
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from myolog.content.about import speaking_about
from myolog.content.catalogue import load
from myolog.triage.screens import Screen
from tests.corpus.keeping import kept_text
from tests.corpus.said import WHOSE, Unreadable, by_code, changed, codes_of, said
from tests.corpus.shown import coded, in_words, items, shown
from tests.corpus.stories import HOME, stories
from tests.corpus.walk import Walk, walk

ROOM = Path(tempfile.gettempdir()) / "reading"


class Refused(Unreadable):
    """A reply that cannot be taken; it says why."""


class Reader:
    """What one reader has answered so far."""

    def __init__(self, name: str, room: Path = ROOM) -> None:
        self.name, self.room = name, room / name
        self.file = self.room / "replies.json"
        self.told: dict[str, dict[str, Any]] = (
            json.loads(self.file.read_text()) if self.file.exists() else {}
        )

    def save(self) -> None:
        self.room.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self.told, indent=1))

    def of(self, story: str) -> dict[str, Any]:
        """Return the replies to a story: those given, and those hesitated about."""
        if story not in stories():
            raise Refused(f"There is no story {story}.")
        return self.told.setdefault(story, {"replies": [], "asked": {}, "hesitated": []})

    def walk(self, story: str, other: int | None = None) -> Walk:
        """Carry the replies as far as they go."""
        return walked(self.of(story), other)

    def waiting(self, story: str) -> tuple[int | None, Screen] | None:
        """Return the way and the screen that waits for a reply; None when the story is done."""
        for other in (None, *range(len(self.of(story)["hesitated"]))):
            screen = self.walk(story, other).waiting
            if screen is not None:
                return other, screen
        return None

    # ---- replying

    def reply(self, story: str, given: Mapping[str, Any]) -> list[str]:
        """Take replies to one story; return what to say about them."""
        notes: list[str] = []
        for key, value in given.items():
            if key == "hesitated":
                notes += self._hesitate(story, value)
            elif key.startswith("other "):
                number = int(key.removeprefix("other ")) - 1
                for code, texts in value.items():
                    notes += self._answer(story, number, code, texts)
            else:
                notes += self._answer(story, None, key, value)
        return notes

    def _answer(self, story: str, other: int | None, code: str, texts: list[str]) -> list[str]:
        told = self.of(story)
        way = told if other is None else told["hesitated"][other]
        found = self.walk(story, other)
        screen = found.waiting
        if screen is None:
            return [f"{code}: not asked any more, the check has ended; left out"]
        if screen.code != code:
            raise Refused(f"the screen that waits is {screen.code}, not {code}")
        replies = [coded(screen, text) for text in texts]
        codes = [said(text).code for text in replies]
        if len(set(codes)) < len(codes):
            raise Refused(f"{code}: give all letters of a number in one reply")
        before = copy.deepcopy(way)
        way["replies"] = [*way["replies"], *replies]
        way["asked"] = {**way["asked"], code: list(codes_of(screen))}
        self._check(self.walk(story, other), way, before)
        missing = [name for name in screen.questions if name not in codes and screen != WHOSE]
        left_open = [f"{code}: left out: {', '.join(missing)}"] if missing else []
        with speaking_about(found.subject):
            return [*(f"{code}: {in_words(screen, text)}" for text in replies), *left_open]

    def _hesitate(self, story: str, value: list[Mapping[str, Any]]) -> list[str]:
        told, found = self.of(story), self.walk(story)
        if found.waiting is not None:
            raise Refused("first answer every screen, then tell where you hesitated")
        before, notes = copy.deepcopy(told), []
        told["hesitated"] = []
        for number, one in enumerate(value, start=1):
            others = one["other"] if "screen" not in one else {one["screen"]: one["other"]}
            texts: list[str] = []
            for code, said_there in others.items():
                if code not in found.asked:
                    raise Refused(f"{code} was not asked in this story")
                screen = found.asked[code]
                listed = [said_there] if isinstance(said_there, str) else said_there
                texts += [coded(screen, text) for text in listed]
                with speaking_about(found.subject):
                    notes += [f"other {number}: {_said_otherwise(screen, text)}" for text in texts]
            told["hesitated"].append(
                {"why": str(one.get("why", "")), "other": texts, "replies": [], "asked": {}}
            )
            self._check(self.walk(story, number - 1), told, before)
        return notes

    def _check(self, found: Walk, way: dict[str, Any], before: dict[str, Any]) -> None:
        """Take a reply back that the screen would not take."""
        problem = ""
        if found.not_taken:
            problem = f"not offered there: {'; '.join(found.not_taken)}"
        elif found.lacking:
            told = load("en")
            problem = "; ".join(
                f"{code}: {told.text(f'page.check.{lack}')}" for code, lack in found.lacking.items()
            )
        if problem:
            way.clear()
            way.update(before)
            raise Refused(problem)

    # ---- showing

    def show(self, story: str, *, with_story: bool = True) -> str:
        """Return a story and the screen that waits."""
        lines = [f"=== {story}"]
        if with_story:
            lines += [stories()[story].text, ""]
        waits = self.waiting(story)
        if waits is None:
            lines.append("The check has ended. This story is done.")
            return "\n".join(lines)
        other, screen = waits
        if other is not None:
            way = self.of(story)["hesitated"][other]
            lines.append(f"With your other reply ({', '.join(way['other'])}) the check goes on;")
            lines.append(f'reply with {{"other {other + 1}": {{"{screen.code}": [...]}}}}.')
        found = self.walk(story, other)
        with speaking_about(found.subject):
            lines.append(self._screen(screen))
        if found.ticked:
            numbers = [number for number, one in items(screen).items() if one.code in found.ticked]
            told = "Stand ticked, as an earlier screen told them, and stay so:"
            lines.append(f"{told} {', '.join(numbers)}")
        return "\n".join(lines)

    def _screen(self, screen: Screen) -> str:
        """Return the text of a screen, or where it lies when this reader has seen it."""
        text = shown(screen)
        folder = self.room / "screens"
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(folder.glob(f"{screen.code}-*.txt")):
            if file.read_text() == text:
                return f"SCREEN {screen.code}: as you have seen it ({file})"
        number = len(list(folder.glob(f"{screen.code}-*.txt"))) + 1
        (folder / f"{screen.code}-{number}.txt").write_text(text)
        return f"SCREEN {screen.code}\n\n{text}"


def _said_otherwise(screen: Screen, text: str) -> str:
    return f"not {text[1:]}" if text.startswith("-") else in_words(screen, text)


def walked(told: Mapping[str, Any], other: int | None = None) -> Walk:
    """Carry kept replies through the check until a screen waits."""
    replies = by_code(told["replies"])
    asked = dict(told["asked"])
    if other is not None:
        way = told["hesitated"][other]
        replies = changed(replies, way["other"]) | by_code(way["replies"])
        asked |= way["asked"]
    answered = {code for codes in asked.values() for code in codes}
    return walk(replies, answered=answered, waits=True)


def main(arguments: list[str], room: Path = ROOM, home: Path = HOME) -> int:
    """Do what is asked for."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    name, action, *rest = arguments
    reader = Reader(name, room)
    failed = 0
    if action == "list":
        for story in stories():
            state = reader.waiting(story) if story in reader.told else "new"
            print(story, "done" if state is None else "new" if state == "new" else "begun")
    elif action == "show":
        print("\n\n".join(reader.show(story) for story in rest))
    elif action == "again":
        for story in rest:
            reader.told.pop(story, None)
    elif action == "reply":
        failed = _take(reader, Path(rest[0]).read_text() if rest else sys.stdin.read())
    elif action == "keep":
        (home / f"readings_{name}.toml").write_text(kept_text(name, _done(reader)))
    else:
        print(__doc__)
        return 2
    reader.save()
    return failed


def _take(reader: Reader, text: str) -> int:
    failed = 0
    for story, given in json.loads(text).items():
        try:
            notes = reader.reply(story, given)
        except (Refused, ValueError, KeyError, IndexError, TypeError) as wrong:
            failed = 1
            print(f"=== {story}\nNOT TAKEN from here on: {wrong}")
            continue
        for note in notes:
            print(f"{story}: {note}")
        print(reader.show(story, with_story=False))
    return failed


def _done(reader: Reader) -> dict[str, dict[str, Any]]:
    """Return what is finished, with the levels that come of it."""
    found: dict[str, dict[str, Any]] = {}
    for story in stories():
        if story not in reader.told or reader.waiting(story) is not None:
            continue
        told = reader.told[story]
        others = [
            {**way, "level": walked(told, number).level}
            for number, way in enumerate(told["hesitated"])
        ]
        found[story] = {**told, "level": walked(told).level, "hesitated": others}
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
