"""Settings that come from the environment, and where the project's own files are."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
REFERENCE = DATA / "reference"
KNOWLEDGE = DATA / "knowledge"
EVALUATION = DATA / "evaluation"
SAMPLE = DATA / "sample"
SAMPLE_DATABASE = DATA / "sample.duckdb"


def database_path() -> Path:
    """Return the database file: the environment's SIMBIYOZ_DATABASE, else the sample region's file."""
    return Path(os.environ.get("SIMBIYOZ_DATABASE") or SAMPLE_DATABASE)


def map_tiles_url() -> str:
    """Return the style address of map tiles, or "" (the default): then no map asks anything from outside."""
    return os.environ.get("SIMBIYOZ_MAP_TILES", "")
