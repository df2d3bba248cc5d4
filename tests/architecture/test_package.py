"""What `pip install .` brings: every file of the package, the command, and nothing else."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT, SOURCE, tracked_files

BUILD = "pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --no-index"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel as pip would, with the build tools already installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", *BUILD.split(), "--wheel-dir", folder, ROOT]
    subprocess.run(command, check=True, timeout=120)
    return zipfile.ZipFile(next(Path(folder).glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    packed = {name for name in wheel.namelist() if name.startswith("myolog/")}
    wanted = {
        str(path.relative_to(SOURCE.parent)) for path in tracked_files() if SOURCE in path.parents
    }
    assert packed == wanted
    suffixes = {Path(name).suffix for name in packed}
    assert {".py", ".typed", ".toml", ".md", ".html", ".css", ".typ"} <= suffixes


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top.partition("-")[0] for top in tops} == {"myolog"}


def test_the_wheel_gives_the_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    files = {name.partition("/")[2]: name for name in wheel.namelist() if ".dist-info/" in name}
    assert b"myolog = myolog.cli.main:main" in wheel.read(files["entry_points.txt"])
    metadata = wheel.read(files["METADATA"]).decode()
    assert "License-Expression: Apache-2.0" in metadata
    assert {"licenses/LICENSE", "licenses/NOTICE"} <= set(files)


def test_work_of_others_is_named_with_its_licence() -> None:
    notice = (ROOT / "NOTICE").read_text()
    carried = {
        path
        for path in tracked_files()
        if SOURCE in path.parents
        and (path.suffix in {".otf", ".ttf", ".woff2"} or ".min." in path.name)
    }
    assert carried
    for path in carried:
        named = (str(path.relative_to(ROOT)), f"{path.parent.relative_to(ROOT)}/")
        assert any(name in notice for name in named), path.name
    for licence in re.findall(r"licence in (\S+)", notice):
        assert (ROOT / licence).is_file()
