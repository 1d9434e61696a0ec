"""Make attributions of readings: spans trimmed to words, ordered, each inside the one that reports it."""

import re
from collections.abc import Iterable, Sequence

from onrecord.attributing.decode import Range, Reading
from onrecord.attributing.kinds import kind_of
from onrecord.attributing.scoring import score
from onrecord.types import Attribution, Span, Spans

_WORD = re.compile(r"\w+")
# A content of such words alone ("that", "to do so") tells nothing.
_JOINING = frozenset(
    ["that", "to", "do", "so", "it", "this", "of", "for", "if", "as", "in", "on", "whether", "the", "a"]
)
# What may stand at the edge of a content without being part of what was said.
_EDGE = " \t\u00a0,;:\"'“”„«»‘’‚-–—()…"
# A full stop at the end of a content belongs to the sentence around it; at the end of a name it may not.
_END = _EDGE + "."


def _tells(text: str, span: Span) -> bool:
    """True when the words are more than what joins a content to its cue."""
    return any(word.casefold() not in _JOINING for word in _WORD.findall(text, span.start, span.end))


def _whole_words(text: str, start: int, end: int) -> Range:
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _trimmed(text: str, ranges: Iterable[Range], end_marks: str = _EDGE) -> Spans:
    """The ranges without marks and blanks at their edges; those with only blanks between are joined."""
    kept: list[Range] = []
    for start, end in sorted(ranges):
        start, end = _whole_words(text, start, end)
        while start < end and (text[start] in _EDGE or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in end_marks or text[end - 1].isspace()):
            end -= 1
        if start >= end:
            continue
        if kept and not text[kept[-1][1] : start].strip():
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(Span(start=start, end=end) for start, end in kept)


def attributions(text: str, readings: Iterable[Reading], quoted: Sequence[Range]) -> tuple[Attribution, ...]:
    """The attributions of one article, ordered by where they begin; `quoted` are its quotations, in order."""
    made = []
    for reading in readings:
        content = _trimmed(text, reading.content, _END)
        source, cue = _trimmed(text, reading.source), _trimmed(text, reading.cue)
        if cue and any(_tells(text, span) for span in content):
            kind = kind_of(text, content, quoted)
            made.append(
                Attribution(source=source, cue=cue, content=content, kind=kind, score=round(score(reading.evidence), 4))
            )
    made.sort(key=lambda a: (min(a.content[0].start, a.cue[0].start), -a.content[-1].end))
    return tuple(
        Attribution(
            source=a.source, cue=a.cue, content=a.content, kind=a.kind, within=_reporter(a, made), score=a.score
        )
        for a in made
    )


def _reporter(inner: Attribution, every: Sequence[Attribution]) -> int | None:
    """The place of the shortest other attribution in whose content the whole of `inner` stands."""
    best: tuple[int, int] | None = None
    for place, outer in enumerate(every):
        if outer is inner:
            continue
        for span in outer.content:
            if all(span.start <= s.start and s.end <= span.end for s in (*inner.cue, *inner.content)):
                length = span.end - span.start
                if best is None or length < best[0]:
                    best = length, place
    return best[1] if best else None
