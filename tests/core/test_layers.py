"""The dependency rule, as far as it shows only when modules are really imported; import-linter reads the rest."""

import subprocess
import sys

IMPORT_ALL = """
import importlib, pkgutil, sys
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
importlib.import_module("core.__main__")
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {"streamlit", "pages"}))
"""

IMPORT_DOMAIN = """
import importlib, pkgutil, sys
import core.domain
for module in pkgutil.walk_packages(core.domain.__path__, "core.domain."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"duckdb", "altair", "pydeck"}))
"""


def said_by(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_no_module_of_core_imports_streamlit_or_pages() -> None:
    assert said_by(IMPORT_ALL) == ""


def test_the_domain_imports_neither_database_nor_drawing() -> None:
    assert said_by(IMPORT_DOMAIN) == ""
