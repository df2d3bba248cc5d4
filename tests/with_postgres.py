"""Run a command with a PostgreSQL server of its own, thrown away afterwards.

    python tests/with_postgres.py pytest -m store

The server listens on a socket in a temporary folder only. The command finds it in
MYOLOG_DATABASE_URL.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

START_SECONDS = 60
NEW_CLUSTER = ("--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
UNSAFE_BUT_QUICK = (
    *("-c", "fsync=off"),
    *("-c", "synchronous_commit=off"),
    *("-c", "full_page_writes=off"),
    *("-c", "listen_addresses="),
)


def programs() -> Path:
    """Find the newest PostgreSQL on this machine."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: float(path.parts[-3]),
    )
    on_path = shutil.which("initdb")
    if debian:
        return debian[-1].parent
    if on_path:
        return Path(on_path).resolve().parent
    sys.exit("PostgreSQL is missing: run 'sudo apt-get install postgresql'.")


def unprivileged_user() -> str | None:
    """Name who shall run the server: initdb refuses to work as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def server() -> Iterator[str]:
    """Start a server in a temporary folder and give its address."""
    bin_dir, user = programs(), unprivileged_user()
    who = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    folder = Path(tempfile.mkdtemp(prefix="myolog-pg-"))
    try:
        if user:
            shutil.chown(folder, user)
        log = folder / "log"
        with log.open("wb") as output:
            at = {"cwd": folder, "stdout": output, "stderr": output, **who}
            create = [bin_dir / "initdb", "-D", folder / "data", "-U", "myolog", *NEW_CLUSTER]
            subprocess.run(create, check=True, **at)
            serve = [bin_dir / "postgres", "-D", folder / "data", "-k", folder, *UNSAFE_BUT_QUICK]
            process = subprocess.Popen(serve, start_new_session=True, **at)
        try:
            wait_until_ready(process, bin_dir, folder, log)
            yield f"postgresql://myolog@/postgres?host={folder}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_ready(
    process: subprocess.Popen[bytes], bin_dir: Path, folder: Path, log: Path
) -> None:
    """Wait until the server takes connections, or say why it does not."""
    for _ in range(START_SECONDS * 10):
        ready = [bin_dir / "pg_isready", "-q", "-h", folder, "-U", "myolog"]
        if subprocess.run(ready, check=False).returncode == 0:
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    sys.exit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def stop(_signal: int, _frame: FrameType | None) -> None:
    """Leave through the clean-up when asked to end."""
    sys.exit(143)


def main(command: list[str]) -> int:
    """Run the command and return its exit code."""
    signal.signal(signal.SIGTERM, stop)
    with server() as url:
        environment = os.environ | {"MYOLOG_DATABASE_URL": url}
        return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
