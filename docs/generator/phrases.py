"""The page of how well one line of words is understood."""

from docs.generator.layout import page, table


def one_line() -> str:
    """Show the score of each half of the corpus, field by field."""
    from tests.corpus.phrases import FIELDS, FROZEN, TUNING, phrases
    from tests.corpus.score import score

    tuning, frozen = score(phrases(TUNING)), score(phrases(FROZEN))
    rows = [
        (
            name,
            f"{tuning.fields[name]:.1%}",
            f"{frozen.fields[name]:.1%}",
            f"{frozen.said[name][0]:.1%} of {frozen.said[name][1]}",
        )
        for name in FIELDS
    ]
    rows.append(("all of them", f"{tuning.whole:.1%}", f"{frozen.whole:.1%}", "-"))
    return page(
        "How well one line is understood",
        "The share of phrases on which each field is right.\n"
        "A field that a phrase says nothing about is right when it is left open; the last column counts only the phrases that say something.\n"
        f"The grammar was made with the {tuning.n_phrases} *tuning* phrases.\n"
        f"The {frozen.n_phrases} *frozen* phrases were written by someone who never saw the grammar, and nobody read them while it was made; only the numbers below were looked at.\n"
        "See [how one line is read](../explanation/one-line.md).",
        table(("field", "tuning", "frozen", "frozen, where said"), rows),
    )
