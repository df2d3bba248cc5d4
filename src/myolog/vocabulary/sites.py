"""Where a twitch can be: one `Site` per muscle or region a person can name.

Decides the code, the plain name, whether a side is asked, the spinal region and
the group that counts as one place when spread is judged. Source: the guide,
section 4 (sites, SNOMED CT codes as DICOM publishes them) and section 3d
(groups). Our own code is the key; the SNOMED CT code is optional because its
use may need a national licence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from myolog.errors import UnknownSite, UserError
from myolog.frozen import FrozenDict
from myolog.vocabulary.words import by_word, close_to, everyday, not_listed, plain, shortened

__all__ = [
    "GROUP_REGION",
    "SITES",
    "VAGUE_PLACES",
    "Region",
    "Side",
    "SideRule",
    "Site",
    "check_side",
    "find_site",
    "groups_of",
    "is_told_in",
    "site",
]

Side = Literal["left", "right", "both"]
SideRule = Literal["LR", "M", "LR_M"]
Region = Literal["bulbar", "cervical", "thoracic", "lumbosacral", "all"]

_SIDES: Final[tuple[str, ...]] = get_args(Side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One place on the body.

    Parameters
    ----------
    code
        Stable key, used in files, the API and exports.
    name
        What a person reads, without a side.
    sides
        LR: a side is asked; M: the place has none; LR_M: left, right or middle.
    region
        Region of the nervous system that counts for spread.
    group
        Base group of section 3d; arms and legs gain a side in `groups_of`.
    snomed
        SNOMED CT code, or None where none was verified.
    also
        Other everyday words for it.
    normally_noisy
        Twitches here in nearly every healthy person, up to 100 a minute.

    References
    ----------
    van der Heijden 1994, EEG Clin Neurophysiol 93:163 (`normally_noisy`).
    """

    code: str
    name: str
    sides: SideRule
    region: Region
    group: str
    snomed: str | None
    also: tuple[str, ...] = ()
    normally_noisy: bool = False


def _site(
    code: str,
    name: str,
    sides: SideRule,
    region: Region,
    group: str,
    snomed: str | None,
    *,
    noisy: bool = False,
) -> Site:
    return Site(
        code=code,
        name=name,
        sides=sides,
        region=region,
        group=group,
        snomed=snomed,
        also=everyday("site", code),
        normally_noisy=noisy,
    )


