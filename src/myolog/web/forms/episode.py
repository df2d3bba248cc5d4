"""One twitch as typed: how long, how strong, what may have set it off."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, Final

from django import forms
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.languages import LANGUAGES, once_per_language, speaking
from myolog.content.names import exposure_name
from myolog.errors import UserError
from myolog.journal.checks import NOTE_LIMIT, ONE_DAY_S, zone_of
from myolog.journal.entries import ACCOMPANIED
from myolog.units import say_duration
from myolog.vocabulary.choices import DURATIONS, TIMES_SAID
from myolog.vocabulary.exposures import EXPOSURES
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import ClockField, DayField, ListField, NoteField, WholeField, ZoneField
from myolog.web.shown import BETWEEN, Shown
from myolog.wording.known_dates import time_in_words
from myolog.wording.places import Place


class LengthField(forms.CharField):
    """How long it lasted: one of the words, or whole seconds that were told before."""

    def clean(self, value: Any) -> tuple[int | None, str]:
        """Return seconds, None where nothing was told, and the word that they stand for."""
        told = super().clean(value)
        if not told:
            return None, ""
        if told in DURATIONS:
            return DURATIONS[told], told
        if not (told.isascii() and told.isdigit() and 1 <= int(told) <= ONE_DAY_S):
            raise forms.ValidationError(load().text("page.log.length_wrong"))
        return int(told), ""


def length_shown(duration_s: int | None, said: str) -> str:
    """Return what `LengthField` reads back as this length, or as the word said of it."""
    return said or ("" if duration_s is None else str(duration_s))


LISTS: Final = ("accompanied", "guess")
"""Fields that can hold several words."""

ASKING: Final = {"find": "look_up", "say": "fill"}
"""Fields that ask and store nothing, with their buttons."""

ENTER: Final = "enter"
"""What the first button of a form sends: Enter in any of its fields presses that one."""

WHEN: Final = ("day", "clock", "rough", "zone")


class EpisodeAskedForm(forms.Form):
    """What the page of a twitch sends beside it: what is looked for, and what was pressed."""

    find = forms.CharField(required=False)
    look_up = forms.CharField(required=False)
    say = forms.CharField(required=False)
    fill = forms.CharField(required=False)
    choose = forms.CharField(required=False)
    look = forms.CharField(required=False)
    save = forms.CharField(required=False)
    as_new = forms.CharField(required=False)

    def __init__(self, posted: QueryDict | None) -> None:
        super().__init__(posted or {})
        self.full_clean()
        self.told = {name: self.cleaned_data.get(name, "") for name in self.fields}

    def asked(self, shown: Shown) -> str:
        """Return what was asked, by its button or by Enter."""
        entered = ENTER in (self.told["save"], self.told["as_new"])
        for name, button in ASKING.items():
            if self.told[button] or (entered and self.told[name] and shown.touched(name)):
                return name
        return next((name for name in ("choose", "look") if self.told[name]), "")


class EpisodeForm(FormOver):
    """One twitch; everything but the place may be left out.

    Parameters
    ----------
    is_gone : whether the twitch was taken away meanwhile, so that it is stored only as a new one

    Attributes
    ----------
    asked : what was asked in place of saving: a field of `ASKING`, "choose", "look" or nothing
    look : the picture of the body that was asked for
    """

    place = forms.CharField(max_length=60)
    day = DayField(required=False)
    zone = ZoneField(required=False)
    clock = ClockField(required=False)
    rough = forms.ChoiceField(required=False, choices=lambda: _rough())
    duration = LengthField(required=False, max_length=12)
    accompanied = ListField(ACCOMPANIED)
    intensity = WholeField(required=False, low=0, high=10, name="The strength")
    guess = ListField(())
    suspected = forms.CharField(required=False, max_length=1_000)
    note = NoteField(required=False, max_length=NOTE_LIMIT, strip=False)

    def __init__(
        self,
        posted: QueryDict | None,
        now: Mapping[str, str] | None,
        said: Callable[[str, str], str] | None = None,
        *,
        is_gone: bool = False,
    ) -> None:
        page = EpisodeAskedForm(posted)
        self.asked = page.asked(Shown.of(posted or QueryDict()))
        self.look, self._choice = page.told["look"], page.told["choose"]
        saves = not self.asked and (not is_gone or bool(page.told["as_new"]))
        super().__init__(posted, now, said, part_of, saves=saves, joined=LISTS)
        asking = {name: self.shown.data.get(name, "") for name in ASKING}
        self.was = {**self.was, **asking, **({"find": ""} if self.asked == "choose" else {})}
        known = (*EXPOSURES, *_codes())  # names: a device may still send what a page before posted
        self.fields["guess"] = ListField(known)

    @property
    def chosen(self) -> Place | None:
        """The place, if there is one of that name."""
        try:
            return Place.read(self._choice or str(self["place"].value() or ""))
        except UserError:
            return None

    @property
    def zone_told(self) -> str:
        """The zone that was chosen; empty for that of home, or where there is none of that name."""
        try:
            return zone_of(str(self.shown.data.get("zone", ""))).key
        except UserError:
            return ""

    def values(self) -> dict[str, Any]:
        """Return what `log_episode` takes, apart from the place and the time."""
        data = self.cleaned_data
        seconds, said = data["duration"]
        return {
            "duration_s": seconds,
            "duration_said": said,
            "accompanied": tuple(data["accompanied"]),
            "intensity": data["intensity"],
            "suspected": suspects_of(data["guess"], data["suspected"]),
            "note": data["note"],
        }

    @property
    def time_said(self) -> str:
        """What was said of the time where no clock was: a part of the day, or the day alone."""
        data = self.cleaned_data
        if data["clock"] is not None:
            return ""
        return str(data["rough"]) or ("day" if data["day"] else "")

    @property
    def exact_length(self) -> tuple[str, str] | None:
        """The length as seconds and in words, where none of the words for a length is it."""
        told = str(self["duration"].value() or "")
        if not (told.isascii() and told.isdigit() and len(told) <= len(str(ONE_DAY_S))):
            return None
        return told, say_duration(int(told))


def _rough() -> list[tuple[str, str]]:
    """Return the parts of a day, and nothing first."""
    return [("", "–"), *((word, time_in_words(word)) for word in TIMES_SAID)]


@once_per_language
def _suspects() -> dict[str, str]:
    """Return a name without a comma for each exposure, by its code."""
    return {
        code: name if "," not in (name := exposure_name(code)) else (one.also or (code,))[0]
        for code, one in EXPOSURES.items()
    }


def suspect_name(word: str) -> str:
    """Return what a person reads for a suspected exposure or a free word."""
    return _suspects().get(word, word)


def suspect_code(word: str) -> str:
    """Return the exposure that a name means, or the free word."""
    return _codes().get(word, word)


def suspects_of(guess: Iterable[str], text: str) -> tuple[str, ...]:
    """Return what the chips and the field beside them name: exposures as codes, and free words."""
    parts = (*guess, *text.split(","))
    return tuple(dict.fromkeys(suspect_code(word) for part in parts if (word := part.strip())))


def suspects_told(words: Iterable[str], chips: Collection[str]) -> dict[str, str]:
    """Return the chips and the text that show these suspects; `chips` are codes that have one."""
    given = tuple(words)
    others = (suspect_name(word) for word in given if word not in chips)
    return {
        "guess": BETWEEN.join(code for code in chips if code in given),
        "suspected": "".join(", ".join(others).splitlines()),
    }


def part_of(name: str) -> str:
    """Return what a field belongs to: day, hour and zone mean one moment."""
    return "when" if name in WHEN else name


@cache
def _codes() -> dict[str, str]:
    """Return the code of each name in every language, as people type them."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {exposure_name(code): code for code in EXPOSURES}
            found |= {name: code for code, name in _suspects().items()}
    return found
