"""Attribution → Statement: act, addressee, condition and time."""

from onrecord.interpreting.statements import interpret

__all__ = ["interpret"]
