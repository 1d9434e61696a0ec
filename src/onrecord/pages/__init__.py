"""The web page of a record, for the reader's own machine."""

from onrecord.pages.app import app
from onrecord.pages.serving import serve

__all__ = ["app", "serve"]
