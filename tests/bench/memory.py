"""How much memory a large database needs: opened, with its first page served, and indexed for suggestions."""

import subprocess
import sys
from pathlib import Path

import psutil

from core import config
from core.domain.model import SYSTEM
from core.services import suggesting
from core.storage.database import open_database
from tests.bench.client import session
from tests.serving import running

MIB = 2**20
MULTIPLY = """
INSERT INTO resource BY NAME
SELECT * REPLACE (resource_id || '-' || copy AS resource_id, name || ' ' || copy AS name)
FROM resource CROSS JOIN range(1, 1000) AS copies(copy)
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
        found["first page"] = psutil.Process(server.process.pid).memory_info().rss / MIB
    return found


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
    import resource  # Unix only, as this measurement is

    if step != "import":
        database = open_database(path)
        if step == "index":
            suggesting.index(database, SYSTEM)
        database.close()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
