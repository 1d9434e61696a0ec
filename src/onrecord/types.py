"""The values that travel from step to step. They cannot change, and they import nothing of onrecord.

Every offset is a half-open range of Unicode code points into ``Article.text``, which is never altered
after it was read.
"""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of an article is. Only headlines and paragraphs are read for statements."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    DATELINE = "dateline"
    ORIGIN = "origin"
    FURNITURE = "furniture"


class Kind(StrEnum):
    """How a content stands in the article: all, none or part of it inside quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What somebody does by saying something: the twelve of the reading guide.

    Seven of them oblige somebody, and so make a position (`OBLIGING`).
    """

    STATE = "state"
    DEMAND = "demand"
    OFFER = "offer"
    PROMISE = "promise"
    AGREE = "agree"
    REFUSE = "refuse"
    THREATEN = "threaten"
    WARN = "warn"
    ACCUSE = "accuse"
    DENY = "deny"
    SUPPORT = "support"
    CONCEDE = "concede"


# From the act that comes nearest to an obligation on.
OBLIGING = (Act.THREATEN, Act.REFUSE, Act.AGREE, Act.PROMISE, Act.OFFER, Act.DEMAND, Act.CONCEDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of code points of an article's text."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fact about an article, and where it was found.

    `where` names the place ("given", "json-ld", "meta og:title", "first line", "foot line", …);
    `span` is its range when it stands in the text itself.
    """

    value: str
    where: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text of one kind. Blocks are in order and do not overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text.

    id         hash of the text, its outlet and address, and the reader's version
    name       where it came from: a path, "FILE:LINE", an address, or "-"
    published  an EDTF date
    language   ISO 639-1 code
    origin     the source that the article itself declares ("Source: …")
    """

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...] = ()
    url: str | None = None
    outlet: Found | None = None
    title: Found | None = None
    byline: Found | None = None
    published: Found | None = None
    origin: Found | None = None
    language: Found | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words of an article that say: this source, by this cue, is given this content.

    within  the place, in the article's list of attributions, of the one that reports this one
    score   between 0 and 1, how likely it is that who said what is right
    """

    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    within: int | None = None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who speaks: a person, a body, or a described but unnamed source.

    name     the fullest name or description that the article gives, spelled as most articles of the run do
    aliases  the other words that the article uses for it
    role     the office named beside it ("Kremlin spokesman")
    party    the state, organisation or movement it speaks for
    learned  True when not its article but others tell the party
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    party: str | None = None
    learned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """What one article tells of a person whom it names in full: the party, by the office at `span`, if one is there."""

    name: str
    role: str | None
    party: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """What a user says of an actor, in the file of actors; it wins over what articles tell.

    party, role  None where the user says that there is none
    since, until the first and the last day, as YYYY-MM-DD, both included; None where it is open
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody did by saying something.

    to         parties or people that the act is aimed at
    condition  the words that the act is subject to
    said_on    an EDTF date, None when the article does not tell
    within     the place, in the article's list of statements, of the one that reports this one
    plover     the PLOVER category that the act maps to
    """

    attribution: Attribution
    speaker: Actor | None
    to: tuple[str, ...] = ()
    act: Act
    issue: str | None = None
    condition: Spans = ()
    said_on: str | None = None
    within: int | None = None
    plover: str | None = None

    @property
    def party(self) -> str | None:
        """The party that the speaker speaks for."""
        return self.speaker.party if self.speaker else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one article reports: the article, its attributions, the statements made of them, and who speaks for whom."""

    article: Article
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    acquaintances: tuple[Acquaintance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article with their place, in the manner of the W3C Web Annotation selectors.

    exact is ``text[start:end]``; prefix and suffix are up to 32 code points before and after it.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article as the record lists it."""

    id: str
    name: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    origin: str | None
    language: str | None
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement as the record lists it, with the article it stands in.

    id      hash of the article's id and the spans, so that the same reading keeps its address
    number  its place among the article's statements
    origin  the source that the article itself declares
    within  the id of the statement that reports this one
    told_by the party, else the name, of who reports it there
    date    the day that it is put on a time line: `said_on`, else the article's date
    """

    id: str
    article: str
    number: int
    outlet: str | None
    origin: str | None
    title: str | None
    published: str | None
    speaker: str | None
    role: str | None
    party: str | None
    to: tuple[str, ...]
    act: Act
    kind: Kind
    issue: str | None
    said_on: str | None
    date: str | None
    plover: str | None
    within: str | None
    told_by: str | None
    score: float
    source: tuple[Quote, ...]
    cue: tuple[Quote, ...]
    content: tuple[Quote, ...]
    condition: tuple[Quote, ...]

    @property
    def when(self) -> str | None:
        """The date as EDTF tells it, so that a month stays a month: `said_on`, else the article's day."""
        return self.said_on or self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """Who somebody is, as the record lists it.

    teller    "user" for the file of actors, "articles" for what these tell
    articles  how many articles tell it
    article   the id of the first of them; start and end are the place in its text
    """

    name: str
    aliases: tuple[str, ...]
    role: str | None
    party: str | None
    since: str | None
    until: str | None
    teller: str
    articles: int = 0
    article: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided, as the record keeps it.

    target     what it is about: "issue", "actors"
    verdict    what was decided: "rename", "merge", "split", "set"
    amendment  the particulars, as JSON can hold them
    who, at    the person's name, and the moment in ISO 8601
    """

    target: str
    verdict: str
    amendment: dict[str, object]
    who: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue of the record: its name, the phrases that stand for it, and how many statements bear them."""

    name: str
    phrases: tuple[str, ...]
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one party stands on one issue.

    acts         the acts that still stand, the latest first; several when the party does several things
    contradicted True when on its last day the party both yielded and refused
    since        since when, in EDTF, the first of `acts` has stood, None where no day is told
    condition    the words that the first of `acts` is subject to
    told_by      None for what the party itself says, else the party that says so of it
    outlets      how many outlets report it independently of one another
    statements   what it rests on, oldest first
    """

    party: str
    issue: str
    acts: tuple[Act, ...]
    contradicted: bool
    since: str | None
    condition: str | None
    told_by: str | None
    outlets: int
    statements: tuple[StatementRow, ...]


class Outcome(StrEnum):
    """What has become of what a party wants, or of its condition."""

    MET = "met"
    MET_ON_CONDITION = "met on condition"
    REFUSED = "refused"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPoint:
    """An issue on which what one party wants stands beside what another says to it.

    wanted, wants    the position of the party that wants something, and the last statement in which it does
    answer, answers  the same of the one that answers; None where nobody has
    """

    issue: str
    outcome: Outcome
    wanted: Position
    wants: StatementRow
    answer: Position | None
    answers: StatementRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCondition:
    """A condition that a party attached to what it does.

    words      the condition as it stands in the article
    issue      the issue that the condition is about, one of its own where no other has it
    statement  the one it is attached to
    addressed  the parties who could fulfil it, as far as the words tell
    answers    what others have said to that issue, oldest first; empty when the condition waits
    """

    words: str
    issue: str
    statement: StatementRow
    addressed: tuple[str, ...]
    answers: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A change of what one party does on one issue, with the statements before and after it."""

    party: str
    issue: str
    before: StatementRow
    after: StatementRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The position record of a dispute as of one day; each list is by issue, then party."""

    positions: tuple[Position, ...] = ()
    meetings: tuple[MeetingPoint, ...] = ()
    conditions: tuple[OpenCondition, ...] = ()
    moves: tuple[Move, ...] = ()


class Sort(StrEnum):
    """The lists of the position record."""

    POSITION = "position"
    MEETING_POINT = "meeting point"
    OPEN_CONDITION = "open condition"
    MOVE = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """A position, meeting point, open condition or move as one line of a listing.

    party         who stands somewhere, wants something, attached a condition, or moved
    acts          what it does there: all that stands, the latest first; of a move, before and after
    since         since when, or when, in EDTF
    other         who answers; for an open condition, who could fulfil it
    other_acts    what these do
    outlets       how many outlets report the position independently of one another
    words         what the party said last; of a move, before and after
    statements    the ids of the statements that the line rests on, oldest first
    """

    sort: Sort
    issue: str
    party: str
    acts: tuple[Act, ...]
    since: str | None
    condition: str | None
    other: str | None
    other_acts: tuple[Act, ...]
    outcome: Outcome | None
    contradicted: bool
    told_by: str | None
    outlets: int
    words: str
    outlet: str | None
    article: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which statements are wanted; what is None is not asked.

    Names match a part of the name, any case and accents: "zelensky" also finds "Volodymyr Zelenskyy".
    since and until are ISO dates, both included, compared with ``StatementRow.date``.
    text is searched in the words of the content.
    """

    speaker: str | None = None
    party: str | None = None
    to: str | None = None
    act: Act | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    article: str | None = None
