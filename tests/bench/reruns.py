"""What a rerun of each page costs the server, beside a bare page that draws the same and computes nothing."""

import json
import os
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa

from core import config
from tests.bench.client import session
from tests.serving import Server, running

BARE = Path(__file__).with_name("bare.py")
DRAWINGS = ("tables", "charts", "maps")
WARM, COUNTED = 5, 40


@dataclass(frozen=True)
class Cost:
    """ms of CPU a rerun: of a page, of a bare one with its drawings, of a bare one with all its elements."""

    page: str
    ours: float
    same_drawings: float
    same_elements: float
    drawings: int
    others: int


def measure(database: Path, folder: Path) -> list[Cost]:
    """Return the cost of each page."""
    found = []
    for page in sorted(path.stem for path in (config.ROOT / "pages").glob("*.py")):
        with running(config.ROOT / "app.py", database) as server:
            ours, sent = _cost(server, "" if page == "overview" else page)
        drawn = _drawn(sent)
        path = folder / f"{page}.pickle"
        path.write_bytes(pickle.dumps(drawn))
        bare = [_bare(path, with_all) for with_all in (False, True)]
        drawings = sum(len(drawn[kind]) for kind in DRAWINGS)
        others = sum(map(len, drawn.values())) - drawings
        found.append(Cost(page, ours, *bare, drawings, others))
    return found


def _bare(drawn: Path, with_all: bool) -> float:
    os.environ["BENCH_DRAWN"] = str(drawn)
    os.environ["BENCH_ALL"] = "yes" if with_all else ""
    with running(BARE) as server:
        return _cost(server, "")[0]


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


def _drawn(sent: list[Any]) -> dict[str, list[Any]]:
    drawn: dict[str, list[Any]] = {kind: [] for kind in (*DRAWINGS, "texts", "boxes", "buttons", "choices")}
    for delta in sent:
        element = delta.new_element
        kind = element.WhichOneof("type")
        if delta.HasField("add_block"):
            drawn["boxes"].append(None)
        elif kind == "dataframe":
            drawn["tables"].append(_frame(element.dataframe.arrow_data))
        elif kind == "vega_lite_chart":
            drawn["charts"].append(_chart(element.vega_lite_chart))
        elif kind == "deck_gl_json_chart":
            drawn["maps"].append(json.loads(element.deck_gl_json_chart.json))
        elif kind == "markdown":
            drawn["texts"].append(element.markdown.body)
        elif kind in ("button", "page_link", "download_button"):
            drawn["buttons"].append(getattr(element, kind).label)
        elif kind in ("selectbox", "multiselect"):
            drawn["choices"].append(list(getattr(element, kind).options))
        else:
            drawn["texts"].append("another element")
    return drawn


def _chart(sent: Any) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(sent.spec)
    spec["datasets"] = {one.name: _frame(one.data).to_dict("records") for one in sent.datasets}
    return spec


def _frame(sent: Any) -> Any:
    return pa.ipc.open_stream(sent.data).read_all().to_pandas()
