"""What the pages for a new twitch and for a changed one share: place, sides, what to add."""

from typing import Any

from django.http import HttpRequest

from myolog.content.catalogue import load
from myolog.content.names import exposure_name
from myolog.journal.entries import ACCOMPANIED
from myolog.journal.model import Journal
from myolog.journal.tracking import chosen
from myolog.vocabulary.choices import DURATIONS
from myolog.vocabulary.sites import SITES
from myolog.web.body_picture import looks
from myolog.web.forms.episode import EpisodeForm
from myolog.wording.places import Place, found


def choosing(request: HttpRequest, form: EpisodeForm, place: Place | None) -> dict[str, Any]:
    """Return what a place is chosen with: its sides, the pictures of the body, and the list."""
    asked, find = form.look or request.GET.get("look", ""), form.was["find"]
    return {
        "place": place,
        "sides": sides_of(place),
        "looks": looks(place, asked=asked),
        "find": find,
        "choices": found(find),
    }


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
        "suspects": tuple((code, exposure_name(code)) for code in chosen(journal)),
    }
