"""Whether a statement is for or against what its issue names: "to join the alliance", "never to join it"."""

import re

from onrecord.types import Act, StatementRow

# Words that turn what is wanted, offered or refused into its opposite.
_AGAINST = re.compile(
    r"\b(?:no|not(?! (?:only|just|hesitate|forget|doubt))|never|neither|nor|without|cannot|(?:\w+n[’']t)|stop\w*|"
    r"halt\w*|ceas\w+|end(?:s|ed|ing)?|block\w*|ban(?:s|ned|ning)?|abandon\w*|renounc\w+|reject\w*|refrain\w*|"
    r"lift\w*|prevent\w*|exclud\w+|rul\w+ out|drop\w*|scrap\w*|cancel\w*|suspend\w*|withdraw\w*|remov\w+|"
    r"avoid\w*|oppos\w+|against)\b",
    re.IGNORECASE,
)


def against(statement: StatementRow) -> bool:
    """True when the words of a statement turn against its issue.

    Words that name the issue itself do not count, nor does one with which a refusal refuses: "would never pay" refuses
    to pay.
    """
    issue = (statement.issue or "").casefold()
    found = (m.group() for quote in statement.content for m in _AGAINST.finditer(quote.exact))
    turns = sum(word.casefold() not in issue for word in found)
    if statement.act is Act.REFUSE and turns:
        turns -= 1
    return turns % 2 == 1
