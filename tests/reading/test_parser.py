import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from onrecord.errors import MalformedInput
from onrecord.reading.parser import Parser

PAGE = (
    "<html><head><title>Pilots</title></head><body><p>The harbour of Sund stayed shut on Monday, said the pilots.</p>"
)
COSTLY = "<html><body><div " + " ".join(f'a{n}="x"' for n in range(50_000)) + ">x"


@pytest.fixture
def parser():
    parser = Parser()
    yield parser
    parser.stop()


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read(parser):
    parser.read(PAGE, name="first.html")
    begun = time.monotonic()
    with pytest.raises(MalformedInput, match=r"costly\.html: .*0\.3 seconds"):
        parser.read(COSTLY, name="costly.html", seconds=0.3)
    assert time.monotonic() - begun < 10
    assert "stayed shut" in parser.read(PAGE, name="next.html").text


def test_one_process_serves_all_pages(parser):
    parser.read(PAGE, name="1")
    first = parser._process.pid
    parser.read(PAGE, name="2")
    assert parser._process.pid == first


def test_a_process_that_was_killed_is_replaced(parser):
    parser.read(PAGE, name="1")
    parser._process.kill()
    parser._process.wait()
    assert parser.read(PAGE, name="2").text


def test_threads_take_turns(parser):
    pages = {n: PAGE.replace("Monday", f"day {n}") for n in range(8)}
    texts = {}
    threads = [
        threading.Thread(target=lambda n=n: texts.update({n: parser.read(pages[n], name="x").text})) for n in pages
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f"day {n}" in texts[n] for n in pages)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_process_leaves_the_parser_to_its_parent(tmp_path):
    script = f"""
import os
from onrecord.reading.parser import parser
page = {PAGE!r}
parser.read(page, name="parent")
child = os.fork()
if child == 0:
    ok = "shut" in parser.read(page, name="child").text
    parser.stop()
    os._exit(0 if ok else 1)
assert os.waitpid(child, 0)[1] == 0
assert "shut" in parser.read(page, name="parent again").text
print("both")
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("both\n", "")


@pytest.mark.skipif(os.name != "posix", reason="looks for the process by its number")
@pytest.mark.parametrize("ending", ["exit", "kill"])
def test_the_process_ends_with_the_one_that_started_it(ending):
    script = f"""
import sys, time
from onrecord.reading.parser import parser
parser.read({PAGE!r}, name="x")
print(parser._process.pid, flush=True)
time.sleep(60 if {ending!r} == "kill" else 0)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as started:
        number = int(started.stdout.readline())
        if ending == "kill":
            started.send_signal(signal.SIGKILL)
        started.wait(30)
    for _ in range(100):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the parser outlived the process that started it")
