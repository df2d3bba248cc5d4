"""A form over what is stored: only what the person touched is written; see `myolog.web.shown`."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.http import QueryDict

from myolog.web.forms.writing import WritingForm
from myolog.web.shown import WAS, Shown, alone, plain

OVERTAKEN: Final = 409
NOT_SAVED: Final = 400


class FormOver(WritingForm):
    """What a page shows of stored values, and what was posted over them.

    Where another window has changed a field that the person changed too, nothing is taken: the
    form shows what holds now with the person's own words, and says what is there. Else what the
    person did not touch is taken as it is now.

    Parameters
    ----------
    posted : what was sent; None for a page that is only read
    now : each field's text as things are; None where nothing is stored yet, so that what a page
        filled in by itself is taken too
    said : name and text of a field to what it says now, in words; None where nothing is to be asked
    part_of : what a field belongs to; see `Shown.overtaken`
    saves : whether this is to be stored; else it is shown again as it was sent
    joined : names of lists that are one field each, a `ListField`
    lists : names of lists of boxes, each with the values that were on the page
    """

    def __init__(
        self,
        posted: QueryDict | None,
        now: Mapping[str, str] | None,
        said: Callable[[str, str], str] | None,
        part_of: Callable[[str], str] = alone,
        *,
        saves: bool = True,
        joined: Iterable[str] = (),
        **lists: Iterable[str],
    ) -> None:
        self.part_of, self.now = part_of, now or {}
        self.shown = Shown.of(posted or QueryDict(), joined=joined, **lists)
        self.overtaken = ""
        takes = posted is not None and saves
        sent = {name: text for name, text in self.shown.data.items() if not name.startswith(WAS)}
        taken = sent if now is None else self.shown.merged(now, part_of)
        super().__init__(taken if takes else None, initial=sent)
        joins = takes and now is not None and self.shown.carries
        self.was: Mapping[str, str] = self.now if joins else self.shown.before
        lost = self.shown.overtaken(self.now, said, part_of) if takes and said is not None else ""
        if lost or posted is None:
            self.show_over(self.now, overtaken=lost)

    def show_over(self, now: Mapping[str, str], *, overtaken: str) -> None:
        """Show what holds now, with what the person had changed kept; nothing is taken."""
        self.is_bound, self.overtaken = False, overtaken
        self.was, self.initial = dict(now), self.shown.anew(now, self.part_of)

    @property
    def status(self) -> int:
        """The status of a page that shows the form."""
        return OVERTAKEN if self.overtaken else NOT_SAVED if self.is_bound else 200

    @property
    def carried(self) -> dict[str, Any]:
        """What `parts/was.html` needs: what the fields held before, and what was overtaken."""
        return {"form": self, "was": self.was, "overtaken": self.overtaken}

    def is_touched(self, name: str) -> bool:
        """Say whether the person changed a field.

        Where the form does not tell what it showed, it is what differs from now.
        """
        if self.shown.carries:
            return self.shown.touched(name)
        return name in self.data and plain(self.data[name]) != plain(self.now.get(name, ""))

    def touched(self) -> dict[str, Any]:
        """Return the value of each field that the person changed."""
        told = self.cleaned_data.items()
        return {name: value for name, value in told if self.is_touched(name)}
