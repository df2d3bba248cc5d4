"""What the forms for a new twitch and for a changed one share: fields that ask, places, sides."""

from typing import Any, Final

from django.http import HttpRequest, QueryDict

from myolog.content.catalogue import load
from myolog.content.names import exposure_name
from myolog.errors import UserError
from myolog.journal.entries import ACCOMPANIED
from myolog.journal.model import Journal
from myolog.journal.tracking import tracked
from myolog.vocabulary.choices import DURATIONS
from myolog.vocabulary.sites import SITES
from myolog.web.body_picture import looks
from myolog.web.forms.episode import EpisodeForm
from myolog.web.shown import Shown
from myolog.wording.places import Place, found

LISTS: Final = ("accompanied", "guess")
"""Fields of the form that can hold several words."""

ASKING: Final = {"find": "look_up", "say": "fill"}
"""Fields of the form that ask and store nothing, with their buttons."""

ENTER: Final = "enter"
"""What the first button of a form sends: Enter in any of its fields presses that one."""


def asked_in(data: QueryDict) -> str:
    """Return the field in which something was asked, by its button or by Enter; else nothing."""
    entered, shown = ENTER in (data.get("save"), data.get("as_new")), Shown.of(data)
    for name, button in ASKING.items():
        if button in data or (entered and data.get(name, "").strip() and shown.touched(name)):
            return name
    return ""


def kept_fields(data: QueryDict) -> dict[str, Any]:
    """Return what was typed into the form, to be shown again."""
    kept: dict[str, Any] = {name: data.get(name, "") for name in EpisodeForm.base_fields}
    return kept | {name: data.getlist(name) for name in LISTS}


def place_in(word: str) -> Place | None:
    """Return the place that a word of the form names, if there is such a place."""
    try:
        return Place.read(word)
    except UserError:
        return None


def asking(request: HttpRequest) -> dict[str, str]:
    """Return what the fields that ask hold; a place that was chosen ends the search for it."""
    texts = {name: request.POST.get(name, "") for name in ASKING}
    return texts | ({"find": ""} if "choose" in request.POST else {})


def choosing(request: HttpRequest, place: Place | None) -> dict[str, Any]:
    """Return what a place is chosen with: the pictures of the body, and the list."""
    find = asking(request)["find"]
    asked = request.POST.get("look") or request.GET.get("look", "")
    return {"looks": looks(place, asked=asked), "find": find, "choices": found(find)}


def sides_of(place: Place | None) -> tuple[dict[str, Any], ...]:
    """Return the sides that a place can have, the side that was not told last."""
    words = load().labels("page.log")
    middle = place is not None and SITES[place.site].sides == "LR_M"
    names = {
        "left": words["side_left"],
        "right": words["side_right"],
        "both": words["side_both"],
        "": words["middle"] if middle else words["side_unknown"],
    }
    return tuple(
        {
            "side": side,
            "name": name,
            "word": Place(place.site, side or None).word if place else "",
            "chosen": place is not None and place.side == (side or None),
        }
        for side, name in names.items()
    )


def extras(journal: Journal) -> dict[str, Any]:
    """Return the choices for what may be added to an episode."""
    words = load().labels("page.log")
    return {
        "durations": tuple((code, words[code]) for code in DURATIONS),
        "signs": tuple((code, words[code]) for code in ACCOMPANIED),
        "suspects": tuple((code, exposure_name(code)) for code in tracked(journal)),
    }
