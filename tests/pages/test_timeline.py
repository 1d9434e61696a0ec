from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.timeline import MOST_BARS, Unit, strip

COUNTS = st.dictionaries(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)).map(date.isoformat),
    st.integers(1, 50),
    min_size=1,
    max_size=30,
)


def test_no_date_no_strip() -> None:
    assert strip({}) is None


@given(COUNTS)
def test_every_statement_is_in_a_bar_and_bars_run_without_a_gap(counts: dict[str, int]) -> None:
    found = strip(counts)
    assert found is not None
    assert sum(bar.count for bar in found.bars) == sum(counts.values())
    assert max(bar.count for bar in found.bars) == found.most
    assert len(found.bars) <= MOST_BARS
    assert [bar.at for bar in found.bars] == list(range(len(found.bars)))
    assert found.bars[0].when == min(counts)[: len(found.bars[0].when)]
    assert found.bars[-1].when == max(counts)[: len(found.bars[0].when)]
    for bar in found.bars:
        assert bar.count == sum(count for day, count in counts.items() if day.startswith(bar.when))


def test_a_bar_is_a_day_a_month_or_a_year() -> None:
    def unit(first: str, last: str) -> Unit:
        found = strip({first: 1, last: 1})
        assert found is not None
        return found.unit

    assert unit("2031-02-27", "2031-03-02") is Unit.DAY
    assert unit("2029-11-30", "2031-02-01") is Unit.MONTH
    assert unit("1960-01-01", "2031-01-01") is Unit.YEAR
