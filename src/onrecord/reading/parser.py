"""Read pages in a process of its own, which ends itself when a page takes too long or too much memory.

Pages are foreign bytes: one of 20,000 nested elements or 50,000 attributes costs the best parsers seconds or more.
The process starts with the first page, serves all later ones, and ends with this process, whichever way that ends.
"""

import atexit
import contextlib
import faulthandler
import os
import struct
import subprocess
import sys
import threading
from typing import IO

import msgspec

from onrecord.errors import MalformedInput
from onrecord.reading.page import Page, read_page

HTML_SECONDS = 10.0  # A thousand times the mean page.
HTML_MEMORY = 2 * 1024**3  # Bytes of address space; the largest real pages need a quarter.

START = "from onrecord.reading.parser import serve; serve()"
HEADER = struct.Struct(">dQ")  # Seconds that the page may take, bytes of the page.
LENGTH = struct.Struct(">Q")


class Parser:
    """The process that reads pages. Safe to use from several threads; they take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, html: str, *, name: str, seconds: float = HTML_SECONDS) -> Page:
        """What `read_page` makes of a page; raises MalformedInput when it makes nothing of it in time."""
        with self._lock:
            answer = self._ask(html.encode(), seconds)
        if answer is None:
            limits = f"{seconds:g} seconds or {HTML_MEMORY >> 30} GiB of memory"
            raise MalformedInput(name, f"is a page that breaks the parser or needs more than {limits}")
        return msgspec.json.decode(answer, type=Page)

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._close()

    def forget(self) -> None:
        """Leave the process to the one that started it, and start another when a page comes."""
        self._lock = threading.Lock()
        if self._process:
            self._process.returncode = 0  # Not ours to wait for.
            self._close()

    def _close(self) -> None:
        """Let go of the process and of this end of its pipes."""
        process, self._process = self._process, None
        for pipe in (process.stdin, process.stdout) if process else ():
            with contextlib.suppress(OSError):  # What is left to send has no reader.
                pipe and pipe.close()

    def _ask(self, page: bytes, seconds: float) -> bytes | None:
        """The answer of the process, None when it ended instead of answering."""
        if self._process and self._process.poll() is not None:
            self.stop()  # Something else ended it since the last page.
        process = self._process = self._process or started()
        to_it, from_it = process.stdin, process.stdout
        if to_it is None or from_it is None:
            return None
        try:
            to_it.write(HEADER.pack(seconds, len(page)) + page)
            to_it.flush()
            return received(from_it)
        except (OSError, EOFError):
            self.stop()
            return None
        except BaseException:  # Interrupted: its answer must not be taken for that to the next page.
            self.stop()
            raise


def started() -> subprocess.Popen[bytes]:
    """A new process that serves pages, with this one's search path, so that it finds the same onrecord."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-P", "-c", START]  # -P: nothing is imported from the current folder.
    return subprocess.Popen(  # noqa: S603 (both words of the command are ours)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )


def received(stream: IO[bytes]) -> bytes:
    """One answer from a stream; raises EOFError when it ends before."""
    length = stream.read(LENGTH.size)
    if len(length) < LENGTH.size:
        raise EOFError
    return stream.read(*LENGTH.unpack(length))


def serve() -> None:
    """Answer pages on standard input with what is read from them on standard output, until the input ends."""
    limit_memory()
    while len(header := sys.stdin.buffer.read(HEADER.size)) == HEADER.size:
        seconds, length = HEADER.unpack(header)
        page = sys.stdin.buffer.read(length).decode()
        # The watchdog ends the process from a thread of its own, also while a parser in C holds on to it.
        faulthandler.dump_traceback_later(seconds, exit=True)
        answer = msgspec.json.encode(read_page(page))
        faulthandler.cancel_dump_traceback_later()
        sys.stdout.buffer.write(LENGTH.pack(len(answer)) + answer)
        sys.stdout.buffer.flush()


def limit_memory() -> None:
    """Keep this process below HTML_MEMORY where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (HTML_MEMORY, HTML_MEMORY))


parser = Parser()
atexit.register(parser.stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=parser.forget)  # The pipes belong to the process that opened them.
