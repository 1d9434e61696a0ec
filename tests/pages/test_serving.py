import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from onrecord.errors import OnrecordError
from onrecord.pages import serve
from onrecord.record import Record


def test_the_page_is_served_on_loopback(served: str) -> None:
    with urllib.request.urlopen(served + "statements", timeout=30) as response:
        assert response.status == 200
        assert "server" not in response.headers
    foreign = urllib.request.Request(served, headers={"Host": "evil.example"})
    with pytest.raises(HTTPError, match="400") as refused:
        urllib.request.urlopen(foreign, timeout=30)
    refused.value.close()


def test_no_other_address_answers(served: str) -> None:
    port = urlsplit(served).port
    assert port is not None
    outward = socket.gethostbyname(socket.gethostname())
    for address in {"127.0.0.2", outward} - {"127.0.0.1"}:
        with pytest.raises(OSError), socket.create_connection((address, port), timeout=2):
            pass


def test_a_port_in_use_is_named(record: Record) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OnrecordError, match=f"port {port}"):
            serve(record, port=port)


def test_importing_the_pages_reads_no_model() -> None:
    code = "import sys, onrecord.pages; sys.exit(any(name in sys.modules for name in ('onnxruntime', 'trafilatura')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path.cwd(), check=False).returncode == 0
