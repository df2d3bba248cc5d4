"""What the checkout holds: its tracked files and the package's source."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "myolog"
SHELLS = {"cli", "web", "store", "__init__", "__main__", "__pycache__"}
CORE = sorted({one.stem for one in SOURCE.iterdir() if one.suffix in {"", ".py"}} - SHELLS)
"""Packages that may not know the web, the database, the clock or the command line."""

MADE = {
    ".git", ".venv", ".tmp", "__pycache__", "_build", "build", "dist", ".coverage",
    ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis",
}  # fmt: skip
"""Folders and files that are made, and that git ignores."""


def tracked_files() -> list[Path]:
    """List the files that git knows or would offer to add; without git, all but what is made."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return sorted(
            path
            for path in ROOT.rglob("*")
            if path.is_file() and not MADE.intersection(path.relative_to(ROOT).parts)
        )
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    files = (ROOT / name for name in listing.stdout.split("\0") if name)
    return sorted(path for path in files if path.is_file())


def tracked_texts() -> dict[Path, str]:
    """Read every tracked file that is text."""
    texts = {}
    for path in tracked_files():
        try:
            texts[path.relative_to(ROOT)] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def source_files(*packages: str) -> list[Path]:
    """List the package's Python files, or those of some of its parts."""
    files = [
        path
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts
        and (not packages or path.relative_to(SOURCE).parts[0].removesuffix(".py") in packages)
    ]
    assert files
    return sorted(files)
