"""The errors that onrecord raises.

OnrecordError
├── InputError         an input cannot be read; names it and the place
│   ├── EmptyInput
│   ├── BinaryInput
│   ├── OversizedInput
│   └── MalformedInput
└── RecordError        the record cannot be opened, or is not one that this version can use
"""


class OnrecordError(Exception):
    """The root of everything that onrecord raises on purpose; its text says what to do."""


class InputError(OnrecordError):
    """An input cannot be read.

    name    the file, address or "-"
    reason  what is wrong with it, and where
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class EmptyInput(InputError):
    """There is no text in it."""


class BinaryInput(InputError):
    """It is not text."""


class OversizedInput(InputError):
    """It is larger than an article can be."""


class MalformedInput(InputError):
    """It is broken: JSON that does not parse, a record without text, bytes in no known encoding."""


class RecordError(OnrecordError):
    """The record cannot be opened, or is not one that this version can use."""
