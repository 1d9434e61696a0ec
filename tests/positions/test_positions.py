"""Who stands where on what, out of statements."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions import Issues, narrowed, positions
from onrecord.types import OBLIGING, Act, Outcome, Position, Positions, StatementRow

from .conftest import Said

DAM = "opening of the dam"


def parties_in(words: str) -> Iterable[str]:
    return [party for party in ("Orsania", "Kalvenia", "Dorra") if party in words]


def found(*statements: StatementRow) -> Positions:
    counts = {s.issue: 1 for s in statements if s.issue}
    return positions(statements, Issues(counts, {phrase: phrase for phrase in counts}), parties_in)


def only(*statements: StatementRow) -> Position:
    (one,) = found(*statements).positions
    return one


def test_the_latest_stance_comes_first_and_earlier_ones_that_still_stand_behind_it(said: Said) -> None:
    demand = said("Kalvenia", Act.DEMAND, DAM, "2031-04-01")
    offer = said("Kalvenia", Act.OFFER, DAM, "2031-04-03", condition="if the boats leave")
    one = only(offer, demand)
    assert (one.acts, one.since, one.condition) == ((Act.OFFER, Act.DEMAND), "2031-04-03", "if the boats leave")
    assert one.statements == (demand, offer)


def test_a_refusal_ends_an_offer_and_an_agreement_ends_a_refusal(said: Said) -> None:
    offer, refusal, agreement = (
        said("Orsania", act, DAM, f"2031-04-0{day}")
        for day, act in enumerate((Act.OFFER, Act.REFUSE, Act.AGREE), start=1)
    )
    assert only(offer, refusal).acts == (Act.REFUSE,)
    assert only(offer, refusal, agreement).acts == (Act.AGREE,)


def test_since_is_the_first_day_of_an_act_that_nothing_interrupted(said: Said) -> None:
    days = [said("Orsania", Act.REFUSE, DAM, f"2031-04-0{day}") for day in (1, 2, 5)]
    assert only(*days).since == "2031-04-01"
    assert only(*days, said("Orsania", Act.OFFER, DAM, "2031-04-03")).since == "2031-04-05"


def test_since_a_month_is_no_day(said: Said) -> None:
    assert only(said("Orsania", Act.REFUSE, DAM, "2031-04-01", said_on="2031-04")).since == "2031-04"


def test_what_contradicts_itself_on_one_day_is_shown_as_that(said: Said) -> None:
    both = [said("Orsania", act, DAM, "2031-04-02") for act in (Act.OFFER, Act.REFUSE)]
    assert only(*both).contradicted
    assert set(only(*both).acts) == {Act.OFFER, Act.REFUSE}
    assert not only(*both, said("Orsania", Act.REFUSE, DAM, "2031-04-03")).contradicted


@pytest.mark.parametrize(
    "told",
    [
        {"party": None},
        {"issue": None},
        {"act": Act.STATE},
        {"act": Act.ACCUSE},
    ],
)
def test_there_is_no_position_without_a_party_an_issue_and_an_act_that_obliges(said: Said, told: dict) -> None:
    asked = {"party": "Orsania", "act": Act.DEMAND, "issue": DAM} | told
    assert found(said(asked["party"], asked["act"], asked["issue"])).positions == ()


def test_what_another_says_of_a_party_stands_apart(said: Said) -> None:
    own = said("Orsania", Act.DEMAND, DAM, "2031-04-01")
    told = said("Orsania", Act.OFFER, DAM, "2031-04-02", told_by="Kalvenia")
    itself = said("Orsania", Act.DEMAND, DAM, "2031-04-03", told_by="Orsania")
    made = found(own, told, itself)
    assert {(p.told_by, p.acts) for p in made.positions} == {(None, (Act.DEMAND,)), ("Kalvenia", (Act.OFFER,))}
    assert made.moves == ()


def test_joint_speakers_each_hold_the_position(said: Said) -> None:
    made = found(said("Orsania and Kalvenia", Act.AGREE, DAM))
    assert [p.party for p in made.positions] == ["Kalvenia", "Orsania"]
    made = found(said("Dorra, Orsania and Kalvenia", Act.AGREE, DAM), said("Bosnia and Herzegovina", Act.OFFER, DAM))
    assert [p.party for p in made.positions] == ["Bosnia and Herzegovina", "Dorra", "Kalvenia", "Orsania"]


def test_copies_count_as_one_outlet(said: Said) -> None:
    words = "the gates will stay shut until the last boat has left"
    copies = [
        said("Orsania", Act.REFUSE, DAM, outlet="Harbour Courier", words=words),
        said("Orsania", Act.REFUSE, DAM, outlet="Daily Rattle", words=f"{words} again"),
        said("Orsania", Act.REFUSE, DAM, outlet="Wexholm Ledger", origin="Harbour Courier", words="another wording"),
    ]
    assert only(*copies).outlets == 1
    alone = said("Orsania", Act.REFUSE, DAM, outlet="Evening Post", words="no gate is going to move this year")
    assert only(*copies, alone).outlets == 2


class TestMeetings:
    def outcomes(self, *statements: StatementRow) -> dict[tuple[str, str | None], Outcome]:
        return {(m.wanted.party, m.answer.party if m.answer else None): m.outcome for m in found(*statements).meetings}

    def test_a_demand_is_met_refused_or_unanswered(self, said: Said) -> None:
        demand = said("Kalvenia", Act.DEMAND, DAM)
        assert self.outcomes(demand) == {("Kalvenia", None): Outcome.UNANSWERED}
        assert self.outcomes(demand, said("Orsania", Act.OFFER, DAM)) == {("Kalvenia", "Orsania"): Outcome.MET}
        assert self.outcomes(demand, said("Orsania", Act.REFUSE, DAM)) == {("Kalvenia", "Orsania"): Outcome.REFUSED}
        conditional = said("Orsania", Act.PROMISE, DAM, condition="once the boats are gone")
        assert self.outcomes(demand, conditional) == {("Kalvenia", "Orsania"): Outcome.MET_ON_CONDITION}

    def test_a_refusal_by_somebody_who_was_not_asked_is_no_answer(self, said: Said) -> None:
        demand = said("Kalvenia", Act.DEMAND, DAM, to=("Orsania",))
        assert self.outcomes(demand, said("Dorra", Act.REFUSE, DAM)) == {("Kalvenia", None): Outcome.UNANSWERED}
        assert self.outcomes(demand, said("Dorra", Act.OFFER, DAM)) == {("Kalvenia", "Dorra"): Outcome.MET}

    def test_what_goes_the_other_way_does_not_meet(self, said: Said) -> None:
        demand = said("Kalvenia", Act.DEMAND, DAM, words="never to open the dam")
        promise = said("Orsania", Act.PROMISE, DAM, words="to open the dam in spring")
        assert self.outcomes(demand, promise) == {("Kalvenia", None): Outcome.UNANSWERED}

    def test_a_refusal_refuses_with_its_own_no(self, said: Said) -> None:
        demand = said("Kalvenia", Act.DEMAND, "water price", words="the farmers to pay the water price")
        refusal = said("Orsania", Act.REFUSE, "water price", words="it would never pay a price for its own water")
        assert self.outcomes(demand, refusal) == {("Kalvenia", "Orsania"): Outcome.REFUSED}

    def test_two_offers_of_the_same_meet(self, said: Said) -> None:
        offers = [said(party, Act.OFFER, "talks") for party in ("Kalvenia", "Orsania")]
        assert self.outcomes(*offers) == {("Kalvenia", "Orsania"): Outcome.MET}


def test_a_condition_waits_until_somebody_else_speaks_to_it(said: Said) -> None:
    condition = "if Orsania gives security guarantees"
    offer = said("Kalvenia", Act.OFFER, "neutral status", "2031-04-01", condition=condition)
    guarantees = said("Kalvenia", Act.DEMAND, "security guarantees", "2031-04-02")
    (waiting,) = found(offer, guarantees).conditions
    assert (waiting.issue, waiting.addressed, waiting.answers) == ("security guarantees", ("Orsania",), ())
    answer = said("Orsania", Act.REFUSE, "security guarantees", "2031-04-05")
    (answered,) = found(offer, guarantees, answer).conditions
    assert answered.answers == (answer,)


def test_a_condition_that_nobody_else_names_is_an_issue_of_its_own(said: Said) -> None:
    (waiting,) = found(said("Kalvenia", Act.OFFER, "talks", condition="if the bishop apologises")).conditions
    assert waiting.issue == "bishop apologises"


def test_a_move_tells_the_statements_before_and_after(said: Said) -> None:
    refusal = said("Orsania", Act.REFUSE, DAM, "2031-04-01")
    again = said("Orsania", Act.REFUSE, DAM, "2031-04-02")
    on_condition = said("Orsania", Act.OFFER, DAM, "2031-04-03", condition="if the boats leave")
    agreed = said("Orsania", Act.AGREE, DAM, "2031-04-04")
    moves = found(refusal, again, on_condition, agreed, said("Orsania", Act.DEMAND, DAM)).moves
    assert [(m.before, m.after) for m in moves] == [(again, on_condition), (on_condition, agreed)]


def test_narrowing_keeps_both_sides_of_a_meeting_point(said: Said) -> None:
    made = found(said("Kalvenia", Act.DEMAND, DAM), said("Orsania", Act.REFUSE, DAM), said("Dorra", Act.OFFER, "talks"))
    narrow = narrowed(made, issue="DAM", party="örsania")
    assert [p.party for p in narrow.positions] == ["Orsania"]
    assert [m.outcome for m in narrow.meetings] == [Outcome.REFUSED]
    assert narrowed(made, issue="no such thing", party=None) == Positions()


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Orsania", "Kalvenia", "Dorra", None]),
        st.sampled_from(list(Act)),
        st.sampled_from([DAM, "talks", None]),
        st.sampled_from(["2031-04-01", "2031-04-02", "2031-04-03", None]),
        st.sampled_from([None, "if the boats leave"]),
        st.sampled_from([None, "Orsania"]),
    ),
    max_size=12,
)


@given(rows=ROWS)
def test_nothing_is_invented(rows: list[tuple]) -> None:
    said = _maker()
    statements = [said(*row[:4], condition=row[4], told_by=row[5]) for row in rows]
    made = found(*statements)
    given_ = set(statements)
    for position in made.positions:
        assert position.statements
        assert set(position.statements) <= given_
        assert {s.act for s in position.statements} >= set(position.acts) > set()
        assert {s.act for s in position.statements} <= set(OBLIGING)
        assert all(position.party == s.party for s in position.statements)
        assert position.since is None or position.since in {s.when for s in position.statements}
    for meeting in made.meetings:
        assert meeting.wants in meeting.wanted.statements
        assert meeting.wanted.told_by is None
        assert meeting.answer is None or meeting.answers in meeting.answer.statements
    for condition in made.conditions:
        assert condition.words in [quote.exact for quote in condition.statement.condition]
        assert all(answer.party != condition.statement.party for answer in condition.answers)
    assert all({move.before, move.after} <= given_ for move in made.moves)
    assert found(*reversed(statements)).positions == made.positions


def _maker() -> Said:
    from .conftest import said

    return said.__wrapped__()  # type: ignore[attr-defined]
