"""Write a picture of an article's page: python docs/screenshot.py RECORD PICTURE.png [ARTICLE].

Serves the record on a free port of this machine and looks at the page with Debian's chromium, the card of one
statement open. Without ARTICLE (an id, or its first 8 digits) it takes the article with the most statements.
"""

import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord.pages import app
from onrecord.record import Record


def main() -> None:
    """Take the picture that the command line asks for."""
    address, picture, *named = sys.argv[1:]
    with Record.open(address, create=False) as record, served(record) as page:
        article = named[0] if named else max(record.articles(), key=lambda row: row.statements).id
        photograph(f"{page}/articles/{article}", picture)


@contextmanager
def served(record: Record) -> Iterator[str]:
    """Serve the record in a thread; gives the address."""
    server = uvicorn.Server(uvicorn.Config(app(record), log_config=None, access_log=False, lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def photograph(url: str, picture: str) -> None:
    """Open the page, go to a statement (one with a condition, if there is one) and write what is seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 760}, color_scheme="light")
        page.goto(url)
        conditional = page.locator(".statement:has(> .condition) > .number")
        (conditional if conditional.count() else page.locator(".number")).first.focus()
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
