"""Printing: the pages of the PDF, as they are."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from noticeeditor import wiring
from noticeeditor.desk.exporting import Options, composed, render
from noticeeditor.gui.dialogs.paper import page_images, print_pages
from noticeeditor.gui.dialogs.print_view import PrintDialog
from tests.builders import a_notice, an_agenda

pytestmark = pytest.mark.usefixtures("dressed")


def pdf(**changes):
    return render(composed(a_notice(**changes), wiring.profile().style), "pdf", Options()).content


def to_file(path):
    """A printer that prints into a PDF file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def test_every_page_is_printed_in_its_own_size(qapp, tmp_path):
    content = pdf(agenda=an_agenda(*(f"Punkt {n}" for n in range(60))))
    pages = len(PdfDocument(content))
    assert pages > 1
    assert print_pages(content, to_file(tmp_path / "out.pdf")) == pages
    printed = PdfDocument(tmp_path / "out.pdf")
    assert len(printed) == pages
    original, paper = (
        next(page_images(pages, 36)) for pages in (content, (tmp_path / "out.pdf").read_bytes())
    )
    assert (original.width(), original.height()) == pytest.approx((paper.width(), paper.height()), abs=1)
    assert _darkness(paper) == pytest.approx(_darkness(original), rel=0.1)


def _darkness(picture):
    return sum(
        255 - picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_where_there_is_no_printer_the_export_is_offered(qtbot, monkeypatch):
    monkeypatch.setattr("noticeeditor.gui.dialogs.print_view.QPrinterInfo.availablePrinterNames", list)
    dialog = PrintDialog(pdf(), "Ausschuss Klimaschutz")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.run.isEnabled()
    assert dialog.note.isVisible()
    with qtbot.waitSignal(dialog.export_wished):
        dialog.export.click()


def test_the_dialog_shows_every_page_and_says_what_was_printed(qtbot, tmp_path):
    content = pdf(agenda=an_agenda(*(f"Punkt {n}" for n in range(30))))
    assert len(PdfDocument(content)) == 2
    dialog = PrintDialog(content, "Ausschuss")
    qtbot.addWidget(dialog)
    sheets = [dialog.pages.itemAt(number).widget() for number in range(dialog.pages.count() - 1)]
    assert [sheet.accessibleName() for sheet in sheets] == ["Seite 1", "Seite 2"]
    dialog.print_to(to_file(tmp_path / "out.pdf"))
    assert dialog.note.label.text() == "2 Seiten gingen an den Drucker."


def test_a_printer_that_does_not_answer_is_said(qtbot, tmp_path):
    dialog = PrintDialog(pdf(), "Ausschuss")
    qtbot.addWidget(dialog)
    dialog.print_to(to_file(tmp_path / "kein" / "ordner.pdf"))
    assert dialog.note.property("look") == "note-danger"
