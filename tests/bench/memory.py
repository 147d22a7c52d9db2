"""How much memory a large database needs: opened, with its first page served, and indexed for suggestions."""

import subprocess
import sys
from pathlib import Path

from core import config
from core.domain.model import SYSTEM
from core.services import suggesting
from core.storage.database import open_database
from tests.bench.client import session
from tests.serving import running

MULTIPLY = """
INSERT INTO resource BY NAME
SELECT resource.* REPLACE (resource_id || '-' || times.i AS resource_id, name || ' ' || times.i AS name)
FROM resource CROSS JOIN range(1, 1000) AS times(i)
LIMIT {missing}
"""


def enlarge(path: Path, resources: int) -> None:
    """Copy the cards of a database, each under an id and name of its own, until there are so many."""
    database = open_database(path)
    with database.writing() as cursor:
        (there,) = cursor.raw.execute("SELECT count(*) FROM resource").fetchone() or (0,)
        cursor.raw.execute(MULTIPLY.format(missing=resources - there))
    database.close()


def measure(path: Path) -> dict[str, float]:
    """Return peak MiB of a process of its own for each step."""
    found = {step: float(_alone(step, path)) for step in ("import", "open", "index")}
    with running(config.ROOT / "app.py", path) as server, session(server.address) as visitor:
        visitor.rerun()
        found["first page"] = peak_mib(server.process.pid)
    return found


def peak_mib(process: int | str) -> float:
    """Return the most memory that a process has held since it began."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _alone(step: str, path: Path) -> str:
    return subprocess.run(
        [sys.executable, "-m", "tests.bench.memory", step, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=config.ROOT,
    ).stdout


def main(step: str, path: Path) -> None:
    """Do one step and print the most memory this process ever held, in MiB."""
    if step != "import":
        database = open_database(path)
        if step == "index":
            suggesting.index(database, SYSTEM)
        database.close()
    print(peak_mib("self"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
