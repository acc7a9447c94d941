"""Hypothesis strategies: any notice that the model admits."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import Capacity, PublicBody, Signatory, SignatureBlock
from noticeeditor.notice.notice import EarlierNotice, Notice, NoticeKind, OpeningSentence, Sitting, Venue
from noticeeditor.notice.numbering import Numbering
from noticeeditor.notice.text import normal

LETTERS = "aäbcdeéfghiłmnoöprsștuüvwxyzßAÄÖÜŽẞ0123456789 .,;:-–„“‚‘'\"()§€%&<>/\\#*_?!’ Šṙ\u00a0\n"
PATTERNS = (
    "{n}.",
    "{n}",
    "{nn}",
    "{n})",
    "TOP {n}",
    "{publicity} {n}",
    "{path}",
    "{path}.",
    "{parent}.{a}.",
    "{a})",
)
dates = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
times = st.none() | st.builds(dt.time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))


def texts(max_size: int = 80) -> st.SearchStrategy[str]:
    """Text as it stands in notices, markup-like text among it."""
    typed = st.text(alphabet=LETTERS, max_size=max_size)
    return (typed | st.sampled_from(("<b>fett</b>", "&amp; &lt;", '<img src="x">', "(\\) \\n %s {0}"))).map(
        normal
    )


def lines(max_size: int = 40) -> st.SearchStrategy[str]:
    """Text of one line."""
    return texts(max_size).map(lambda text: text.replace("\n", " "))


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """An agenda of up to three parts with items three levels deep, every id of its own."""
    counter = iter(range(10_000))

    def items(depth: int) -> tuple[AgendaItem, ...]:
        count = draw(st.integers(0, 4 if depth == 0 else 2)) if depth < 3 else 0
        return tuple(
            AgendaItem(
                id=f"i{next(counter)}",
                text=draw(texts()),
                published=draw(st.none() | lines()),
                label=draw(st.sampled_from((None, None, None, "9a.", ""))),
                children=items(depth + 1),
            )
            for _ in range(count)
        )

    parts = tuple(
        AgendaPart(f"p{n}", draw(lines()), draw(st.sampled_from(Publicity)), items(0))
        for n in range(draw(st.integers(0, 3)))
    )
    numbering = Numbering(
        part=draw(st.sampled_from(("{I}.", "", "{A}."))),
        levels=tuple(draw(st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3))),
        restart=draw(st.booleans()),
        first=draw(st.integers(0, 99)),
    )
    return Agenda(parts, numbering)


sittings = st.builds(
    Sitting,
    body=st.none() | st.builds(PublicBody, lines(), lines(), lines(), lines(8)),
    date=dates,
    time=times,
    venue=st.none() | st.builds(Venue, lines(), lines(8)),
    designation=lines(),
)
signatures = st.builds(
    SignatureBlock,
    authority=lines(),
    place=lines(),
    date=dates,
    signatory=st.none() | st.builds(Signatory, lines(), lines(), lines(8)),
    capacity=st.sampled_from(Capacity),
    words=st.none() | st.lists(lines(), max_size=4).map(tuple),
)


def notices() -> st.SearchStrategy[Notice]:
    """Any notice, with gaps or without."""
    return st.builds(
        Notice,
        authority=st.sampled_from(("vulkaneifel", "lindenau", "")),
        kind=st.sampled_from(NoticeKind),
        heading=st.lists(lines(), max_size=3).map(tuple),
        sitting=sittings,
        opening=st.builds(
            OpeningSentence,
            pattern=st.sampled_from(
                ("", "Am {date:EEEE, 'den' dd. MMMM y}, um {time:HH:mm} Uhr, {venue}, {body} statt:")
            ),
            words=st.none() | texts(300),
        ),
        agenda=agendas(),
        remarks=st.lists(texts(), max_size=2).map(tuple),
        signature=signatures,
        earlier=st.none() | st.builds(EarlierNotice, sittings, lines(8)),
    )
