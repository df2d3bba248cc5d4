"""What a form showed: the form carries it along, so that only what the person touched is written.

Beside each field that holds something stands a hidden one, ``was:NAME``, with its text when the
page was made; ``was:`` alone says that the form does so (`parts/was.html`). It needs no script, and
it tells after Back, in a second window and from a device that was not connected what the person
saw.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

WAS: Final = "was:"


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

    def lost(self, now: Mapping[str, str]) -> tuple[str, ...]:
        """Return the fields that the person changed and that say something else by now."""
        before = self.before
        return tuple(
            name
            for name, text in self.data.items()
            if self.carries
            and not name.startswith(WAS)
            and self.touched(name)
            and plain(now.get(name, "")) not in (plain(before.get(name, "")), plain(text))
        )

    def anew(self, now: Mapping[str, str]) -> dict[str, str]:
        """Return the form over what holds now, with what the person had changed kept."""
        kept = {
            name: text
            for name, text in self.data.items()
            if not name.startswith(WAS)
            and (self.touched(name) or (name not in now and name not in self.before))
        }
        return dict(now) | kept
