"""The page of the rules, each with the table of cases that proves it, and the guide in order."""

import runpy
from collections.abc import Mapping

from docs.generator.layout import ROOT, code, page, table

SPEC = ROOT / "tests" / "spec"


def slug(rule: str) -> str:
    """Name the file of a rule's spec test."""
    return rule.lower().replace("-", "_")


def rules() -> str:
    """Show every rule with the table of cases that proves it."""
    from myolog.content.catalogue import load
    from myolog.triage.rules import RULES
    from myolog.triage.urgency import Urgency

    words = load()
    parts = [
        "Every red flag, the most urgent first.\n"
        "The result of the check is the highest urgency of all rules that fire; see [why urgency only rises](../explanation/why-urgency-only-rises.md).\n"
        "Each table of cases is run as a test.",
    ]
    for urgency in sorted(Urgency, reverse=True):
        chosen = [rule for rule in RULES if rule.urgency == urgency]
        if not chosen:
            continue
        parts.append(f"## {words.text(f'urgency.{urgency.name}.title')} ({urgency.name})")
        for rule in chosen:
            spec = runpy.run_path(str(SPEC / "triage" / f"test_{slug(rule.code)}.py"))
            kind = "soft" if rule.soft else "hard"
            facts = [
                f"- Fires when: {code(rule.when)}",
                f"- See: {words.text(f'who.{rule.who}.label')}",
                f"- To discuss: {'; '.join(words.text(f'workup.{w}.label') for w in rule.workup) or '-'}",
                f"- Source: {rule.source}; {kind}; since rules {rule.since}",
            ]
            cases = [
                (
                    case["says"],
                    answers_of(case["answers"]),
                    "fires" if case["fires"] else "no",
                    case["urgency"],
                )
                for case in spec["CASES"]
            ]
            parts += [
                f"### {rule.code}",
                f"{words.text(f'rule.{rule.code}.reason')}",
                "\n".join(facts),
                table(("case", "answers", "this rule", "result"), cases),
            ]
    return page("Rules", *parts)


def answers_of(answers: Mapping[str, object]) -> str:
    """Write the answers of a case on one line."""
    words = {True: "yes", False: "no"}
    shown = {
        name: words[value] if isinstance(value, bool) else value for name, value in answers.items()
    }
    return ", ".join(code(f"{name} = {value}") for name, value in shown.items()) or "none"


def guide() -> str:
    """List every point of the guide with its home and its test."""
    from myolog.content.guide import rows

    return page(
        "The guide in order",
        "Myolog carries out a published guide to muscle twitching.\n"
        "Here is every point of it, in its order: what it says in our words, how that agrees with the evidence, where it lives in Myolog, the test that holds us to it, and what we changed and why.",
        table(
            (
                "point",
                "what the guide says",
                "evidence",
                "where it lives",
                "test",
                "what we changed",
            ),
            [
                (
                    code(row.id),
                    row.says,
                    row.verdict,
                    ", ".join(code(home) for home in row.homes),
                    code(row.test),
                    row.changed,
                )
                for row in rows()
            ],
        ),
    )
