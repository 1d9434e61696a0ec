"""Source words → Actor: chains of reference within an article, and the party that an actor speaks for."""

from onrecord.naming.acquaintances import Acquaintances
from onrecord.naming.named import Named
from onrecord.naming.places import Gazetteer
from onrecord.naming.resolving import Cast, cast_of, name

__all__ = ["Acquaintances", "Cast", "Gazetteer", "Named", "cast_of", "name"]
