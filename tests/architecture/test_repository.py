"""The repository holds no secret, no machine's path and no registry's address."""

import re
import tomllib

from tests.architecture.checkout import ROOT, SOURCE, source_files, tracked_files, tracked_texts

SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[bap]-[0-9A-Za-z-]{20,}"
    r"|(?i:(?:secret_key|password|api_key)\s*=\s*[\"'][^\"'\s{}<]{16,}[\"'])"
)
MACHINE = re.compile(r"(?<![\w.~-])/(?:root|work|home/(?!USER|you|NAME)\w+|Users/\w+)/")
INDEX_ADDRESS = re.compile(
    r"(?:pypi|pythonhosted|npmjs|registry\.[a-z]+)\.(?:org|com)/(?:simple|packages|-/)"
    r"|--(?:extra-)?index-url[ =]|--find-links[ =]|^\s*registry\s*=|\"resolved\":"
    r"|://\S+\.(?:whl|tgz|tar\.gz)\b",
    re.MULTILINE,
)
LOCKS_WITH_ADDRESSES = {"uv.lock", "pylock.toml", "poetry.lock", ".npmrc", "pip.conf", "uv.toml"}
VAGUE = re.compile(r"^(utils?|helpers?|common|misc|manager|lib|base|stuff)$")
LONGEST_FILE = 400
THIS_FILE = "test_repository.py"


def offenders(pattern: re.Pattern[str]) -> list[str]:
    """List the tracked files in which a pattern is found."""
    return [
        f"{path}: {match.group(0)[:60]}"
        for path, text in tracked_texts().items()
        if path.name != THIS_FILE and (match := pattern.search(text))
    ]


def test_no_secret_is_tracked() -> None:
    assert not offenders(SECRETS)


def test_no_path_of_one_machine_is_tracked() -> None:
    assert not offenders(MACHINE)


def test_no_registry_address_is_tracked() -> None:
    assert not offenders(INDEX_ADDRESS)
    assert not [path for path in tracked_files() if path.name in LOCKS_WITH_ADDRESSES]


def test_the_patterns_find_what_they_look_for() -> None:
    """Each example is put together here, so that no file holds it as it stands."""
    assert SECRETS.search("SECRET" + "_KEY = 'abcdefghijklmnop1234'")
    assert MACHINE.search("open('" + "/".join(["", "root", "x"]) + "')")
    assert MACHINE.search("cd " + "/".join(["", "home", "anna", "myolog"]))
    assert INDEX_ADDRESS.search("pip install --index" + "-url x")
    assert not MACHINE.search("see docs/work/ and $HOME/x")


def test_source_files_stay_short() -> None:
    lengths = {path: path.read_text().count("\n") for path in source_files()}
    assert not {str(path): n for path, n in lengths.items() if n > LONGEST_FILE}


def test_no_file_or_folder_has_a_vague_name() -> None:
    shared = SOURCE / "web" / "settings" / "base.py"  # Django's word for what editions share
    files = [path for path in source_files() if path != shared]
    parts = {part for path in files for part in path.with_suffix("").parts[-3:]}
    assert not {part for part in parts if VAGUE.match(part)}


def test_no_stub_is_left_in_the_source() -> None:
    stub = re.compile(r"raise NotImplementedError|#\s*(TODO|FIXME|XXX)\b")
    assert not [path for path in source_files() if stub.search(path.read_text())]


def test_the_locks_cover_the_requirements_and_carry_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    wanted = {
        "run": [*project["project"]["dependencies"], *groups["build"]],
        "dev": [*project["project"]["dependencies"], *groups["build"], *groups["dev"]],
    }
    for kind, requirements in wanted.items():
        lock = (ROOT / "requirements" / f"{kind}.txt").read_text()
        locked = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE))
        for requirement in requirements:
            name = re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower()
            assert name in locked, f"{name} is not in requirements/{kind}.txt"
        blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
        assert all("--hash=sha256:" in block for block in blocks if block.strip())
