"""Pages of the public names and of the errors."""

import inspect

from docs.generator.layout import code, page, table


def errors() -> str:
    """Draw the tree of errors with codes and exit codes."""
    from myolog import errors as module

    rows = [
        (
            code(name),
            code(kind.default_code),
            kind.exit_code,
            (inspect.getdoc(kind) or "").splitlines()[0],
        )
        for name in module.__all__
        if issubclass(kind := getattr(module, name), module.UserError)
    ]
    tree = (module.__doc__ or "").split("::\n", 1)[1]
    return page(
        "Errors",
        "Every error says in one sentence what is wrong and what to do.\n"
        "Programs go by its code, scripts by the exit code of the command.",
        f"```text\n{inspect.cleandoc(tree)}\n```",
        table(("error", "code", "exit code", "meaning"), sorted(rows, key=lambda row: row[2])),
    )


def library() -> str:
    """Show the public names with their signatures and words."""
    import myolog

    parts = [
        "The names below are the public API; nothing else is promised.\n"
        "They load on first use, and none of them needs Django.\n"
        "Values of NumPy and pandas are taken for what they say: a scalar, a `Timestamp`, a date column; the file they give is the same.",
    ]
    for name in sorted(set(myolog.__all__) - {"__version__"}, key=str.lower):
        value = getattr(myolog, name)
        words = inspect.getdoc(value) or ""
        parts += [
            f"## {name}",
            f"```python\n{name}{signature(value)}\n```",
            f"```text\n{words}\n```",
        ]
    return page("Library", *parts)


def signature(value: object) -> str:
    """Write a callable's parameters, or nothing for what is not called."""
    if not callable(value) or (inspect.isclass(value) and issubclass(value, Exception)):
        return ""
    return str(inspect.signature(value)).replace("'", "")
