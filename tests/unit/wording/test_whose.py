"""Who a check is for is said as it was told, in both languages."""

from myolog.content.about import speaking_about
from myolog.content.languages import speaking
from myolog.journal.subject import Subject
from myolog.wording.whose import choices, whose_in_words


def test_the_three_who_can_answer() -> None:
    assert choices() == {"self": "Me", "parent": "My child", "carer": "Someone I care for"}
    with speaking("de"):
        assert choices() == {
            "self": "Für mich",
            "parent": "Für mein Kind",
            "carer": "Für jemanden, um den ich mich kümmere",
        }


def test_the_age_of_somebody_else_is_told_where_it_is_known() -> None:
    for subject, words in [
        (Subject(answered_by="parent", age_years=8), "About your child, 8"),
        (Subject(answered_by="parent"), "About your child"),
        (Subject(answered_by="self", age_years=40), "About you"),
    ]:
        with speaking_about(subject):
            assert whose_in_words(subject) == words
