"""Print the score of each half: `python -m tests.corpus [--wrong]`.

`--wrong` adds what went wrong in the tuning half. Phrases of the frozen half are never printed.
"""

import sys

from tests.corpus.phrases import FIELDS, TUNING, halves, phrases
from tests.corpus.score import answered, score, wrong_fields


def main(arguments: list[str]) -> int:
    """Print the tables."""
    for half in halves():
        result = score(phrases(half))
        print(f"{half}: {result.n_phrases} phrases, all fields right {result.whole:.1%}")
        for name in FIELDS:
            share, count = result.said[name]
            print(f"  {name:12} {result.fields[name]:7.1%}   where said {share:7.1%} of {count}")
    if "--wrong" in arguments:
        for phrase in phrases(TUNING):
            for name, read in wrong_fields(phrase, answered(phrase)).items():
                print(f"{phrase.text!r}: {name} {read!r}, not {phrase.expected[name]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
