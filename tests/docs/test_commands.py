"""Every command explains itself with an example, and every command in our pages is real."""

import re
import shlex
from pathlib import Path

import click
import pytest

from myolog.cli.main import myolog

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "tests").rglob("*.md"),
    ]
)
SHOWN = re.compile(r"(?:^ {4}(?:\$ )?|`)(?:\.venv/bin/)?myolog ([^`\n]+)", re.MULTILINE)


def every_command() -> dict[str, click.Command]:
    """Name every command and subcommand."""
    found = {}
    for name, command in myolog.commands.items():
        found[name] = command
        for inner, subcommand in getattr(command, "commands", {}).items():
            found[f"{name} {inner}"] = subcommand
    return found


@pytest.mark.parametrize("name", every_command())
def test_a_command_says_what_it_does_and_gives_an_example(name: str) -> None:
    command = every_command()[name]
    context = click.Context(command, info_name=f"myolog {name}", **myolog.context_settings)
    text = command.get_help(context)
    assert len((command.help or "").strip()) > 10
    assert re.search(rf"^\s+myolog (--\S+ \S+ )?{name}\b", text.partition("\n")[2], re.MULTILINE)


@pytest.mark.parametrize("name", every_command())
def test_every_option_has_words(name: str) -> None:
    options = [each for each in every_command()[name].params if isinstance(each, click.Option)]
    assert not [option.name for option in options if not option.help and not option.hidden]


def shown_commands() -> list[tuple[str, str]]:
    """List the command lines that our pages show, with the page."""
    return [
        (str(page.relative_to(ROOT)), line.strip())
        for page in PAGES
        if page.name != "commands.md"
        for line in SHOWN.findall(page.read_text())
    ]


@pytest.mark.parametrize(("page", "line"), shown_commands())
def test_a_command_line_in_a_page_is_real(page: str, line: str) -> None:
    words = [word for word in shlex.split(line, comments=True) if word not in {"--data", "DIR"}]
    if words[0] in {"COMMAND", "--help", "--version"}:
        return
    commands = every_command()
    name = " ".join(words[:2]) if " ".join(words[:2]) in commands else words[0]
    assert name in commands, f"{page}: there is no command {name}"
    known = {flag for each in commands[name].params for flag in (*each.opts, *each.secondary_opts)}
    used = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert used <= known | {"--help"}, f"{page}: myolog {line}"


def test_every_command_is_in_the_manual() -> None:
    manual = (ROOT / "docs" / "reference" / "commands.md").read_text()
    for name in every_command():
        assert re.search(rf"^##+ {name}$", manual, re.MULTILINE), name
