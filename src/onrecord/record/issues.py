"""The issues of a record: which phrases the record and its users have put under which name."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, insert, select

from onrecord.errors import OnrecordError
from onrecord.positions.issues import Issues, plain
from onrecord.record.judging import judge, judgements
from onrecord.record.querying import select_phrases
from onrecord.record.schema import issue_phrase
from onrecord.types import Issue

ISSUE = "issue"


def read_issues(connection: Connection) -> Issues:
    """The issues as they are now: what is kept, what users decided, and phrases that came since."""
    kept = dict(connection.execute(select(issue_phrase.c.phrase, issue_phrase.c.issue)).all())
    for made in judgements(connection, ISSUE):
        name = str(made.amendment["name"])
        for phrase in made.amendment["phrases"]:  # type: ignore[attr-defined]
            kept[phrase] = name
    return Issues(dict(connection.execute(select_phrases()).all()), kept)


def keep_issues(connection: Connection) -> None:
    """Write down under which names phrases stand, so that what is read later does not move them."""
    known = set(connection.scalars(select(issue_phrase.c.phrase)))
    new = [{"phrase": p, "issue": name} for p, name in read_issues(connection).names.items() if p not in known]
    if new:
        connection.execute(insert(issue_phrase), new)


def list_issues(connection: Connection) -> Iterator[Issue]:
    """Yield the issues with their phrases and the number of statements, the most frequent first."""
    issues = read_issues(connection)
    counted: dict[str, dict[str, int]] = {}
    for phrase, many in connection.execute(select_phrases()):
        phrases = counted.setdefault(issues.of(phrase) or phrase, {})
        phrases[plain(phrase)] = phrases.get(plain(phrase), 0) + many
    for name, phrases in sorted(counted.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        by_use = sorted(phrases, key=lambda phrase: (-phrases[phrase], phrase))
        yield Issue(name=name, phrases=tuple(by_use), statements=sum(phrases.values()))


def name_phrases(connection: Connection, verdict: str, phrases: Iterable[str], name: str) -> None:
    """Put phrases under a name, as a judgement."""
    if not plain(name):
        raise OnrecordError("an issue needs a name")
    judge(connection, ISSUE, verdict, {"phrases": sorted(phrases), "name": " ".join(name.split())})


def phrases_of(connection: Connection, name: str) -> list[str]:
    """The phrases of the issue with this name, any case.

    Raises OnrecordError when no issue has it.
    """
    found = [phrase for phrase, issue in read_issues(connection).names.items() if plain(issue) == plain(name)]
    if not found:
        raise OnrecordError(f"the record has no issue {name!r}; see: onrecord issues")
    return found
