"""The mapping of frozen values: it refuses every change, and its copies are equal."""

import pickle
from copy import copy, deepcopy

import pytest

from myolog.frozen import FrozenDict
from myolog.journal.example import forearm_journal
from myolog.triggers.discover import find_triggers


def test_a_frozen_dictionary_refuses_every_change():
    cups = FrozenDict({"espresso": 2})
    changes = (
        lambda: cups.update(tea=1),
        lambda: cups.setdefault("tea", 1),
        lambda: cups.pop("espresso"),
        lambda: cups.popitem(),
        lambda: cups.clear(),
        lambda: cups.__setitem__("tea", 1),
        lambda: cups.__delitem__("espresso"),
        lambda: cups.__ior__({"tea": 1}),
    )
    for change in changes:
        with pytest.raises(TypeError, match="cannot be changed"):
            change()
    assert cups == {"espresso": 2}
    assert cups | {"tea": 1} == {"espresso": 2, "tea": 1}


def test_its_copies_are_equal_and_hash_alike():
    cups = FrozenDict({"espresso": 2, "list": ("a", "b")})
    for other in (pickle.loads(pickle.dumps(cups)), copy(cups), deepcopy(cups)):
        assert (type(other), other, hash(other)) == (FrozenDict, cups, hash(cups))


def test_a_deep_copy_shares_nothing_that_can_change():
    """As reported of frozendict (issue 11)."""
    held = FrozenDict({"list": ["a"]})
    deepcopy(held)["list"].append("b")
    assert held == {"list": ["a"]}


def test_findings_are_equal_to_their_copies_with_and_without_a_number():
    journal = forearm_journal()
    report = find_triggers(journal, today=journal.entries[30].day)
    assert pickle.loads(pickle.dumps(report)) == report
    assert repr(report.findings[0].rate_ratio) == "nan"
