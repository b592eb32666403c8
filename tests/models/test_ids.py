"""Many ids in one text: a sequence like any other, and fast to find in."""

import pytest

from desktop.clock import Clock
from desktop.models.queries.ids import Ids

ALL = [Clock().new_id() for _ in range(5)]


def test_it_is_a_sequence() -> None:
    ids = Ids.of(ALL)
    assert (len(ids), ids[0], ids[-1], list(ids)) == (5, ALL[0], ALL[4], ALL)
    assert list(ids[1:3]) == ALL[1:3]
    assert list(ids[3:1]) == []
    with pytest.raises(IndexError):
        ids[5]
    with pytest.raises(ValueError, match="one piece"):
        ids[::2]


def test_it_says_where_an_id_is() -> None:
    ids = Ids.of(ALL[:4])
    assert [ids.find(one) for one in ALL] == [0, 1, 2, 3, -1]
    assert ALL[2] in ids
    assert ALL[4] not in ids
    assert ids.find(ALL[0][:8]) == -1


def test_two_can_be_compared_and_put_together() -> None:
    first, last = Ids.of(ALL[:2]), Ids.of(ALL[2:])
    assert first + last == Ids.of(ALL)
    assert Ids.of(ALL).starts_with(first)
    assert not Ids.of(ALL).starts_with(last)
    assert first != last
