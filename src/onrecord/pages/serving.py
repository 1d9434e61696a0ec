"""Serves the pages to this machine alone."""

import socket
import sys

import uvicorn

from onrecord.errors import OnrecordError
from onrecord.pages.app import app
from onrecord.record import Record


def serve(record: Record, *, port: int) -> None:
    """Serve `record` on 127.0.0.1 until interrupted; port 0 takes a free one.

    The address goes to standard error. Raises OnrecordError when the port cannot be had.
    """
    try:
        listening = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise OnrecordError(f"cannot serve on port {port}: {error}; choose another port") from error
    config = uvicorn.Config(app(record), log_config=None, access_log=False, lifespan="off", server_header=False)
    with listening:
        sys.stderr.write(f"http://127.0.0.1:{listening.getsockname()[1]}/ (Ctrl+C stops)\n")
        sys.stderr.flush()
        uvicorn.Server(config).run(sockets=[listening])
