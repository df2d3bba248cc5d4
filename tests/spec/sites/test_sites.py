"""Sites: side rule, region, SNOMED CT code and group are the guide's.

The table is section 4, copied by hand, with the group that section 3d gives.
"-" means that no code was verified.
"""

import pytest

from myolog.content.names import place_name
from myolog.errors import UnknownSite, UserError
from myolog.vocabulary.sites import (
    GROUP_REGION,
    SITES,
    check_side,
    find_site,
    groups_of,
    site,
)

GUIDE = """
eyelid         LR    bulbar       80243003   bulbar_eyelid
eyelid_lower   LR    bulbar       62736007   bulbar_eyelid
brow           LR    bulbar       68698007   bulbar_face
scalp          LR    bulbar       41695006   bulbar_face
face           LR    bulbar       89545001   bulbar_face
cheek          LR    bulbar       60819002   bulbar_face
lip            LR    bulbar       48477009   bulbar_face
chin           M     bulbar       23747009   bulbar_face
jaw            LR    bulbar       661005     bulbar_face
tongue         M     bulbar       21974007   bulbar_tongue
throat         M     bulbar       54066008   bulbar_tongue
neck           LR_M  cervical     45048000   neck
scm            LR    cervical     22823000   arm
trapezius      LR    cervical     31764008   arm
shoulder       LR    cervical     16982005   arm
deltoid        LR    cervical     35259002   arm
armpit         LR    cervical     91470000   arm
shoulder_blade LR    cervical     72573008   arm
upper_arm      LR    cervical     40983000   arm
biceps         LR    cervical     -          arm
triceps        LR    cervical     -          arm
elbow          LR    cervical     16953009   arm
forearm        LR    cervical     14975008   arm
wrist          LR    cervical     8205005    arm
hand           LR    cervical     85562004   arm
thumb          LR    cervical     76505004   arm
finger         LR    cervical     7569003    arm
web            LR    cervical     -          arm
chest          LR    thoracic     60005003   trunk
ribs           LR    thoracic     113197003  trunk
chest_wall     LR    thoracic     78904004   trunk
abdomen        LR_M  thoracic     818981001  trunk
flank          LR    thoracic     58602004   trunk
upper_belly    M     thoracic     27947004   trunk
diaphragm      M     cervical     5798000    trunk
back           LR_M  thoracic     77568009   trunk
upper_back     LR    thoracic     15665001   trunk
paraspinal     LR    thoracic     44947003   trunk
lower_back     LR    lumbosacral  52612000   trunk
buttock        LR    lumbosacral  46862004   leg
hip            LR    lumbosacral  29836001   leg
groin          LR    lumbosacral  -          leg
perineum       M     lumbosacral  38864007   trunk
thigh          LR    lumbosacral  68367000   leg
quad           LR    lumbosacral  -          leg
hamstring      LR    lumbosacral  -          leg
knee           LR    lumbosacral  72696002   leg
shin           LR    lumbosacral  30021000   leg
calf           LR    lumbosacral  53840002   leg
ankle          LR    lumbosacral  70258002   leg
foot           LR    lumbosacral  56459004   leg
toe            LR    lumbosacral  29707007   leg
sole           LR    lumbosacral  -          leg
trunk          M     thoracic     22943007   trunk
everywhere     M     all          -          everywhere
"""
ROWS = [line.split() for line in GUIDE.strip().splitlines()]


def test_the_list_is_the_guides_in_its_order():
    assert list(SITES) == [row[0] for row in ROWS]


@pytest.mark.parametrize(("code", "sides", "region", "snomed", "group"), ROWS)
def test_a_site_is_as_the_guide_says(code, sides, region, snomed, group):
    where = site(code)
    assert (where.sides, where.region, where.group) == (sides, region, group)
    assert where.snomed == (None if snomed == "-" else snomed)


@pytest.mark.parametrize(("code", "sides", "group"), [(row[0], row[1], row[4]) for row in ROWS])
def test_the_groups_of_a_site_follow_section_3d(code, sides, group):
    if sides == "M":
        assert groups_of(code, None) == {group}
        for side in ("left", "right", "both"):
            with pytest.raises(UserError, match="has no sides"):
                groups_of(code, side)
        return
    limb = {"arm": "arm", "leg": "leg", "neck": "arm"}.get(group)
    expected = {
        None: {group},
        "left": {f"{limb}_L"} if limb else {group},
        "right": {f"{limb}_R"} if limb else {group},
        "both": {f"{limb}_L", f"{limb}_R"} if limb else {group},
    }
    for side, groups in expected.items():
        assert groups_of(code, side) == groups
        assert groups <= set(GROUP_REGION)


def test_only_the_arch_of_the_foot_is_normally_noisy():
    assert [code for code, where in SITES.items() if where.normally_noisy] == ["sole"]


def test_a_limb_whose_side_was_not_noted_has_no_side_invented():
    assert groups_of("calf", None) == {"leg"}
    assert groups_of("hand", None) == {"arm"}


@pytest.mark.parametrize("side", ["", "Left", "middle", "L"])
def test_a_wrong_side_is_refused_in_one_sentence(side):
    with pytest.raises(UserError, match="is not a side; say left, right or both") as caught:
        check_side("calf", side)
    assert caught.value.code == "invalid_side"


def test_an_unknown_site_is_answered_with_close_ones():
    with pytest.raises(UnknownSite, match="did you mean calf"):
        site("claf")
    with pytest.raises(UnknownSite, match="use a common word such as calf"):
        site("qqqq")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Calf", "calf"), ("lower arm", "forearm"), ("upper-arm", "upper_arm"), ("bottom", "buttock")],
)
def test_everyday_words_find_their_site(typed, code):
    assert find_site(typed).code == code


@pytest.mark.parametrize(("typed", "choices"), [("leg", "thigh, shin, calf"), ("arm", "forearm")])
def test_a_word_for_several_sites_is_asked_back(typed, choices):
    with pytest.raises(UnknownSite, match=choices):
        find_site(typed)


def test_a_place_is_said_as_a_person_would():
    assert place_name("calf", "left") == "left calf"
    assert place_name("calf", "both") == "calf, both sides"
    assert place_name("tongue", None) == "tongue"
