"""The page of the five steps: what each asks, the way down with caffeine, and every guard."""

import runpy

from docs.generator.layout import ROOT, code, page, table

SPEC = ROOT / "tests" / "spec" / "programme"

EFFECTS = {
    None: "as written",
    "ADD": "the guard's words stand before it",
    "WORDS": "the guard's words, same target",
    "LIMIT": "a fixed limit instead",
    "ASK": "no target: ask first",
    "WAIT": "no programme",
}


def steps() -> str:
    """Show the steps with their foods, the tables of the taper, and the truth table of guards."""
    from myolog.content.catalogue import load
    from myolog.programme.guards import GUARDS
    from myolog.programme.steps import PARTS, STEPS

    words = load()
    taper = runpy.run_path(str(SPEC / "test_taper.py"))
    guards = runpy.run_path(str(SPEC / "test_guards.py"))
    return page(
        "The five steps",
        "What each step asks for, and what stands in its place for a person who has to ask a doctor first.\n"
        "Each table of cases is run as a test.",
        "## Steps",
        table(
            ("step", "name", "parts", "title"),
            [
                (
                    code(step.code),
                    code(step.name),
                    ", ".join(part.code for part in step.parts),
                    words.text(f"step.{step.code}.title"),
                )
                for step in STEPS.values()
            ],
        ),
        "## Caffeine, little by little",
        "The most for each day, in mg, from the usual amount down to the target.",
        table(
            ("case", "usual", "target", "the most for each day"),
            [
                (says, usual, target, " ".join(map(str, ceilings)) or "no cut needed")
                for says, usual, target, ceilings in taper["CASES"]
            ],
        ),
        "## Guards",
        table(
            ("guard", "what it says"),
            [(code(guard.code), words.text(f"guard.{guard.code}.text")) for guard in GUARDS],
        ),
        "## Guards and steps",
        "What was never told, or is not sure, counts as if it held.\n"
        "Each row is a grown person who said no to everything else.",
        table(
            ("told", "guard", *PARTS),
            [
                (says, code(guard), *(EFFECTS[effect and effect.name] for effect in row))
                for says, _, guard, row in guards["CASES"]
            ],
        ),
    )
