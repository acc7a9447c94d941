"""WeasyPrint, tagged, PDF/UA-1."""

from __future__ import annotations

import logging
import os
from html import escape
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from work import Notice, run

logging.disable(logging.WARNING)
FONTS = os.environ["NOTICE_FONTS"]
STYLE = f"""
@font-face {{ font-family: S; src: url(file://{FONTS}/SourceSerif4-Regular.ttf) }}
@font-face {{ font-family: S; font-weight: bold; src: url(file://{FONTS}/SourceSerif4-Bold.ttf) }}
@page {{ size: A4; margin: 30mm 22mm 25mm 27mm }}
body {{ font: 11pt/15.5pt S; margin: 0 }}
h1 {{ font-size: 17pt; text-align: center; margin: 0 0 15pt }}
h2 {{ font-size: 11.5pt; margin: 0 0 5pt }}
p {{ margin: 0 0 9pt }} ol {{ margin: 0 0 25pt; padding-left: 16pt }} li {{ margin-bottom: 4.5pt }}
.signature {{ break-inside: avoid }} .signature p {{ margin: 0; min-height: 15.5pt }}
section {{ break-before: page }} section:first-child {{ break-before: auto }}
"""


def setup() -> tuple[FontConfiguration, CSS]:
    """Return fonts and style sheet, parsed once."""
    fonts = FontConfiguration()
    return fonts, CSS(string=STYLE, font_config=fonts)


def section(notice: Notice) -> str:
    """Return a notice as HTML."""
    items = "".join(f"<li>{escape(text)}</li>" for text in notice["items"])
    signature = "".join(f"<p>{escape(line)}</p>" for line in notice["signature"])
    return (
        f"<section><h1>{escape(notice['title'])}</h1><p>{escape(notice['opening'])}</p>"
        f"<h2>{escape(notice['part'])}</h2><ol>{items}</ol><div class=signature>{signature}</div></section>"
    )


def render(context: Any, notices: list[Notice]) -> bytes:
    """Return the notices as one file."""
    fonts, style = context
    head = f"<!doctype html><html lang=de><head><title>{escape(notices[0]['title'])}</title></head>"
    page = HTML(string=f"{head}<body>{''.join(map(section, notices))}</body></html>")
    return bytes(page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    run(setup, render)
