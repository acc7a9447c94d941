"""typst (PyPI binding), tagged, PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import typst
from work import Notice, run

TEMPLATE = """
#let notices = json(bytes(sys.inputs.at("notices")))
#set document(title: notices.at(0).title)
#set page(paper: "a4", margin: (left: 27mm, right: 22mm, top: 30mm, bottom: 25mm))
#set text(font: "Source Serif 4", size: 11pt, lang: "de", region: "DE", hyphenate: false)
#set par(leading: 0.6em, spacing: 9pt)
#show heading.where(level: 1): it => align(center, text(size: 17pt, weight: "bold", it.body))
#show heading.where(level: 2): it => text(size: 11.5pt, weight: "bold", it.body)
#set enum(indent: 0pt, body-indent: 6pt, spacing: 9pt)
#for (number, notice) in notices.enumerate() {
  if number > 0 { pagebreak() }
  heading(level: 1, notice.title)
  par(notice.opening)
  heading(level: 2, notice.part)
  enum(..notice.items.map(item => enum.item(item)))
  v(25pt)
  block(breakable: false, notice.signature.map(line => if line == "" { v(45pt) } else { [#line] }).join(linebreak()))
}
"""


def setup() -> typst.Compiler:
    """Return the compiler with the template loaded."""
    folder = Path(tempfile.mkdtemp())
    (folder / "notice.typ").write_text(TEMPLATE, "utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[os.environ["NOTICE_FONTS"]]
    )
    return typst.Compiler(str(folder / "notice.typ"), root=str(folder), font_paths=fonts)


def render(compiler: typst.Compiler, notices: list[Notice]) -> bytes:
    """Return the notices as one file."""
    inputs = {"notices": json.dumps(notices, ensure_ascii=False)}
    return bytes(compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1", "a-2a"]))


if __name__ == "__main__":
    run(setup, render)
