"""From a notice to blocks."""

import pytest
from msgspec.structs import replace

from noticeeditor.layout.blocks import AgendaList, Figure, Heading, Paragraph, Signature
from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import Crest, HouseStyle
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.notice import Notice, NoticeKind, OpeningSentence
from tests.builders import a_notice, an_agenda

STYLE = HouseStyle()


def texts(document):
    def flat(items):
        for item in items:
            yield f"{item.label} {item.text}"
            yield from flat(item.children)

    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case AgendaList(items=items):
                yield from flat(items)
            case Signature(lines=lines):
                yield from lines
            case Figure(alternative=text):
                yield text


def test_the_heading_stands_first():
    assert compose(a_notice(), STYLE).blocks[0] == Heading("AMTLICHE BEKANNTMACHUNG", 1, "heading")


def test_every_block_says_which_field_it_is_made_from():
    document = compose(a_notice(remarks=("Hinweis",)), STYLE)
    assert [block.source for block in document.blocks if not isinstance(block, AgendaList)] == [
        "heading",
        "opening",
        "part:part-1",
        "remark:0",
        "signature",
    ]


def test_the_internal_title_of_a_closed_item_is_nowhere_in_the_document():
    agenda = an_agenda("Kündigung des Pachtvertrags Müller", publicity=Publicity.CLOSED)
    assert "Müller" not in repr(compose(a_notice(agenda=agenda), STYLE))


def test_a_closed_item_without_a_published_title_shows_a_gap():
    agenda = an_agenda("Kündigung", publicity=Publicity.CLOSED)
    assert "1. [Titel]" in list(texts(compose(a_notice(agenda=agenda), STYLE)))


def test_an_item_of_blanks_shows_a_gap():
    assert "1. [Titel]" in list(texts(compose(a_notice(agenda=an_agenda(" \n\u00a0")), STYLE)))


@pytest.mark.parametrize(
    ("notice", "shown"),
    [
        (a_notice(opening=OpeningSentence()), "[Eingangssatz]"),
        (a_notice(agenda=Agenda()), "[Tagesordnung]"),
        (a_notice(agenda=Agenda((AgendaPart("p", "Öffentliche Sitzung"),))), "[Tagesordnung]"),
        (a_notice(heading=()), "[Titel]"),
    ],
)
def test_what_a_notice_cannot_do_without_is_shown_as_a_gap(notice, shown):
    assert shown in list(texts(compose(notice, STYLE)))


def test_a_cancellation_needs_no_agenda():
    document = compose(a_notice(kind=NoticeKind.CANCELLATION, agenda=Agenda()), STYLE)
    assert "[Tagesordnung]" not in list(texts(document))


def test_lines_of_an_item_stay_lines():
    item = AgendaItem("a", "12. Änderung des Flächennutzungsplanes\nhier: Abwägung")
    agenda = Agenda((AgendaPart("p", "", items=(item,)),))
    assert "1. 12. Änderung des Flächennutzungsplanes\nhier: Abwägung" in list(
        texts(compose(a_notice(agenda=agenda), STYLE))
    )


def test_an_empty_notice_is_still_a_document():
    assert next(iter(texts(compose(Notice(), STYLE)))) == "AMTLICHE BEKANNTMACHUNG"


def test_a_part_without_a_heading_has_none():
    agenda = Agenda((AgendaPart("p", "", items=(AgendaItem("a", "x"),)),))
    assert not [
        block
        for block in compose(a_notice(agenda=agenda), STYLE).blocks
        if isinstance(block, Heading) and block.level == 2
    ]


def test_the_time_stamp_is_that_of_the_notice():
    assert compose(a_notice(), STYLE).created.isoformat() == "2023-09-29T12:00:00+00:00"


def test_the_title_of_the_file_says_which_sitting_it_is():
    title = compose(a_notice(), STYLE).title
    assert title == "Amtliche Bekanntmachung: Ausschuss Klimaschutz, Mobilität und Infrastruktur, 09.10.2023"


def test_a_crest_stands_above_the_title_with_its_alternative_text():
    style = replace(STYLE, crest=Crest("wappen.png", "Wappen des Landkreises", image=b"png"))
    assert compose(a_notice(), style).blocks[0] == Figure(b"png", 18.0, "Wappen des Landkreises")


def test_lines_under_the_title_are_paragraphs():
    blocks = compose(a_notice(heading=("AMTLICHE BEKANNTMACHUNG", "Nachtrag")), STYLE).blocks
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].text == "Nachtrag"
