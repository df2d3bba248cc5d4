"""What holds for every test: no network, no real data folder, one language, the same examples."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from hypothesis import HealthCheck, settings

from tests.left_as_found import left_as_found

# ---- hypothesis: the same examples on every run; many fresh ones when asked for
settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "many", settings.get_profile("same"), derandomize=False, max_examples=5000
)
settings.load_profile(os.environ.get("MYOLOG_EXAMPLES", "same"))

# ---- language: that of no country, whatever the tester's computer speaks
os.environ["LC_ALL"] = "C.UTF-8"

# ---- linear algebra: one thread, as in the product
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# ---- zone: each worker stands in another one, none of them UTC, so that nothing passes only there
ZONES = ("Asia/Kolkata", "America/St_Johns", "Pacific/Auckland")
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_TURN = int(os.environ.get("MYOLOG_ZONE_TURN", "0"))
os.environ["TZ"] = ZONES[(_WORKER + _TURN) % len(ZONES)]
time.tzset()

# ---- data: a folder of the run's own, never the person's
_DATA = Path(tempfile.mkdtemp(prefix="myolog-test-"))
os.environ["MYOLOG_DATA"] = str(_DATA)
# Named here and not in pyproject.toml: the settings read MYOLOG_DATA when they are imported.
os.environ["DJANGO_SETTINGS_MODULE"] = "myolog.web.settings.computer"
django.setup()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the first of two measurings of coverage that pytest-cov 7.1 begins in a worker.

    It begins one before it knows that it is in a worker, and that one would go on where a test is
    marked `no_cover`, which takes five times as long then.
    """
    measuring = session.config.pluginmanager.get_plugin("_cov")
    if measuring is not None and hasattr(session.config, "workerinput"):
        measuring.cov_controller.pause()


def pytest_sessionfinish() -> None:
    """Remove the run's data folder."""
    shutil.rmtree(_DATA, ignore_errors=True)


# ---- network: nothing beyond this computer
class NetworkBlocked(RuntimeError):
    """A test, or what it tests, tried to leave this computer."""


_HERE = ("localhost", "127.", "::1", "::ffff:127.")
_WATCHED = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}


def _leaves_this_computer(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    return isinstance(name, str) and name != "" and not name.startswith(_HERE)


def _block_network(
    event: str, arguments: tuple[object, ...], watched: frozenset[str] = frozenset(_WATCHED)
) -> None:
    if event not in watched:  # a default stays when Python, ending, has taken the names away
        return
    by_address = event in {"socket.connect", "socket.sendto"}
    target = arguments[1] if by_address else arguments[0]
    host = target[0] if isinstance(target, tuple) else None if by_address else target
    if _leaves_this_computer(host):
        raise NetworkBlocked(f"{event} to {host!r}: tests stay on this computer")


sys.addaudithook(_block_network)


# ---- environment and zone: each test leaves them as it found them, or its worker's next ones fail
@pytest.fixture(autouse=True)
def _as_found() -> Iterator[None]:
    with left_as_found():
        yield


@pytest.fixture
def monkeypatch(_as_found: None) -> Iterator[pytest.MonkeyPatch]:
    """Give pytest's own, undone before it is looked at what a test has left."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture
def project() -> Path:
    """Give the root of the checkout."""
    return Path(__file__).parent.parent


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty data folder that commands started by the test will use."""
    folder = tmp_path / "data"
    monkeypatch.setenv("MYOLOG_DATA", str(folder))
    return folder
