"""Settings that are one choice each: language, measures, colours, and the country."""

from collections.abc import Collection, Mapping
from typing import Final

from django import forms
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.languages import OFFERED
from myolog.content.measures import MEASURES
from myolog.store.services.people import is_country_open
from myolog.web.forms.button import ButtonForm, CodeField
from myolog.web.forms.over import FormOver
from myolog.web.frame import THEMES
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import OwnRequest
from myolog.web.shown import now_says
from myolog.wording.help_numbers import listed_countries

ASKING: Final = ("today", "check")
"""Routes of the pages that ask for the country, and to which its answer leads back."""

CHOICES: Final = ("language", "measured", "theme", "ready")
"""Fields of which a few choices stand beside one another, in their order on the page."""

Choices = list[tuple[str, str]]


class SettingsForm(FormOver):
    """What is one choice each; what was not changed stays as it is.

    Parameters
    ----------
    now : the code of each field as things are; "" is what is usual
    """

    country = forms.ChoiceField(required=False)
    language = forms.ChoiceField(required=False)
    measured = forms.ChoiceField(required=False)
    theme = forms.ChoiceField(required=False)
    ready = forms.ChoiceField(required=False)

    def __init__(self, posted: QueryDict | None, now: Mapping[str, str]) -> None:
        super().__init__(posted, now, _said)
        for name, choices in _choices().items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def rows(self) -> list[dict[str, object]]:
        """Return each choice with its words; `asked`: its question stands above it to be read."""
        words = load()
        return [
            {
                "field": self[name],
                "title": words.text(f"page.settings.{_WORDS[name]}"),
                "legend": words.text(_LEGENDS.get(name, f"page.settings.{_WORDS[name]}")),
                "asked": name in _LEGENDS,
                "hint": words.text(_HINTS[name]) if name in _HINTS else "",
            }
            for name in CHOICES
        ]


_WORDS: Final = {
    "country": "country",
    "language": "language",
    "measured": "measures",
    "theme": "look",
    "ready": "device",
}
_LEGENDS: Final = {"ready": "page.device.ready"}
_HINTS: Final = {
    "language": "page.settings.language_hint",
    "measured": "page.settings.measures_hint",
    "ready": "page.device.ready_hint",
}


def _choices() -> dict[str, Choices]:
    words = load()
    return {
        "country": _countries(),
        "language": _named("language", OFFERED, "browser"),
        "measured": _named("measures", MEASURES, "country"),
        "theme": _named("look", THEMES, "device"),
        "ready": [(code, words.text(f"answer.{code}")) for code in ("yes", "no")],
    }


def _said(name: str, code: str) -> str:
    return now_says(load().text(f"page.settings.{_WORDS[name]}"), dict(_choices()[name])[code])


class CountryForm(ButtonForm):
    """The country, asked by another page than Settings, to which the answer leads back."""

    posts = ("country",)
    country = forms.CharField(required=False)
    next = CodeField(*ASKING)


class RevokeForm(ButtonForm):
    """The name of the token that is taken away."""

    name = forms.CharField(strip=False)


class EraseForm(forms.Form):
    """The word that erases everything."""

    sure = forms.CharField(required=False)

    def clean_sure(self) -> str:
        """See to it that the word was typed."""
        typed, word = str(self.cleaned_data["sure"]), erase_word()
        if typed.casefold() != word:
            raise forms.ValidationError(load().text("page.settings.erase_wrong", word=word))
        return typed


def erase_word() -> str:
    """Return the word that has to be typed before everything is erased."""
    return load().text("page.settings.erase_word")


def country_asked(request: OwnRequest, route: str) -> dict[str, object]:
    """Return what the question for the country needs; nothing where it is told or likely."""
    if not is_country_open(request.person) or help_for(request).listed:
        return {}
    return {"country_choices": _countries(), "country_next": route}


def _countries() -> Choices:
    listed = [(one.country, f"{one.name}, {one.call}") for one in listed_countries()]
    return [("", load().text("country.default.name")), *listed]


def _named(table: str, codes: Collection[str], usual: str) -> Choices:
    words = load().labels("page.settings")
    return [(code, words[f"{table}_{code or usual}"]) for code in ("", *codes)]
