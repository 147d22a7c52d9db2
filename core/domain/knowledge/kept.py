"""What is prepared of data/knowledge, kept on disk: reading the tables and comparing their texts takes ten seconds.

It lies in `__pycache__` beside this code, as Python's and numba's compiled code does, and is trusted as these are: who
can write there can run anything. A file holds for one state of tables, code and libraries. One of another state or
broken is left aside, and all is prepared anew, as it is where nothing can be written. It can be thrown away.
"""

import contextlib
import os
import pickle
import sys
import threading
import zlib
from collections.abc import Callable, Iterable
from functools import cache, wraps
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

from core import config

T = TypeVar("T")
FOLDER = Path(__file__).parent / "__pycache__"
_QUICKLY = 1  # zlib's level: a fifth of the size, in half a second


def kept(prepare: Callable[[], T]) -> Callable[[], T]:
    """Return the function, which takes no arguments, so that it works once for each state, or once a process."""

    @cache
    @wraps(prepare)
    def found() -> T:
        name = f"{prepare.__module__.rpartition('.')[2]}-{prepare.__name__.strip('_')}"
        path = FOLDER / f"kept-{name}-{state()[:16]}.pickle"
        content = _read(path)
        if content is not None:
            return cast(T, pickle.loads(content))
        fresh = prepare()
        _write(path, pickle.dumps(fresh, protocol=pickle.HIGHEST_PROTOCOL))
        _forget(FOLDER.glob(f"kept-{name}-*.pickle"), but=path)
        return fresh

    return found


@cache
def state() -> str:
    """Return a digest of what all that is said of a text hangs on: tables, code that reads and compares, libraries."""
    libraries = [
        version(name) for name in ("numpy", "scipy", "scikit-learn")
    ]  # not imported for it: that is slow
    digest = blake2b(" ".join([sys.version, sys.byteorder, *libraries]).encode(), digest_size=32)
    domain = Path(__file__).parents[1]
    folders = (config.KNOWLEDGE, config.REFERENCE, domain, domain / "knowledge", domain / "matching")
    for folder in folders:
        for path in sorted([*folder.glob("*.csv"), *folder.glob("*.py")]):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> bytes | None:
    """Return what is kept in a file; None where there is none or it is not whole, which zlib's own digest tells."""
    try:
        return zlib.decompress(path.read_bytes())
    except (OSError, zlib.error):
        return None


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        unfinished.write_bytes(zlib.compress(content, _QUICKLY))
        unfinished.replace(path)


def _forget(paths: Iterable[Path], but: Path) -> None:
    """Remove what was kept of other states."""
    with contextlib.suppress(OSError):
        for path in paths:
            if path != but:
                path.unlink(missing_ok=True)
