"""One twitch as typed: how long, how strong, what may have set it off."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from django import forms

from myolog.content.catalogue import load
from myolog.content.languages import LANGUAGES, once_per_language, speaking
from myolog.content.names import exposure_name
from myolog.journal.checks import NOTE_LIMIT, ONE_DAY_S
from myolog.journal.entries import ACCOMPANIED
from myolog.units import say_duration
from myolog.vocabulary.choices import DURATIONS
from myolog.vocabulary.exposures import EXPOSURES
from myolog.web.forms.typed import ClockField, DayField, WholeField
from myolog.web.forms.writing import WritingForm


class NoteField(forms.CharField):
    """Free text; a line's end counts as one character, though browsers send two."""

    def to_python(self, value: Any) -> str:
        """Return the text as it was typed."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")


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


class EpisodeForm(WritingForm):
    """One twitch; everything but the place may be left out."""

    place = forms.CharField(max_length=60)
    day = DayField(required=False)
    zone = forms.CharField(required=False, max_length=64)
    clock = ClockField(required=False)
    duration = LengthField(required=False, max_length=12)
    accompanied = forms.MultipleChoiceField(
        required=False, choices=[(word, word) for word in ACCOMPANIED]
    )
    intensity = WholeField(required=False, low=0, high=10, name="The strength")
    guess = forms.MultipleChoiceField(required=False)
    suspected = forms.CharField(required=False, max_length=1_000)
    note = NoteField(required=False, max_length=NOTE_LIMIT, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = (*EXPOSURES, *_codes())  # names: a device may still send what a page before posted
        self.fields["guess"].choices = [(word, word) for word in known]  # type: ignore[attr-defined]

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
    def exact_length(self) -> tuple[str, str] | None:
        """The length as seconds and in words, where none of the words for a length is it."""
        told = str(self["duration"].value() or "")
        if not (told.isascii() and told.isdigit() and len(told) <= len(str(ONE_DAY_S))):
            return None
        return told, say_duration(int(told))


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


def suspects_told(words: Iterable[str], chips: Collection[str]) -> dict[str, Any]:
    """Return the chips and the text that show these suspects; `chips` are codes that have one."""
    given = tuple(words)
    return {
        "guess": [code for code in chips if code in given],
        "suspected": ", ".join(suspect_name(word) for word in given if word not in chips),
    }


@cache
def _codes() -> dict[str, str]:
    """Return the code of each name in every language, as people type them."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {exposure_name(code): code for code in EXPOSURES}
            found |= {name: code for code, name in _suspects().items()}
    return found
