"""`myolog report`: one page, and charts on a sheet of their own where they are asked for."""

from pypdf import PdfReader

from myolog.journal.example import forearm_journal
from myolog.journal.file import write_journal


def test_charts_stand_behind_the_page(run, tmp_path):
    journal, plain, drawn = (tmp_path / name for name in ("demo.jsonl", "a.pdf", "b.pdf"))
    write_journal(forearm_journal(), journal)
    given = ("report", "--journal", str(journal), "--date", "2026-04-06")
    assert run(*given, "-o", str(plain)).code == 0
    assert run(*given, "--charts", "-o", str(drawn)).code == 0
    assert [len(PdfReader(file).pages) for file in (plain, drawn)] == [1, 2]


def test_without_a_note_there_is_no_second_sheet(run, tmp_path):
    said = run("report", "--charts", "-o", str(tmp_path / "page.pdf"))
    assert said.code == 0
    assert len(PdfReader(tmp_path / "page.pdf").pages) == 1


def test_charts_are_no_text(run):
    said = run("report", "--charts", "--text")
    assert said.code == 2
    assert "--charts goes with -o FILE" in said.err
