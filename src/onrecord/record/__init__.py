"""The record: the only place that writes. An SQLite file of articles, statements and their exact words."""

from onrecord.record.store import Record

__all__ = ["Record"]