_TABLE: Final = (
    _site("eyelid", "eyelid", "LR", "bulbar", "bulbar_eyelid", "80243003"),
    _site("eyelid_lower", "lower eyelid", "LR", "bulbar", "bulbar_eyelid", "62736007"),
    _site("brow", "eyebrow or forehead", "LR", "bulbar", "bulbar_face", "68698007"),
    _site("scalp", "scalp or temple", "LR", "bulbar", "bulbar_face", "41695006"),
    _site("face", "face", "LR", "bulbar", "bulbar_face", "89545001"),
    _site("cheek", "cheek", "LR", "bulbar", "bulbar_face", "60819002"),
    _site("lip", "lip or corner of the mouth", "LR", "bulbar", "bulbar_face", "48477009"),
    _site("chin", "chin", "M", "bulbar", "bulbar_face", "23747009"),
    _site("jaw", "jaw or chewing muscle", "LR", "bulbar", "bulbar_face", "661005"),
    _site("tongue", "tongue", "M", "bulbar", "bulbar_tongue", "21974007"),
    _site("throat", "throat", "M", "bulbar", "bulbar_tongue", "54066008"),
    _site("neck", "neck", "LR_M", "cervical", "neck", "45048000"),
    _site("scm", "muscle at the side of the neck", "LR", "cervical", "arm", "22823000"),
    _site("trapezius", "top of the shoulder", "LR", "cervical", "arm", "31764008"),
    _site("shoulder", "shoulder", "LR", "cervical", "arm", "16982005"),
    _site("deltoid", "outer shoulder", "LR", "cervical", "arm", "35259002"),
    _site("armpit", "armpit", "LR", "cervical", "arm", "91470000"),
    _site(
        "shoulder_blade", "muscle beside the shoulder blade", "LR", "cervical", "arm", "72573008",
    ),
    _site("upper_arm", "upper arm", "LR", "cervical", "arm", "40983000"),
    _site("biceps", "front of the upper arm", "LR", "cervical", "arm", None),
    _site("triceps", "back of the upper arm", "LR", "cervical", "arm", None),
    _site("elbow", "elbow", "LR", "cervical", "arm", "16953009"),
    _site("forearm", "forearm", "LR", "cervical", "arm", "14975008"),
    _site("wrist", "wrist", "LR", "cervical", "arm", "8205005"),
    _site("hand", "hand", "LR", "cervical", "arm", "85562004"),
    _site("thumb", "thumb or base of the thumb", "LR", "cervical", "arm", "76505004"),
    _site("finger", "finger", "LR", "cervical", "arm", "7569003"),
    _site("web", "web between thumb and index finger", "LR", "cervical", "arm", None),
    _site("chest", "chest muscle", "LR", "thoracic", "trunk", "60005003"),
    _site("ribs", "rib area", "LR", "thoracic", "trunk", "113197003"),
    _site("chest_wall", "chest wall", "LR", "thoracic", "trunk", "78904004"),
    _site("abdomen", "belly", "LR_M", "thoracic", "trunk", "818981001"),
    _site("flank", "flank", "LR", "thoracic", "trunk", "58602004"),
    _site("upper_belly", "upper belly", "M", "thoracic", "trunk", "27947004"),
    _site("diaphragm", "inside, under the ribs", "M", "cervical", "trunk", "5798000"),
    _site("back", "back", "LR_M", "thoracic", "trunk", "77568009"),
    _site("upper_back", "broad back muscle", "LR", "thoracic", "trunk", "15665001"),
    _site("paraspinal", "muscle beside the spine", "LR", "thoracic", "trunk", "44947003"),
    _site("lower_back", "lower back", "LR", "lumbosacral", "trunk", "52612000"),
    _site("buttock", "buttock", "LR", "lumbosacral", "leg", "46862004"),
    _site("hip", "hip", "LR", "lumbosacral", "leg", "29836001"),
    _site("groin", "groin", "LR", "lumbosacral", "leg", None),
    _site("perineum", "pelvic floor", "M", "lumbosacral", "trunk", "38864007"),
    _site("thigh", "thigh", "LR", "lumbosacral", "leg", "68367000"),
    _site("quad", "front of the thigh", "LR", "lumbosacral", "leg", None),
    _site("hamstring", "back of the thigh", "LR", "lumbosacral", "leg", None),
    _site("knee", "knee area", "LR", "lumbosacral", "leg", "72696002"),
    _site("shin", "shin or lower leg", "LR", "lumbosacral", "leg", "30021000"),
    _site("calf", "calf", "LR", "lumbosacral", "leg", "53840002"),
    _site("ankle", "ankle", "LR", "lumbosacral", "leg", "70258002"),
    _site("foot", "foot", "LR", "lumbosacral", "leg", "56459004"),
    _site("toe", "toe", "LR", "lumbosacral", "leg", "29707007"),
    _site("sole", "arch of the foot", "LR", "lumbosacral", "leg", None, noisy=True),
    _site("trunk", "trunk", "M", "thoracic", "trunk", "22943007"),
    _site("everywhere", "all over", "M", "all", "everywhere", None),
)  # fmt: skip

SITES: Final[Mapping[str, Site]] = FrozenDict({one.code: one for one in _TABLE})
"""Every site by its code, in the order of the guide (head to foot)."""

GROUP_REGION: Final[Mapping[str, Region]] = FrozenDict(
    {
        "bulbar_eyelid": "bulbar",
        "bulbar_tongue": "bulbar",
        "bulbar_face": "bulbar",
        "neck": "cervical",
        "arm_L": "cervical",
        "arm_R": "cervical",
        "arm": "cervical",
        "trunk": "thoracic",
        "leg_L": "lumbosacral",
        "leg_R": "lumbosacral",
        "leg": "lumbosacral",
        "everywhere": "all",
    }
)
"""Region of each group; `arm` and `leg` are limbs whose side was not noted."""


