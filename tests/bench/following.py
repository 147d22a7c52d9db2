"""How board, My day and Impact answer with 10,000 synergies and 100,000 events, beside 100 synergies and 1,000 events.

Synergies, events and entries of impact are generated over the sample's firms, evenly and without chance, in a database
of their own. In the sample region 45 of 685 synergies are more than an idea: one of fifteen is here too; and, apart,
all of them, which no programme has seen.
"""

import gc
import os
import shutil
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from core import config
from core.domain.choices import Role
from core.storage.database import Database, open_database
from pages.shared import cache

FEW, MANY = 100, 10_000
EVENTS_EACH = 10  # four stages entered at most, the rest entries of the log
COUNTED = 9
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "my day": ("my_day", {}),
    "board": ("synergies", {"view": "board"}),
    "table": ("synergies", {}),
    "overview": ("overview", {}),
    "impact": ("impact", {}),
}
SHARES = {"one of 15": 15, "all": 1}  # how many synergies are more than an idea
STAGES = "['idea', 'contacted', 'meeting', 'sample', 'feasibility', 'agreement', 'running']"
EMPTY = (
    "log_entry", "synergy_stage", "synergy_party", "synergy_readiness", "synergy_barrier", "synergy_file",
    "impact_evidence", "impact_entry", "synergy",
)  # fmt: skip
SYNERGIES = f"""
INSERT INTO synergy BY NAME
WITH firms AS (SELECT list(firm_id ORDER BY firm_id) AS ids FROM live_firm),
     haves AS (SELECT list(resource_id ORDER BY resource_id) AS ids FROM live_resource WHERE direction = 'have')
SELECT 'bench-' || i AS synergy_id, 'izmir' AS region_id, 'Sinerji ' || i AS title,
       firms.ids[1 + i % len(firms.ids)] AS giver_firm_id, firms.ids[1 + (i * 7 + 3) % len(firms.ids)] AS taker_firm_id,
       CASE WHEN i % 2 = 0 THEN haves.ids[1 + i % len(haves.ids)] END AS have_id, 'material' AS kind,
       {STAGES}[CASE WHEN i % $every = 0 THEN 2 + (i // $every) % 6 ELSE 1 END] AS stage,
       current_date - to_days(CAST(i % 400 AS INTEGER)) AS stage_since,
       ['demo-manager', 'demo-advisor', NULL][1 + i % 3] AS owner_id,
       CASE WHEN i % $every = 0 AND i % 4 > 0 THEN 'Ara ' || i END AS next_action,
       CASE WHEN i % $every = 0 AND i % 4 > 0 THEN current_date + to_days(CAST(i % 90 AS INTEGER) - 30) END
           AS next_action_on,
       CASE WHEN i % $every = 0 THEN 10.0 END AS quantity, 't' AS unit, 'month' AS period, i % 25 = 0 AS is_pilot,
       now()::TIMESTAMP AS created_at, now()::TIMESTAMP AS updated_at
FROM range($synergies) AS one(i), firms, haves
"""
WAYS = f"""
INSERT INTO synergy_stage BY NAME
SELECT synergy_id, {STAGES}[step] AS stage, stage_since - to_days(CAST(10 * (place - step) AS INTEGER)) AS entered_on,
       'demo-advisor' AS user_id, now()::TIMESTAMP AS recorded_at
FROM (SELECT *, list_position({STAGES}, stage) AS place FROM synergy), range(1, 8) AS two(step)
WHERE step <= place
"""
LOG = """
INSERT INTO log_entry BY NAME
WITH there AS (SELECT synergy_id, count(*) AS stages FROM synergy_stage GROUP BY synergy_id)
SELECT synergy_id || '-' || j AS log_entry_id, synergy_id, 'phone' AS way,
       current_date - to_days(CAST(hash(synergy_id) % 300 + j AS INTEGER)) AS made_on, giver_firm_id AS firm_id,
       'görüşüldü' AS note, 'demo-advisor' AS made_by, now()::TIMESTAMP AS created_at, now()::TIMESTAMP AS updated_at
FROM synergy JOIN there USING (synergy_id), range($events) AS one(j)
WHERE j < $events - stages
"""
MARKS = """
INSERT INTO synergy_readiness BY NAME
SELECT synergy_id, perspective, 'partly' AS level, 'demo-advisor' AS set_by, now()::TIMESTAMP AS updated_at
FROM synergy, (VALUES ('legal'), ('business')) AS two(perspective)
"""
# In the sample 5 of 32 have entries, three each: here each that runs or is agreed, two each.
ENTRIES = """
INSERT INTO impact_entry BY NAME
SELECT synergy_id || measure AS entry_id, synergy_id, measure, 120.0 AS value, 100.0 AS low, 130.0 AS high,
       't' AS unit, DATE '2026-01-01' AS period_from, 'recurring' AS recurrence, 5 AS lifetime_years,
       CASE stage WHEN 'running' THEN 'agreed' ELSE 'estimated' END AS basis, 1.0 AS attribution,
       'landfill' AS baseline, 120.0 AS quantity, 't' AS quantity_unit, 'demo-advisor' AS entered_by,
       now()::TIMESTAMP AS entered_at, now()::TIMESTAMP AS updated_at
FROM synergy, (VALUES ('diverted'), ('co2e')) AS two(measure)
WHERE stage IN ('agreement', 'running')
"""
CHANGES = (
    "UPDATE synergy SET quantity = quantity + 0.001 WHERE synergy_id IN ('bench-15', 'bench-30', 'bench-75')",
    "UPDATE impact_entry SET value = value + 0.001 WHERE synergy_id IN ('bench-15', 'bench-30', 'bench-75')",
)


