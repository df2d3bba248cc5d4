"""Print the score of each set and half: `python -m tests.corpus [--wrong]`.

`--wrong` adds what went wrong in the tuning halves. Phrases of the frozen half are never printed.
"""

import sys

from tests.corpus.phrases import FIELDS, TUNING, phrases, sets
from tests.corpus.score import answered, score, wrong_fields


def main(arguments: list[str]) -> int:
    """Print the tables."""
    for name, half in sets():
        result = score(phrases(half, name))
        print(f"{name} {half}: {result.n_phrases} phrases, all fields right {result.whole:.1%}")
        for field in FIELDS:
            share, count = result.said[field]
            print(f"  {field:12} {result.fields[field]:7.1%}   where said {share:7.1%} of {count}")
    if "--wrong" in arguments:
        tuning = [name for name, half in sets() if half == TUNING]
        for phrase in (one for name in tuning for one in phrases(TUNING, name)):
            for field, read in wrong_fields(phrase, answered(phrase)).items():
                print(f"{phrase.text!r}: {field} {read!r}, not {phrase.expected[field]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
