"""Keeps foreign pages and foreign text from doing anything here.

Two dangers: the text of an article, which anybody may have written, and a foreign web page that the reader has
open in the same browser. The first is met by a policy without inline script or style, the second by refusing
every Host but this machine's own (a foreign name can be made to point at 127.0.0.1).
"""

import re

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}

_OWN_HOST = re.compile(rb"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)


class Guard:
    """ASGI middleware: answers 400 to a foreign or missing Host, and sets HEADERS on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with the headers added to its response."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        hosts = [value for name, value in scope.get("headers", ()) if name == b"host"]
        if scope["type"] == "http" and not (len(hosts) == 1 and _OWN_HOST.fullmatch(hosts[0])):
            refusal = PlainTextResponse("Open this page as http://127.0.0.1 or http://localhost.\n", status_code=400)
            await refusal(scope, receive, send_guarded)
        else:
            await self.app(scope, receive, send_guarded)
