"""fpdf2, untagged."""

from __future__ import annotations

import logging
import os

from fpdf import FPDF
from work import Notice, run

logging.getLogger("fontTools").setLevel(logging.ERROR)
FONTS = os.environ["NOTICE_FONTS"]
MM = 72 / 25.4


def setup() -> None:
    """Nothing can be prepared: fonts belong to a document."""


def render(_context: None, notices: list[Notice]) -> bytes:
    """Return the notices as one file."""
    pdf = FPDF(format="A4", unit="pt")
    pdf.set_margins(27 * MM, 30 * MM, 22 * MM)
    pdf.set_auto_page_break(True, 25 * MM)
    pdf.set_lang("de-DE")
    pdf.set_title(notices[0]["title"])
    pdf.add_font("S", "", f"{FONTS}/SourceSerif4-Regular.ttf")
    pdf.add_font("S", "B", f"{FONTS}/SourceSerif4-Bold.ttf")
    for notice in notices:
        add(pdf, notice)
    return bytes(pdf.output())


def add(pdf: FPDF, notice: Notice) -> None:
    """Add a notice on pages of its own."""
    pdf.add_page()
    pdf.set_font("S", "B", 17)
    pdf.multi_cell(0, 21, notice["title"], align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(15)
    pdf.set_font("S", "", 11)
    pdf.multi_cell(0, 15.5, notice["opening"], align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(9)
    pdf.set_font("S", "B", 11.5)
    pdf.multi_cell(0, 15.5, notice["part"], new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("S", "", 11)
    for number, text in enumerate(notice["items"], 1):
        pdf.cell(18, 15.5, f"{number}.")
        pdf.multi_cell(0, 15.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4.5)
    pdf.ln(25)
    for line in notice["signature"]:
        pdf.multi_cell(0, 15.5, line, new_x="LMARGIN", new_y="NEXT")


if __name__ == "__main__":
    run(setup, render)
