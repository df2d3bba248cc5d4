"""The page of how well one line of words is understood."""

from docs.generator.layout import page, table


def one_line() -> str:
    """Show the score of each half of each set of the corpus, field by field."""
    from tests.corpus.phrases import SETS

    return page(
        "How well one line is understood",
        "The share of phrases on which each field is right.\n"
        "A field that a phrase says nothing about is right when it is left open; the last column counts only the phrases that say something.\n"
        "The grammar was made with the *tuning* phrases.\n"
        "The *frozen* ones were written before, and nobody read them while it was made; only the numbers below were looked at.\n"
        "See [how one line is read](../explanation/one-line.md).",
        *(part for name, title in SETS.items() for part in _set(name, title)),
    )


def _set(name: str, title: str) -> tuple[str, str]:
    from tests.corpus.phrases import FIELDS, FROZEN, TUNING, phrases
    from tests.corpus.score import score

    tuning, frozen = score(phrases(TUNING, name)), score(phrases(FROZEN, name))
    rows = [
        (
            field,
            f"{tuning.fields[field]:.1%}",
            f"{frozen.fields[field]:.1%}",
            f"{frozen.said[field][0]:.1%} of {frozen.said[field][1]}",
        )
        for field in FIELDS
    ]
    rows.append(("all of them", f"{tuning.whole:.1%}", f"{frozen.whole:.1%}", "-"))
    head = f"## {title}\n\n{tuning.n_phrases} tuning and {frozen.n_phrases} frozen phrases."
    return head, table(("field", "tuning", "frozen", "frozen, where said"), rows)
