"""A code of a thing of one's own says by itself what a value of it may be."""

import pytest

from myolog.errors import InvalidEntry, UnknownExposure
from myolog.journal.unusual import is_unusual
from myolog.vocabulary.exposures import exposure, validate
from myolog.vocabulary.own import CODE_LIMIT, OWN_KINDS, is_own, own_code, own_exposure
from tests import factories as make


@pytest.mark.parametrize(
    "code",
    [
        "own:amount:",
        "own:amount:Tea",
        "own:colour:tea",
        "own:amount:tea:",
        "own:amount:tea\n",
        "own:amount:tea:1:2",
        "own:amount:../tea",
        "tea",
        f"own:amount:{'x' * CODE_LIMIT}",
    ],
)
def test_what_is_no_code_is_refused_as_unknown(code: str) -> None:
    assert not is_own(code)
    with pytest.raises(UnknownExposure):
        exposure(code)
    with pytest.raises(ValueError, match="no code"):
        own_exposure(code)


@pytest.mark.parametrize("name", ["Späte Pizza", "昼寝", "🔥", "a" * 60, "=1+1", "-", "b " * 30])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_every_name_makes_a_code(kind: str, name: str) -> None:
    code = own_code(kind, name, "3f9abc")
    assert is_own(code)
    assert exposure(code).kind == kind


def test_each_kind_has_its_limits_and_is_held_for_a_state() -> None:
    limits = {kind: own_exposure(f"own:{kind}:x") for kind in OWN_KINDS}
    assert {kind: one.high for kind, one in limits.items()} == {
        "yes_no": 1,
        "rating": 10,
        "amount": 1_000_000_000,
    }
    assert all(one.low == 0 and one.state_like for one in limits.values())


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("own:yes_no:x", 0.5),
        ("own:rating:x", 11),
        ("own:rating:x", -1),
        ("own:amount:x", 1_000_000_001),
        ("own:amount:x", -0.1),
    ],
)
def test_what_cannot_be_is_refused(code: str, value: float) -> None:
    with pytest.raises(InvalidEntry):
        validate(code, value)


def test_a_huge_amount_is_asked_about_and_a_tiny_one_is_not() -> None:
    assert is_unusual(make.exposure(code="own:amount:x", value=1e9))
    assert not is_unusual(make.exposure(code="own:amount:x", value=0.01))
    assert not is_unusual(make.exposure(code="own:amount:x", value=12_000))
