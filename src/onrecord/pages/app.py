"""The routes: each asks the record and fills one template."""

from itertools import islice
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from onrecord.errors import OnrecordError, RecordError
from onrecord.pages.guard import HEADERS, Guard
from onrecord.pages.kept import Kept
from onrecord.pages.query import View, Words, view, wanted
from onrecord.pages.rendering import page
from onrecord.pages.segments import passages
from onrecord.pages.standing import standing
from onrecord.pages.timeline import by_day, strip
from onrecord.record import Record
from onrecord.types import Filter

# Two or three screens: few enough to scroll through, and to render at once.
PAGE = 50
# The search page shows the first finds of each sort and links to the rest.
FINDS = 20

Number = Annotated[int, Query(ge=1, le=1_000_000)]
Wanted = Annotated[Filter, Depends(wanted)]
Viewed = Annotated[View, Depends(view)]


def app(record: Record) -> FastAPI:
    """Make the web page of an open record; it only reads."""
    pages = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    pages.add_middleware(Guard)
    pages.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    kept = Kept(record)
    _add_routes(pages, record, kept)
    _add_standing(pages, kept)
    _add_errors(pages)
    return pages


def _add_routes(pages: FastAPI, record: Record, kept: Kept) -> None:
    @pages.get("/")
    def articles(wanted: Wanted, page_: Annotated[Number, Query(alias="page")] = 1) -> HTMLResponse:
        rows = record.articles(outlet=wanted.outlet, since=wanted.since, until=wanted.until, text=wanted.text)
        shown = list(islice(rows, (page_ - 1) * PAGE, page_ * PAGE + 1))
        return page(
            "articles.html",
            rows=shown[:PAGE],
            more=len(shown) > PAGE,
            number=page_,
            wanted=wanted,
            outlets=record.facets()["outlets"],
        )

    @pages.get("/articles/{article_id}")
    def article(article_id: str) -> Response:
        found = record.article(article_id)
        if found is None:
            raise HTTPException(404, "The record holds no article of this address.")
        rows = list(record.statements(Filter(article=found.id)))
        rows.sort(key=lambda row: row.number)
        return page(
            "article.html",
            article=found,
            statements=rows,
            numbers={row.id: row.number + 1 for row in rows},
            issues=kept.names(row.issue for row in rows),
            passages=passages(found.text, found.blocks, rows),
        )

    @pages.get("/statements")
    def statements(wanted: Wanted, page_: Annotated[Number, Query(alias="page")] = 1) -> HTMLResponse:
        total = record.count(wanted)
        facets = record.facets(wanted)
        return page(
            "statements.html",
            days=by_day(record.statements(wanted, limit=PAGE, offset=(page_ - 1) * PAGE)),
            strip=strip(facets["days"]),
            total=total,
            more=total > page_ * PAGE,
            number=page_,
            wanted=wanted,
            facets=facets,
        )

    @pages.get("/statements/{statement_id}")
    def statement(statement_id: str) -> RedirectResponse:
        found = record.statement(statement_id)
        if found is None:
            raise HTTPException(404, "The record holds no statement of this address.")
        return RedirectResponse(f"/articles/{found.article}#s-{found.id}", status_code=303)

    @pages.get("/search")
    def search(q: Words = "") -> HTMLResponse:
        words = q.strip()
        wanted = Filter(text=words or None)
        return page(
            "search.html",
            words=words,
            wanted=wanted,
            statements=list(record.statements(wanted, limit=FINDS)) if words else [],
            total=record.count(wanted) if words else 0,
            articles=list(islice(record.articles(text=words), FINDS + 1)) if words else [],
            finds=FINDS,
        )


def _add_standing(pages: FastAPI, kept: Kept) -> None:
    @pages.get("/positions")
    def positions(view: Viewed, page_: Annotated[Number, Query(alias="page")] = 1) -> HTMLResponse:
        then, now = kept.positions(view.at), kept.positions(None)
        return page("positions.html", view=view, number=page_, found=standing(then, now, view, number=page_))

    @pages.get("/issues")
    def issues(page_: Annotated[Number, Query(alias="page")] = 1) -> HTMLResponse:
        listed = kept.issues()
        return page(
            "issues.html",
            issues=listed[(page_ - 1) * PAGE : page_ * PAGE],
            total=len(listed),
            more=len(listed) > page_ * PAGE,
            number=page_,
        )


def _add_errors(pages: FastAPI) -> None:
    @pages.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> HTMLResponse:
        reason = "There is no such page." if error.detail == "Not Found" else error.detail
        return page("error.html", status=error.status_code, code=error.status_code, reason=reason)

    @pages.exception_handler(RequestValidationError)
    def misasked(request: Request, error: RequestValidationError) -> HTMLResponse:
        reason = "; ".join(f"{problem['loc'][-1]}: {problem['msg']}" for problem in error.errors())
        return page("error.html", status=400, code=400, reason=reason)

    @pages.exception_handler(OnrecordError)
    def misasked_of_record(request: Request, error: OnrecordError) -> HTMLResponse:
        code = 500 if isinstance(error, RecordError) else 400
        return page("error.html", status=code, code=code, reason=str(error))

    @pages.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> HTMLResponse:
        # This handler runs outside of Guard, so it sets the headers itself. The error goes on to the server's log.
        response = page("error.html", status=500, code=500, reason="Something is wrong in onrecord itself.")
        response.headers.update(HEADERS)
        return response
