"""Keep the aligned parts of docstrings as they are when the reference is made of them.

The docstrings of onrecord are plain text: a paragraph with columns, a tree or an example is aligned for a reader of the
source. Markdown would run its lines together, so such a paragraph becomes a code block.
"""

import re
from typing import Any

from griffe import Docstring, Extension, Object

# Columns that two blanks part, a drawn tree, or the prompt of an example.
ALIGNED = re.compile(r"\S {2,}\S|[├└]|^>>> ", re.MULTILINE)


class AlignedDocstrings(Extension):
    """Fences every aligned paragraph of a docstring."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Rewrite the docstring of a module, class, function or attribute before it is rendered."""
        if obj.docstring:
            obj.docstring = Docstring(fenced(obj.docstring.value), lineno=obj.docstring.lineno, parent=obj)


def fenced(text: str) -> str:
    """The text with its aligned paragraphs between fences."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(f"```text\n{part}\n```" if ALIGNED.search(part) else part for part in paragraphs)
