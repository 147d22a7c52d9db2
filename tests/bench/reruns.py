"""What a rerun of each page costs the server, beside a bare page that draws the same tables, charts and maps."""

import json
import os
import pickle
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa

from core import config
from tests.bench.client import session
from tests.serving import Server, running

BARE = Path(__file__).with_name("bare.py")
WARM, COUNTED = 5, 40


def measure(database: Path, folder: Path) -> list[tuple[str, float, float, int]]:
    """Return for each page: name, ms of CPU a rerun, ms of the bare page, how many drawings both have."""
    found = []
    for page in sorted(path.stem for path in (config.ROOT / "pages").glob("*.py")):
        with running(config.ROOT / "app.py", database) as server:
            ours, elements = _cost(server, "" if page == "overview" else page)
        drawn = _drawn(elements)
        path = folder / f"{page}.pickle"
        path.write_bytes(pickle.dumps(drawn))
        os.environ["BENCH_DRAWN"] = str(path)
        with running(BARE) as server:
            bare, _ = _cost(server, "")
        found.append((page, ours, bare, sum(map(len, drawn.values()))))
    return found


def _cost(server: Server, page: str) -> tuple[float, list[Any]]:
    process = psutil.Process(server.process.pid)
    with session(server.address, page) as visitor:
        visitor.rerun()
        elements = visitor.elements
        for _ in range(WARM):
            visitor.rerun()
        before = process.cpu_times()
        for _ in range(COUNTED):
            visitor.rerun()
        after = process.cpu_times()
    spent = (after.user + after.system) - (before.user + before.system)
    return 1000 * spent / COUNTED, elements


def _drawn(elements: list[Any]) -> dict[str, list[Any]]:
    drawn: dict[str, list[Any]] = {"tables": [], "charts": [], "maps": []}
    for element in elements:
        kind = element.WhichOneof("type")
        if kind == "dataframe":
            drawn["tables"].append(_frame(element.dataframe.arrow_data))
        elif kind == "vega_lite_chart":
            drawn["charts"].append(_chart(element.vega_lite_chart))
        elif kind == "deck_gl_json_chart":
            drawn["maps"].append(json.loads(element.deck_gl_json_chart.json))
    return drawn


def _chart(sent: Any) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(sent.spec)
    spec["datasets"] = {one.name: _frame(one.data).to_dict("records") for one in sent.datasets}
    return spec


def _frame(sent: Any) -> Any:
    return pa.ipc.open_stream(sent.data).read_all().to_pandas()
