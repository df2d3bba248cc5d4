"""Measure the verdict on the full grid and write the tables into its page of the manual.

python -m tests.calibration.programme.page
"""

from collections.abc import Iterator
from itertools import product

from docs.generator.layout import ROOT, table
from tests.calibration.programme.grid import (
    BOUND_MEMORY,
    GUIDE_FIGURES,
    GUIDE_ROWS,
    MEMORY,
    MOST,
    PLACEBO,
    people,
)
from tests.calibration.programme.measure import METHODS, Measured, measure

PAGE = ROOT / "docs" / "explanation" / "programme-verdict.md"
BEGIN, END = "<!-- measured: `make calibrate` writes this part -->", "<!-- measured: end -->"
N_RUNS = 1500
SCATTER: dict[float | None, str] = {4.0: "bursts", None: "none"}
CODES = ("SIGNIFICANT", "SOME", "ESCALATE")
FALSE = {1.0: ("SIGNIFICANT", "ESCALATE"), PLACEBO: ("SIGNIFICANT",)}


def per_cent(share: float) -> str:
    return f"{100 * share:.1f}"


def shares(measured: Measured, method: str) -> str:
    return " / ".join(per_cent(measured.share(code, method)) for code in CODES)


def guide_table(n_runs: int) -> str:
    """Lay out the rows of the guide, by every method."""
    rows = []
    for seed, (person, printed) in enumerate(zip(GUIDE_ROWS, GUIDE_FIGURES, strict=True)):
        measured = measure(person, n_runs=n_runs, seed=seed)
        rows.append(
            (
                f"{person.ratio:g}",
                person.n_before,
                f"{person.mean:g}",
                " / ".join(f"{figure:.1f}" for figure in printed),
                *(shares(measured, method) for method in reversed(METHODS)),
            )
        )
    header = ("true ratio", "days before", "events a day", "guide, printed")
    return table((*header, "guide, 95 %", "guide, 90 %", "Myolog"), rows)


def grid_rows(n_runs: int) -> Iterator[tuple[str, ...]]:
    for memory, ratio, (shape, noise) in product(MEMORY, MOST, SCATTER.items()):
        cells = [
            measure(person, n_runs=n_runs, seed=100 + seed)
            for seed, person in enumerate(people(ratio=ratio, memory=memory, shapes=(shape,)))
        ]
        for code in FALSE[ratio]:
            claimed = code == "SIGNIFICANT" and memory <= BOUND_MEMORY
            yield (
                f"{memory:g}",
                f"{ratio:g}",
                noise,
                code,
                per_cent(MOST[ratio]) if claimed else "-",
                *(mean_and_worst(cells, code, method) for method in reversed(METHODS)),
            )


def mean_and_worst(cells: list[Measured], code: str, method: str) -> str:
    false = [cell.share(code, method) for cell in cells]
    return f"{per_cent(sum(false) / len(false))} / {per_cent(max(false))}"


def grid_table(n_runs: int) -> str:
    """Lay out the false verdicts over the grid, mean and worst of six cells."""
    header = ("memory", "true ratio", "extra scatter", "false verdict", "bound")
    return table((*header, "guide, 95 %", "guide, 90 %", "Myolog"), grid_rows(n_runs))


def measured_part(n_runs: int = N_RUNS) -> str:
    """Return both tables, each under what it shows."""
    return f"""
Share of {n_runs:,} invented people a row with SIGNIFICANT / SOME / ESCALATE, in per cent.
The rows are the guide's own, with memory 0.4 and bursts (extra scatter of shape 4).

{guide_table(n_runs)}

False verdicts in per cent, mean / worst of six cells of {n_runs:,} invented people.
The cells are 7 or 14 days before the start, and 2, 8 or 20 events a day.

{grid_table(n_runs)}
"""


def main() -> None:
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{measured_part()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
