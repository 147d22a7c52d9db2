"""A browser's half of Streamlit's conversation, without drawing: asks for reruns and waits for the script's end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

WAIT_SECONDS = 300


class Session:
    """One session of a running server; `elements` are what the last run sent and the browser did not hold."""

    def __init__(self, line: ClientConnection, page: str) -> None:
        self.elements: list[Any] = []
        self._line = line
        self._page = page
        self._held: set[str] = set()

    def rerun(self) -> None:
        """Run the page once more, as a click would. Raises RuntimeError where the page shows an exception."""
        asked = BackMsg()
        asked.rerun_script.page_name = self._page
        asked.rerun_script.cached_message_hashes.extend(self._held)
        self.elements = []
        self._line.send(asked.SerializeToString())
        while not self._take():
            pass

    def _take(self) -> bool:
        """Take one message; return whether it ends the run."""
        message = ForwardMsg()
        message.ParseFromString(self._line.recv(timeout=WAIT_SECONDS))  # type: ignore[arg-type]
        if message.hash:
            self._held.add(message.hash)
        if message.WhichOneof("type") == "delta":
            if message.delta.new_element.HasField("exception"):
                raise RuntimeError(message.delta.new_element.exception.message)
            self.elements.append(message.delta)
        # A script that ended early, for a rerun, begins again by itself.
        ended = message.WhichOneof("type") == "script_finished"
        return ended and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


@contextmanager
def session(server: str, page: str = "") -> Iterator[Session]:
    """Open a session on a page of a server; "" is the first one."""
    address = server.replace("http://", "ws://") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, origin=server) as line:  # type: ignore[list-item, arg-type]
        yield Session(line, page)
