"""Source words → Actor: chains of reference within an article, and the party that an actor speaks for."""

from onrecord.naming.places import Gazetteer
from onrecord.naming.resolving import name, places_of

__all__ = ["Gazetteer", "name", "places_of"]
