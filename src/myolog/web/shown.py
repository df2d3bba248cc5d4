"""What a form showed: the form carries it along, so that only what the person touched is written.

Beside each field that holds something stands a hidden one, ``was:NAME``, with its text when the
page was made; ``was:`` alone says that the form does so (`parts/was.html`). It needs no script, and
it tells after Back, in a second window and from a device that was not connected what the person
saw.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from django.http import QueryDict

from myolog.content.catalogue import load

WAS: Final = "was:"

BETWEEN: Final = ";"
"""What stands between the values of a list in one text; a time may hold a blank: "8:15 pm"."""

TICKED: Final = "on"
"""The value of a ticked box."""


def alone(name: str) -> str:
    """Return what a field belongs to that belongs to no other."""
    return name


def now_says(name: str, value: str) -> str:
    """Return what something is by now, in words."""
    words, key = load(), "now_answers" if name.endswith("?") else "now_says"
    told = value or words.text("page.day.open")
    return words.text(f"page.error.{key}", name=name, value=told)


def boxes(name: str, values: Iterable[str], ticked: Iterable[str]) -> dict[str, str]:
    """Return each box of a list as a field of its own: they are ticked one by one."""
    chosen = frozenset(ticked)
    return {f"{name}:{value}": TICKED if value in chosen else "" for value in values}


def plain(text: str) -> str:
    """Return a text as every browser sends it back: with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Shown:
    """What was posted, and what the fields held before.

    Attributes
    ----------
    data : fields and their texts, with those of `WAS`
    """

    data: Mapping[str, str]

    @classmethod
    def of(cls, post: QueryDict, *, joined: Iterable[str] = (), **lists: Iterable[str]) -> Self:
        """Return what was posted.

        Parameters
        ----------
        joined
            Names of lists that are one field each, with `BETWEEN` between their values.
        lists
            Names of lists of boxes, each with the values that were on the page.
        """
        data = {name: str(value) for name, value in post.items() if name not in lists}
        if post:
            data |= {
                name: BETWEEN.join(text for text in map(str, post.getlist(name)) if text.strip())
                for name in joined
            }
        for name, values in lists.items():
            data |= boxes(name, values, map(str, post.getlist(name)))
        return cls(data)

    @property
    def carries(self) -> bool:
        """Whether the form tells what it showed."""
        return WAS in self.data

    @property
    def before(self) -> dict[str, str]:
        """What each field held; one that was blank is left out."""
        return {
            name.removeprefix(WAS): text
            for name, text in self.data.items()
            if name.startswith(WAS) and name != WAS
        }

    def touched(self, name: str) -> bool:
        """Say whether the person changed a field; one that was not sent is as it was."""
        if name not in self.data:
            return False
        return plain(self.data[name]) != plain(self.data.get(f"{WAS}{name}", ""))

    def lost(
        self, now: Mapping[str, str], part_of: Callable[[str], str] = alone
    ) -> tuple[str, ...]:
        """Return the fields that say something else by now, beside what the person changed.

        Parameters
        ----------
        part_of
            What a field belongs to: fields that mean one thing are changed together.
        """
        before, mine = self.before, self._parts_changed(part_of)
        return tuple(
            name
            for name in dict.fromkeys((*self.data, *now))
            if self.carries
            and not name.startswith(WAS)
            and part_of(name) in mine
            and plain(now.get(name, ""))
            not in (plain(before.get(name, "")), plain(self.data.get(name, "")))
        )

    def anew(self, now: Mapping[str, str], part_of: Callable[[str], str] = alone) -> dict[str, str]:
        """Return the form over what holds now, with what the person had changed kept."""
        before, mine = self.before, self._parts_changed(part_of)
        kept = {
            name: text
            for name, text in self.data.items()
            if not name.startswith(WAS)
            and (part_of(name) in mine or (name not in now and name not in before))
        }
        return dict(now) | kept

    def _parts_changed(self, part_of: Callable[[str], str]) -> frozenset[str]:
        return frozenset(
            part_of(name) for name in self.data if not name.startswith(WAS) and self.touched(name)
        )

    def merged(
        self, now: Mapping[str, str], part_of: Callable[[str], str] = alone
    ) -> dict[str, str]:
        """Return what the form means: untouched fields as they are now, where it tells those."""
        return self.anew(now, part_of) if self.carries else dict(self.data)

    def overtaken(
        self,
        now: Mapping[str, str],
        said: Callable[[str, str], str],
        part_of: Callable[[str], str] = alone,
    ) -> str:
        """Return what a page tells whose words were overtaken; nothing where none were.

        Parameters
        ----------
        said
            Name and text of a field to what it says now, in words.
        """
        lost = [said(name, now.get(name, "")) for name in self.lost(now, part_of)]
        told = "; ".join(dict.fromkeys(filter(None, lost)))
        return load().text("page.error.overtaken", fields=told) if told else ""
