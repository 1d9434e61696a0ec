"""What the commands do: reading into a record, listing it, extracting without one."""

from enum import StrEnum


class Format(StrEnum):
    """How a listing is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
