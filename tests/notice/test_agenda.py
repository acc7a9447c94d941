"""What of an agenda may leave the house."""

from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.notice.agenda import AgendaItem, Publicity, item_count, walk
from tests.builders import an_agenda


def test_a_public_item_is_published_as_it_is():
    assert AgendaItem("a", "Radwege", "anders").wording(Publicity.PUBLIC) == "Radwege"


@given(st.text())
def test_the_internal_title_of_a_closed_item_never_leaves_the_house(title):
    assert AgendaItem("a", "Kündigung " + title).wording(Publicity.CLOSED) == ""


def test_of_a_closed_item_the_published_title_leaves_the_house():
    assert (
        AgendaItem("a", "Kündigung Müller", "Personalangelegenheit").wording(Publicity.CLOSED)
        == "Personalangelegenheit"
    )


def test_items_are_walked_in_the_order_of_the_page():
    tree = (AgendaItem("1", children=(AgendaItem("1.1"), AgendaItem("1.2"))), AgendaItem("2"))
    assert [item.id for item in walk(tree)] == ["1", "1.1", "1.2", "2"]


def test_items_are_counted_on_all_levels():
    assert item_count(an_agenda("a", "b", "c")) == 3
