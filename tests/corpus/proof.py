"""What the readers' proof gives: `python -m tests.corpus.proof [--write]`.

Prints each figure beside its aim, and the stories behind it. `--write` takes what is found now as
what must not get worse: the levels in the kept readings, and `measured.toml`.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpus.keeping import listed
from tests.corpus.stories import HOME, Figures, Reading, Way, figures, kept_files, readings, stories

SHARES = {"agreement": 0.98, "exact": 0.75, "near": 0.98, "steady": 0.9}
"""Aims that a share must reach: `steady` is the share of stories that no other reply changes."""

NONE = ("dangerous", "dangerous_flips", "too_high")
"""Lists of stories that should be empty."""


@dataclass(frozen=True)
class Proof:
    """Every kept reading, walked through the check as it is now."""

    every: Sequence[Reading]

    @property
    def ways(self) -> Iterator[Way]:
        for one in self.every:
            yield one.said
            yield from one.others

    @property
    def figures(self) -> Figures:
        return figures(stories(), self.every)

    def measured(self) -> dict[str, Any]:
        """Return what is kept in `measured.toml`."""
        found, walks = self.figures, [way.walked for way in self.ways]
        shares = {name: round(getattr(found, name), 4) for name in SHARES}
        lists = {name: getattr(found, name) for name in (*NONE, "differ", "changed")}
        return {
            **shares,
            **lists,
            "unanswered": dict(sorted(Counter(c for w in walks for c in w.unanswered).items())),
            "not_taken": sorted({text for walked in walks for text in walked.not_taken}),
            "lacking": sorted({code for walked in walks for code in walked.lacking}),
        }


def proof(home: Path = HOME) -> Proof:
    """Return the proof with every kept reading."""
    return Proof([one for file in kept_files(home) for one in readings(file)])


def kept(home: Path = HOME) -> dict[str, Any]:
    """Return what was measured before."""
    return tomllib.loads((home / "measured.toml").read_text(encoding="utf-8"))


def rewritten(text: str, levels: Sequence[str]) -> str:
    """Return a file of readings with other levels, in the order of the file."""
    left = iter(levels)
    return re.sub(r'(?m)^level = "\w+"$', lambda _: f'level = "{next(left)}"', text)


def write(home: Path = HOME) -> None:
    """Take what is found now as what must not get worse."""
    for file in kept_files(home):
        levels = [way.walked.level for way in Proof([*readings(file)]).ways]
        file.write_text(rewritten(file.read_text(encoding="utf-8"), levels), encoding="utf-8")
    lines = ["# Written by `python -m tests.corpus.proof --write`: what must not get worse.", ""]
    lines += ["# Shares, and whether the aim is reached:"]
    found = proof(home).measured()
    for name, aim in SHARES.items():
        reached = "reached" if found[name] >= aim else "NOT reached"
        lines.append(f"{name} = {found[name]}  # aim {aim}: {reached}")
    lines += ["", "# Stories; the first three should be none:"]
    for name in (*NONE, "differ", "changed", "not_taken", "lacking"):
        lines.append(f"{name} = {listed(found[name])}")
    lines += [
        "",
        "# Asked now, and not when the readers answered: how often it counts as not told.",
    ]
    lines.append("[unanswered]")
    lines += [f"{code} = {count}" for code, count in found["unanswered"].items()]
    (home / "measured.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def told(found: Proof) -> Iterator[str]:
    """Say each figure, and what lies behind it."""
    all_stories, made = stories(), found.measured()
    yield f"{found.figures.n_twice} stories were answered twice"
    yield f"{len(found.every)} readings, {len(list(found.ways)) - len(found.every)} other replies"
    for name, aim in SHARES.items():
        yield f"{name:16} {made[name]:7.1%}   aim {aim:.0%}"
    for name in (*NONE, "differ", "changed", "unanswered", "not_taken", "lacking"):
        yield f"{name:16} {len(made[name]):4}     {made[name] or ''}"
    for one in found.every:
        story, level = all_stories[one.said.story], one.said.walked.level
        if level != story.expected.name:
            yield (
                f"{story.id} {one.said.reader:8} {level}, by the guide {story.expected.name}"
                f" ({story.why})"
            )
        for other in one.others:
            if (new := other.walked.level) != level:
                yield f"{story.id} {one.said.reader:8} {level} -> {new}: {other.why}"


def main(arguments: list[str]) -> int:
    """Print the figures."""
    if not kept_files():
        print("There are no readings yet; see tests/corpus/README.md.")
        return 0
    if "--write" in arguments:
        write()
    print("\n".join(told(proof())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
