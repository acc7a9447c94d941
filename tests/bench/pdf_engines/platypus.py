"""Plain reportlab platypus, untagged: what most would write."""

from __future__ import annotations

import io
import os
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from work import Notice, run

FONTS = os.environ["NOTICE_FONTS"]
MM = 72 / 25.4


def setup() -> dict[str, ParagraphStyle]:
    """Return the styles, the fonts registered."""
    registerFont(TTFont("R", f"{FONTS}/SourceSerif4-Regular.ttf"))
    registerFont(TTFont("B", f"{FONTS}/SourceSerif4-Bold.ttf"))
    return {
        "title": ParagraphStyle("title", fontName="B", fontSize=17, leading=21, alignment=1, spaceAfter=15),
        "text": ParagraphStyle("text", fontName="R", fontSize=11, leading=15.5, spaceAfter=9),
        "part": ParagraphStyle(
            "part", fontName="B", fontSize=11.5, leading=15.5, spaceAfter=5, keepWithNext=1
        ),
        "item": ParagraphStyle(
            "item",
            fontName="R",
            fontSize=11,
            leading=15.5,
            leftIndent=16,
            bulletFontName="R",
            bulletFontSize=11,
            spaceAfter=4.5,
        ),
        "line": ParagraphStyle("line", fontName="R", fontSize=11, leading=15.5),
    }


def story(styles: dict[str, ParagraphStyle], notice: Notice) -> list[Flowable]:
    """Return the flowables of a notice."""
    signature = [
        Paragraph(escape(line), styles["line"]) if line else Spacer(1, 45) for line in notice["signature"]
    ]
    return [
        Paragraph(escape(notice["title"]), styles["title"]),
        Paragraph(escape(notice["opening"]), styles["text"]),
        Paragraph(escape(notice["part"]), styles["part"]),
        *(
            Paragraph(escape(text), styles["item"], bulletText=f"{n}.")
            for n, text in enumerate(notice["items"], 1)
        ),
        Spacer(1, 25),
        KeepTogether(signature),
    ]


def render(styles: dict[str, ParagraphStyle], notices: list[Notice]) -> bytes:
    """Return the notices as one file."""
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=27 * MM, rightMargin=22 * MM, topMargin=30 * MM, bottomMargin=25 * MM,
        title=notices[0]["title"], lang="de-DE",
    )  # fmt: skip
    flowables: list[Flowable] = []
    for notice in notices:
        flowables += [*([PageBreak()] if flowables else []), *story(styles, notice)]
    template.build(flowables)
    return out.getvalue()


if __name__ == "__main__":
    run(setup, render)
