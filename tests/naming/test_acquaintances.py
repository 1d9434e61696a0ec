"""The party of a person whom an article names without one, from the articles around it."""

import pytest

from onrecord.errors import InputError
from onrecord.pipeline import accounts
from onrecord.reading import article
from onrecord.types import Account

TELLS = "Orsania’s foreign minister, Ilka Teren, said the gates would stay shut. Orsania and Kalvenia share the river."
SILENT = "“We are ready to talk,” Ilka Teren said on Monday. The meeting was short."
SURNAME = "“We are ready to talk,” Teren said on Monday. The meeting was short."
OTHER = "Kalvenia’s defence minister, Odd Teren, said the bridge was safe. Kalvenia and Orsania share the river."


def parties(*texts: str, ahead: int = 0) -> list[str | None]:
    """The party of the first speaker of each text, all read in one run."""
    made = list(accounts([article(text) for text in texts], ahead=ahead))
    assert all(isinstance(account, Account) for account in made)
    return [account.statements[0].party for account in made if isinstance(account, Account)]


def test_an_article_before_tells_the_party() -> None:
    assert parties(TELLS, SILENT) == ["Orsania", "Orsania"]


def test_an_article_behind_tells_it_when_one_looks_ahead() -> None:
    assert parties(SILENT, TELLS) == [None, "Orsania"]
    assert parties(SILENT, TELLS, ahead=1) == ["Orsania", "Orsania"]


@pytest.mark.parametrize(("text", "party"), [(SILENT, "Orsania"), (SURNAME, None)])
def test_two_of_a_name_who_speak_for_different_parties_stay_apart(text: str, party: str | None) -> None:
    assert parties(TELLS, OTHER, text)[-1] == party


def test_an_article_by_itself_stays_as_it_is() -> None:
    assert parties(SILENT) == [None]


@pytest.mark.parametrize("ahead", [0, 1, 5])
def test_what_failed_before_stays_in_its_place(ahead: int) -> None:
    broken = InputError("paper.txt", "no text")
    made = list(accounts([article(TELLS), broken, article(SILENT)], ahead=ahead))
    assert [type(account) for account in made] == [Account, InputError, Account]
