"""Look over the days that are told: `python -m training.dates_check --shared ../shared`.

Prints the first distinct reporting clauses of the coverage that tell a time, found by a pattern of this file's own,
each with its article's date and what `onrecord` takes the time to mean; then counts the statements of all the coverage
that would have been made after their article, of which there must be none. Exits with 1 where there is one.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.interpreting.dates_moments import moments
from onrecord.pipeline import accounts
from onrecord.reading import articles
from onrecord.types import Account, Article
from training.measure import COVERAGE

SHOWN = 40
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# A verb of saying and, within the same clause, words that tell a time.
_CLAUSE = re.compile(
    r"\b(?:said|told|announced|wrote|tweeted|warned|urged|stated|declared|spoke|added|accused|called)\b"
    r"[^.,;:\n\"“”]{0,40}?"
    rf"\b(?P<time>(?:(?:late|early|last|this)\s)?(?:{_DAYS})(?:\s(?:morning|afternoon|evening|night))?"
    rf"|(?:(?:{_DAYS}),?\s)?(?:(?:{_MONTHS})\s[0-9]{{1,2}}|[0-9]{{1,2}}\s(?:{_MONTHS}))(?:,?\s[0-9]{{4}})?"
    rf"|(?:in|last)\s(?:{_MONTHS})(?:\s[0-9]{{4}})?|yesterday|today|tonight|last\s(?:night|week|month|year)"
    rf"|earlier\sthis\s(?:week|month|year)|over\sthe\sweekend|\w+\s(?:days|weeks|months|years)\sago)\b"
)


def clauses(found: list[Article]) -> Iterator[tuple[str, str, str]]:
    """The distinct clauses that tell a time, their article's date, and the moments found in the time, one by one."""
    seen = set()
    for article in found:
        if article.published is None:
            continue
        for match in _CLAUSE.finditer(article.text):
            if match[0] in seen:
                continue
            seen.add(match[0])
            meant = moments(
                article.text, match.start("time"), match.end("time"), date.fromisoformat(article.published.value)
            )
            yield match[0], article.published.value, ", ".join(moment.edtf for moment in meant) or "nothing"


def late(account: Account) -> list[str]:
    """The days that its statements were made on, of those that lie after the article's date."""
    published = account.article.published
    days = [statement.said_on for statement in account.statements if statement.said_on]
    return [day for day in days if published and (last := day.rpartition("/")[2]) > published.value[: len(last)]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    read = [article for article in articles([str(options.shared / COVERAGE)]) if isinstance(article, Article)]
    for number, (clause, published, meant) in enumerate(clauses(read), 1):
        print(f"{number:2}  {' '.join(clause.split()):70}  {published}  {meant}")
        if number == SHOWN:
            break
    told = [account for account in accounts(read) if isinstance(account, Account)]
    dated = sum(statement.said_on is not None for account in told for statement in account.statements)
    after = [day for account in told for day in late(account)]
    print(f"{len(told)} articles, {dated} statements with a day, {len(after)} after their article's date")
    sys.exit(bool(after))


if __name__ == "__main__":
    main()
