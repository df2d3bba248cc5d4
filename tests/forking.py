"""Processes of their own at a fifth of the price: forked from one that has the libraries loaded.

Most of what a `myolog` command costs is loading Python's, Django's and the core's modules. Here one
process loads them once and forks: what runs then is a real process, with its own number, files,
environment, signals and end, that can be killed like any other. `run` and `Popen` are those of
`subprocess`; what cannot be forked (a shell, a preloaded library, an option of Python's) is started
as ever. That a command also works in a Python of its own is shown by `tests/integration/cli/
test_terminal.py` and `tests/docs/test_readme.py`.
"""

import atexit
import ctypes
import gc
import importlib
import inspect
import io
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
NEED_SETTINGS = {"myolog.store", "myolog.web", "myolog.cli", "myolog.__main__"}
LIBRARIES = (
    "argparse", "babel.dates", "babel.numbers", "csp.middleware", "django.core.handlers.wsgi",
    "django.core.management", "django.db.backends.sqlite3.base",
    "django.db.migrations.executor", "django.db.models", "django.forms", "django.http",
    "django.middleware.common", "django.middleware.csrf", "django.template.backends.django",
    "django.template.defaulttags", "django.test", "django.urls", "django.views", "http.client",
    "numpy", "pydantic", "rich.console", "rich.table", "time_machine", "tzlocal", "waitress",
    "whitenoise.middleware",
)  # fmt: skip
BECOME_PARENT_OF_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of Linux: who is forked for this process can be waited for by it."""
OF_PYTHON = {"LD_PRELOAD", "PYTHONIOENCODING", "PYTHONPYCACHEPREFIX", "PYTHONWARNINGS"}
HOW = inspect.signature(subprocess.Popen._execute_child)  # type: ignore[attr-defined]


class Popen(subprocess.Popen[Any]):
    """A process as of `subprocess`, forked where that can be."""

    def _execute_child(self, *given: Any) -> None:
        how = HOW.bind(self, *given).arguments
        environment = dict(os.environ if how["env"] is None else how["env"])
        if not _can_be_forked(how, environment):
            super()._execute_child(*given)  # type: ignore[misc]
            return
        ends = [how["p2cread"], how["c2pwrite"], how["errwrite"]]
        self.pid = _loaded().fork(
            {
                "command": [os.fspath(part) for part in how["args"][1:]],
                "environment": environment,
                "folder": os.fspath(how["cwd"] or Path.cwd()),
                "session": how["start_new_session"],
            },
            [standard if end == -1 else end for standard, end in enumerate(ends)],
        )
        self._child_created = True
        pipes = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")
        self._close_pipe_fds(*(how[name] for name in pipes))  # type: ignore[attr-defined]


def _can_be_forked(how: dict[str, Any], environment: dict[str, str]) -> bool:
    plain = how["preexec_fn"] is None and not how["pass_fds"] and not how["shell"]
    return (
        plain
        and sys.platform == "linux"
        and how["args"][0] == sys.executable
        and not OF_PYTHON & set(environment)
        and environment.get("PYTHONPATH", str(ROOT)) == str(ROOT)  # another program may lie there
    )


def run(
    command: list[Any],
    *,
    input: Any = None,
    capture_output: bool = False,
    check: bool = False,
    timeout: float | None = None,
    **how: Any,
) -> subprocess.CompletedProcess[Any]:
    """Run a command to its end, as `subprocess.run` does."""
    if capture_output:
        how |= {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if input is not None:
        how["stdin"] = subprocess.PIPE
    with Popen(command, **how) as process:
        try:
            out, err = process.communicate(input, timeout=timeout)
        except BaseException:
            process.kill()
            raise
    done = subprocess.CompletedProcess(command, process.returncode, out, err)
    if check:
        done.check_returncode()
    return done


class Loaded:
    """The process that has everything loaded, as this one sees it."""

    def __init__(self) -> None:
        ctypes.CDLL(None).prctl(BECOME_PARENT_OF_ORPHANS, 1, 0, 0, 0)
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], "OPENBLAS_NUM_THREADS": "1"},
            )
        atexit.register(self.end)

    def fork(self, asked: dict[str, Any], ends: list[int]) -> int:
        """Run a program with these as its standard input, output and errors; give its number."""
        told = json.dumps(asked).encode()
        socket.send_fds(self._ours, [len(told).to_bytes(4, "big")], ends)
        self._ours.sendall(told)
        number = int.from_bytes(self._ours.recv(4), "big")
        assert number, "the process that forks has ended"
        return number

    def end(self) -> None:
        """Let it go."""
        self._ours.close()
        self._process.wait(timeout=20)


@cache
def _loaded() -> Loaded:
    return Loaded()


# ---- in the process that forks
def load() -> None:
    """Load what commands and servers need and what asks for no settings, and read the words."""
    import myolog
    from myolog.content import catalogue, languages
    from myolog.store.database import use_current_sqlite

    use_current_sqlite()
    for name in LIBRARIES:
        importlib.import_module(name)
    for part in pkgutil.iter_modules(myolog.__path__, "myolog."):
        if part.name not in NEED_SETTINGS:
            package = importlib.import_module(part.name)
            for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{part.name}."):
                importlib.import_module(module.name)
    importlib.import_module("myolog.cli.main")
    for language in languages.LANGUAGES:
        catalogue.load(language)
    gc.freeze()


def serve(asking: socket.socket) -> dict[str, Any]:
    """Fork for everyone who asks; in the new process return what it shall run."""
    while True:
        size, ends, _, _ = socket.recv_fds(asking, 4, 3)
        if not size:
            sys.exit()
        told = b""
        while len(told) < int.from_bytes(size, "big"):
            told += asking.recv(65536)
        reading, writing = os.pipe()
        between = os.fork()
        if between == 0:
            number = os.fork()
            if number == 0:
                for standard, end in enumerate(ends):
                    os.dup2(end, standard)
                os.closerange(3, 1024)
                return dict(json.loads(told))
            os.write(writing, number.to_bytes(4, "big"))
            os._exit(0)
        os.waitpid(between, 0)  # the new process is an orphan now, and its asker's child
        asking.sendall(os.read(reading, 4))
        for end in (*ends, reading, writing):
            os.close(end)


def become(asked: dict[str, Any]) -> None:
    """Turn this process into a Python that was just started so."""
    if asked["session"]:
        os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    os.chdir(asked["folder"])
    sys.stdin = sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)
    for number, name, errors in ((1, "stdout", "strict"), (2, "stderr", "backslashreplace")):
        raw = os.fdopen(number, "wb", closefd=False)
        at_once = number == 2 or raw.isatty()
        stream = io.TextIOWrapper(raw, encoding="utf-8", errors=errors, line_buffering=at_once)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    sys.path[1:1] = [one for one in os.environ.get("PYTHONPATH", "").split(os.pathsep) if one]


def execute(command: list[str]) -> None:
    """Run `-c CODE`, `-m MODULE` or a file, each with its arguments, as Python does."""
    first, *rest = command
    if first == "-c":
        sys.argv, sys.path[0] = ["-c", *rest[1:]], ""
        exec(compile(rest[0], "<string>", "exec"), {"__name__": "__main__"})
    elif first == "-m":
        sys.argv, sys.path[0] = rest, str(Path.cwd())
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv, sys.path[0] = command, str(Path(first).parent)
        runpy.run_path(first, run_name="__main__")


def leave(code: int) -> None:
    """End as Python does, but leave the loaded libraries whole.

    Taking them apart costs ten times what the rest of an end does. Where something is left that
    cannot be written, this does nothing, and Python says so.
    """
    from django.db.backends.sqlite3.base import DatabaseWrapper

    threading._shutdown()
    atexit._run_exitfuncs()
    for one in gc.get_objects():
        if type(one) is DatabaseWrapper and one.connection is not None:
            one.connection.close()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(code & 0xFF)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as door:
        sys.path[0] = str(ROOT)
        load()
        program = serve(door)
        door.detach()
    become(program)
    try:
        execute(program["command"])
    except SystemExit as ended:
        if ended.code is not None and not isinstance(ended.code, int):
            raise
        leave(ended.code or 0)
        raise
    leave(0)
