"""Whether a statement is for or against what its issue names: "to join the alliance", "never to join it"."""

import re

from onrecord.types import StatementRow

# Words that turn what is wanted, offered or refused into its opposite.
_AGAINST = re.compile(
    r"\b(?:no|not(?! (?:only|just|hesitate|forget|doubt))|never|neither|nor|without|cannot|(?:\w+n[’']t)|stop\w*|"
    r"halt\w*|ceas\w+|end(?:s|ed|ing)?|block\w*|ban(?:s|ned|ning)?|abandon\w*|renounc\w+|reject\w*|refrain\w*|"
    r"lift\w*|prevent\w*|exclud\w+|rul\w+ out|drop\w*|scrap\w*|cancel\w*|suspend\w*|withdraw\w*|remov\w+|"
    r"avoid\w*|oppos\w+|against)\b",
    re.IGNORECASE,
)
_TWO = 2


def against(statement: StatementRow) -> bool:
    """True when the words of a statement turn against its issue; words that name the issue itself do not count."""
    issue = (statement.issue or "").casefold()
    found = (m.group() for quote in statement.content for m in _AGAINST.finditer(quote.exact))
    turns = sum(word.casefold() not in issue for word in found)
    return turns % _TWO == 1
