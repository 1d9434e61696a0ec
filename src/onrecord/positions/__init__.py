"""Statements of many articles → who stands where on what, and what nobody has answered."""

from onrecord.positions.issues import Issues
from onrecord.positions.overview import narrowed, positions

__all__ = ["Issues", "narrowed", "positions"]
