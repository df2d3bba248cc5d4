"""The page of the command line: what each command says with --help."""

from docs.generator.layout import page


def commands() -> str:
    """Show the help of every command, as a person sees it."""
    import click

    from myolog.cli.main import myolog

    settings = myolog.context_settings | {"terminal_width": 100}

    def help_of(command: click.Command, path: str) -> str:
        return (
            f"```text\n{command.get_help(click.Context(command, info_name=path, **settings))}\n```"
        )

    parts = [
        "What `myolog COMMAND --help` says, for every command.\n"
        "Every command exits with 0 when it did what was asked; the other exit codes are under [errors](errors.md).",
        help_of(myolog, "myolog"),
    ]
    for name, command in myolog.commands.items():
        parts += [f"## {name}", help_of(command, f"myolog {name}")]
        for inner, subcommand in getattr(command, "commands", {}).items():
            parts += [f"### {name} {inner}", help_of(subcommand, f"myolog {name} {inner}")]
    return page("Commands", *parts)
