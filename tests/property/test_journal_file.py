"""A journal written to a file and read back is the same journal, whatever it holds.

2,000 journals on every run; `MYOLOG_EXAMPLES=many` draws 5,000 fresh ones.
"""

import json
from dataclasses import fields
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from myolog.errors import UserError
from myolog.journal.checks import FIRST_DAY, LAST_DAY
from myolog.journal.codec import decode, encode
from myolog.journal.entries import Entry
from myolog.journal.file import lines, read_journal, read_lines, write_journal
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.model import Journal
from tests import strategies

_RUNS = max(700, settings().max_examples)


@given(strategies.journals)
@settings(max_examples=_RUNS)
def test_a_journal_survives_its_file_exactly(journal: Journal) -> None:
    written = "".join(lines(journal))
    again = read_lines(StringIO(written, newline="\n"))
    assert again == journal
    assert "".join(lines(again)) == written


@given(journal=strategies.journals)
@settings(max_examples=100)
def test_a_journal_survives_the_disk_exactly(
    tmp_path_factory: pytest.TempPathFactory, journal: Journal
) -> None:
    path = tmp_path_factory.mktemp("journal") / "mine.jsonl"
    write_journal(journal, path)
    assert read_journal(path) == journal


@given(strategies.journals)
@settings(max_examples=200)
def test_every_line_is_plain_json_in_one_piece(journal: Journal) -> None:
    rows = [json.loads(line) for line in lines(journal)]
    assert rows[0]["format"] == 1
    assert [row["kind"] for row in rows[1:-1]] == [entry.kind for entry in journal.entries]
    assert rows[-1] == {"end": len(journal.entries)}
    assert all(line.count("\n") == 1 for line in lines(journal))


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_each_kind_survives_alone(kind: str) -> None:
    @given(strategies.BY_KIND[kind])
    @settings(max_examples=40)
    def survives(entry: Entry) -> None:
        row = json.loads(json.dumps(encode(entry)))
        assert decode(row) == entry
        assert FIRST_DAY <= decode(row).day <= LAST_DAY

    survives()


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_strategies_reach_every_field(kind: str) -> None:
    filled: set[str] = set()

    @given(strategies.BY_KIND[kind])
    @settings(max_examples=150)
    def draw(entry: Entry) -> None:
        filled.update(field.name for field in fields(entry) if getattr(entry, field.name))

    draw()
    assert filled == {field.name for field in fields(ALL_KINDS[kind])}


_pieces = st.one_of(
    st.text(max_size=40),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=8)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
        ),
        max_leaves=6,
    ).map(json.dumps),
)


@given(st.lists(_pieces, max_size=6))
@settings(max_examples=300)
def test_no_text_at_all_ends_in_anything_but_one_clear_sentence(texts: list[str]) -> None:
    start = '{"myolog": "journal", "format": 1, "zone": "UTC"}\n'
    for stream in (StringIO("\n".join(texts)), StringIO(start + "\n".join(texts))):
        with pytest.raises(UserError) as wrong:
            read_lines(stream)
        assert wrong.value.message.isprintable()
        assert 20 < len(wrong.value.message) < 400


_rows = st.sampled_from(tuple(strategies.BY_KIND)).flatmap(
    lambda kind: st.tuples(
        strategies.BY_KIND[kind].map(encode),
        st.sampled_from([field.name for field in fields(ALL_KINDS[kind])]),
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9),
            st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=3), st.none()),
        ),
    )
)  # fmt: skip


def _entry_or_message(row: dict[str, object]) -> Entry | str:
    try:
        return decode(row)
    except UserError as wrong:
        return wrong.message


@given(_rows)
@settings(max_examples=400 if _RUNS < 1_000 else _RUNS)
def test_a_wrong_value_in_any_field_is_refused_or_kept_whole(
    drawn: tuple[dict[str, object], str, object],
) -> None:
    row, field, value = drawn
    row = row | {"with" if field == "accompanied" else field: value}
    entry = _entry_or_message(row)
    if isinstance(entry, str):
        assert entry.isprintable()
    else:
        assert decode(json.loads(json.dumps(encode(entry), allow_nan=False))) == entry
