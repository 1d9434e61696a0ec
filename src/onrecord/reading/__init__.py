"""The first step: bytes → Article, with its blocks, and the facts about it with where each was found."""

from onrecord.reading.compose import MAX_BYTES, READER_VERSION, article, readable
from onrecord.reading.files import articles
from onrecord.reading.jsonl import from_record

__all__ = ["MAX_BYTES", "READER_VERSION", "article", "articles", "from_record", "readable"]