@dataclass(frozen=True)
class Answer:
    """Median seconds of processor time of a page with few and with many synergies: after a write, and again with
    nothing changed."""

    page: str
    few: float
    many: float
    few_again: float
    many_again: float


def measure(sample: Path, folder: Path, every: int) -> list[Answer]:
    """Return how long each page takes, the first time after a write and the next time; one of `every` is followed."""
    few, many = (_timed(sample, folder / f"{count}-{every}.duckdb", count, every) for count in (FEW, MANY))
    return [Answer(page, few[page][0], many[page][0], few[page][1], many[page][1]) for page in PAGES]


def fill(database: Database, synergies: int, every: int) -> None:
    """Put generated synergies and events in the place of the sample's."""
    with database.writing() as cursor:
        for table in EMPTY:
            cursor.raw.execute(f"DELETE FROM {table}")
        cursor.raw.execute(SYNERGIES, {"synergies": synergies, "every": every})
        cursor.raw.execute(WAYS)
        cursor.raw.execute(LOG, {"events": EVENTS_EACH})
        cursor.raw.execute(MARKS)
        cursor.raw.execute(ENTRIES)


def _timed(sample: Path, path: Path, synergies: int, every: int) -> dict[str, tuple[float, float]]:
    shutil.copy(sample, path)
    database = open_database(path)
    fill(database, synergies, every)
    database.close()
    os.environ["SIMBIYOZ_DATABASE"] = str(path)
    st.cache_data.clear()
    st.cache_resource.clear()
    try:
        return {name: _page(page, query) for name, (page, query) in PAGES.items()}
    finally:
        cache.database().close()


def _page(page: str, query: dict[str, str]) -> tuple[float, float]:
    at = AppTest.from_file(config.ROOT / "app.py", default_timeout=120)
    at.session_state["role"], at.session_state["language"] = Role.MANAGER.value, "tr"
    at.query_params.update(query)
    at.switch_page(f"pages/{page}.py").run()
    at.run()
    fresh, again = [], []
    for _ in range(COUNTED):
        _write()
        fresh.append(_run(at))
        again.append(_run(at))
    return statistics.median(fresh), statistics.median(again)


def _write() -> None:
    """Change a flow and an entry, so that pages which keep what did not change have something to do."""
    with cache.database().writing() as cursor:
        for statement in CHANGES:
            cursor.raw.execute(statement)


def _run(at: AppTest) -> float:
    gc.collect()
    begun = time.process_time()
    at.run()
    spent = time.process_time() - begun
    if at.exception:
        raise RuntimeError(at.exception[0].message)
    return spent
