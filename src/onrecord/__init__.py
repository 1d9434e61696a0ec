"""onrecord reads news coverage of a dispute and keeps the record: who said what to whom, when, and according to whom.

`read` reads one article; the `onrecord` command reads many into a record. The values are in `onrecord.types`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.types import Account

__all__ = ["read"]


def read(
    text: str, *, title: str | None = None, outlet: str | None = None, date: str | None = None, url: str | None = None
) -> "Account":
    """Read one article and return what it reports: its attributions and statements.

    `text` stays as it is, and every span is a half-open range of code points into it. `date`, an ISO date,
    is the article's; without it, and without one in the text, "Friday" stays unresolved.

    Raises InputError when there is nothing to read.

    >>> account = read("“We will not sell the river,” the mayor, Ann Roe, said.")
    >>> [statement.speaker.name for statement in account.statements]
    ['Ann Roe']
    """
    from onrecord.pipeline import account  # loads the encoder: only when something is read
    from onrecord.reading import article

    return account(article(text, title=title, outlet=outlet, date=date, url=url))
