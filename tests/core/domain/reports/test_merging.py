"""Merged groups: nothing is lost, nothing is told of fewer than three firms, and nothing follows from the total."""

from hypothesis import given
from hypothesis import strategies as st

from core.domain.impact.years import Band
from core.domain.reports.merging import LEAST_FIRMS, MERGED, Group, merged

GROUPS = st.lists(
    st.builds(
        Group,
        st.sampled_from(["food", "metal", "glass", "energy", None]),
        st.frozensets(st.sampled_from("abcdefghij"), min_size=1, max_size=6),
        st.integers(0, 1000).map(lambda value: Band(value / 2, float(value), value * 2.0)),
    ),
    max_size=5,
    unique_by=lambda one: one.name,
)


@given(GROUPS)
def test_the_merged_groups_add_up_to_the_whole_or_say_nothing(groups: list[Group]) -> None:
    found = merged(groups)

    if found:
        for name in ("low", "value", "high"):
            assert sum(getattr(one.band, name) for one in found) == sum(
                getattr(one.band, name) for one in groups
            )
    else:
        assert len(frozenset().union(*(one.firms for one in groups))) < LEAST_FIRMS


@given(GROUPS)
def test_no_figure_is_of_fewer_than_three_firms_and_none_follows_from_the_total(groups: list[Group]) -> None:
    found = merged(groups)

    assert all(len(one.firms) >= LEAST_FIRMS for one in found)
    told = {one.name for one in found} - {MERGED}
    hidden = [one for one in groups if one.name not in told]
    left_over = frozenset().union(*(one.firms for one in hidden))
    assert not hidden or not found or len(left_over) >= LEAST_FIRMS


def test_within_the_programme_every_group_is_told() -> None:
    alone = Group("metal", frozenset("a"), Band(1.0, 2.0, 3.0))

    assert merged([alone], 0) == (alone,)