def site(code: str) -> Site:
    """Return the site with this code.

    Raises
    ------
    UnknownSite
        No site has this code; the sentence names close ones.
    """
    found = SITES.get(code)
    if found is None:
        raise _unknown(code)
    return found


def find_site(text: str) -> Site:
    """Return the site a person means by its code, its name or an everyday word.

    Raises
    ------
    UnknownSite
        Nothing matches; the sentence names close words.

    Examples
    --------
    >>> find_site("Lower arm").code
    'forearm'
    """
    wanted = plain(text)
    code = _BY_WORD.get(wanted)
    if code is None:
        raise _unknown(text)
    return SITES[code]


def check_side(code: str, side: str | None) -> Side | None:
    """Return `side` when this site can have it; None means not noted or the middle.

    Raises
    ------
    UnknownSite
        No site has this code.
    UserError
        The word is not a side, or the site has no sides.

    Examples
    --------
    >>> check_side("calf", "left")
    'left'
    """
    where = site(code)
    if side is None:
        return None
    if side not in _SIDES:
        raise UserError(
            "“{word}” is not a side; say left, right or both.",
            word=shortened(side),
            code="invalid_side",
            key="not_a_side",
        )
    if where.sides == "M":
        raise UserError(
            "The place “{name}” has no sides; leave out “{side}”.",
            name=where.name,
            side=side,
            code="invalid_side",
            key="place_without_sides",
        )
    return side  # type: ignore[return-value]  # one of _SIDES, checked above


def groups_of(code: str, side: str | None) -> frozenset[str]:
    """Return the groups a twitch here belongs to (guide, section 3d).

    A limb whose side was not noted is a group of its own, `arm` or `leg`, so
    that no side is invented; a neck without a side is `neck`, with a side it
    belongs to that arm.

    Raises
    ------
    UnknownSite
        No site has this code.
    UserError
        The site cannot have this side.

    Examples
    --------
    >>> sorted(groups_of("calf", "both"))
    ['leg_L', 'leg_R']
    """
    checked = check_side(code, side)
    group = SITES[code].group
    if group == "neck" and checked is not None:
        group = "arm"
    if group not in ("arm", "leg") or checked is None:
        return frozenset({group})
    letters = {"left": "L", "right": "R", "both": "LR"}[checked]
    return frozenset(f"{group}_{letter}" for letter in letters)


def is_told_in(code: str, side: str | None, known: Collection[tuple[str, str | None]]) -> bool:
    """Say whether a place is no new one beside those known, so that no spreading is invented.

    A side is told with "both", and both are told with left and right. Where a place has two sides
    and none was noted, it may have been either.

    Examples
    --------
    >>> [is_told_in("calf", "right", [("calf", side)]) for side in ("both", "left")]
    [True, False]
    """
    sides = {other for place, other in known if place == code}
    if SITES[code].sides == "LR" and sides and (side is None or None in sides):
        return True
    return side in sides or (
        {"left", "right"} <= sides if side == "both" else side is not None and "both" in sides
    )


_BY_WORD: Final = by_word(_TABLE)
VAGUE_PLACES: Final[Mapping[str, tuple[str, ...]]] = FrozenDict(
    {
        "arm": ("upper_arm", "forearm"),
        "arms": ("upper_arm", "forearm"),
        "leg": ("thigh", "shin", "calf"),
        "legs": ("thigh", "shin", "calf"),
        "back of leg": ("hamstring", "calf"),
        "front of leg": ("quad", "shin"),
        "body": ("trunk", "everywhere"),
    }
)
"""Words that fit several places, and the codes of those."""


def _unknown(text: str) -> UnknownSite:
    meant = VAGUE_PLACES.get(plain(text)) or close_to(text, _BY_WORD)
    return not_listed(UnknownSite, "unknown_site", text, meant, ())
