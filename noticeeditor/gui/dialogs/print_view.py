"""The print dialog: which printer, how many copies, and the very pages that will lie in the tray."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.dialogs.note import Note
from noticeeditor.gui.dialogs.paper import page_images, print_pages
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.theme import dress
from noticeeditor.gui.theme.scrolling import Scrolled
from noticeeditor.i18n.texts import _, plural

PREVIEW_RESOLUTION = 56
LEAST = 264  # px of the controls


class PrintDialog(QDialog):
    """Prints the pages of a PDF; where there is no printer it offers the export."""

    export_wished = Signal()

    def __init__(self, content: bytes, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self._content = content
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(title)
        self.printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.printers = QComboBox()
        self.printers.setAccessibleName(_("Printer"))
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.copies.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet's padding does not reach it
        self.copies.setAccessibleName(_("Copies"))
        self.more = QPushButton(_("&More settings …"))
        self.note = Note()
        self.export = QPushButton(_("&Export instead"))
        self.cancel = QPushButton(_("Close"))
        self.run = QPushButton(_("&Print"))
        self.run.setDefault(True)
        dress(self.run, "primary")
        self.pages = QVBoxLayout()

        self._lay_out(title)
        self._show_pages()
        self._show_printers()
        self.run.clicked.connect(self.start)
        self.more.clicked.connect(self._open_system_dialog)
        self.export.clicked.connect(self._export)
        self.cancel.clicked.connect(self.close)

    def start(self) -> None:
        """Print with what is chosen here."""
        self.printer.setPrinterName(self.printers.currentData())
        self.printer.setCopyCount(self.copies.value())
        self.print_to(self.printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print to a printer and say what came of it."""
        printed = print_pages(self._content, printer)
        if not printed:
            self.note.say("danger", _("The printer does not answer. Check it, or choose another one."))
            return
        sentence = plural("{count} page went to the printer.", "{count} pages went to the printer.", printed)
        self.note.say("success", sentence.format(count=printed))

    def _open_system_dialog(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(self.printer)

    def _export(self) -> None:
        self.close()
        self.export_wished.emit()

    def _show_printers(self) -> None:
        names, usual = QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()
        for name in names:
            self.printers.addItem(name, name)
        self.printers.setCurrentIndex(max(self.printers.findData(usual), 0) if names else -1)
        for control in (self.printers, self.copies, self.run, self.more):
            control.setEnabled(bool(names))
        self.export.setVisible(not names)
        self.printers.setPlaceholderText(_("No printer"))
        if not names:
            self.note.say(
                "warning", _("No printer is set up here. The pages can be exported as PDF instead.")
            )

    def _show_pages(self) -> None:
        ratio = self.devicePixelRatioF()
        for number, picture in enumerate(page_images(self._content, PREVIEW_RESOLUTION * ratio), 1):
            picture.setDevicePixelRatio(ratio)
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(picture))
            sheet.setAccessibleName(_("Page {number}").format(number=number))
            self.pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self.pages.addStretch()

    def _lay_out(self, title: str) -> None:
        heading = QLabel(title)
        heading.setWordWrap(True)
        dress(heading, "heading")
        form = QVBoxLayout()
        form.setSpacing(6)
        form.addWidget(heading)
        form.addSpacing(8)
        for words, control in ((_("P&rinter"), self.printers), (_("&Copies"), self.copies)):
            label = QLabel(words)
            label.setBuddy(control)
            dress(label, "label")
            form.addWidget(label)
            form.addWidget(control)
        form.addSpacing(4)
        form.addWidget(self.more)
        form.addWidget(self.note)
        form.addWidget(self.export)
        form.addStretch()
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 8, 20, 18)
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.run)
        backdrop = QFrame()
        backdrop.setLayout(self.pages)
        self.pages.setContentsMargins(16, 16, 16, 16)
        self.pages.setSpacing(14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        controls = QWidget()
        controls.setLayout(form)
        form.setContentsMargins(20, 18, 20, 10)
        left = QVBoxLayout()
        left.setSpacing(0)
        beside = Scrolled(controls)
        beside.setMinimumWidth(LEAST)
        left.addWidget(beside, 1)
        left.addLayout(buttons)
        row.addLayout(left, 1)
        row.addWidget(Scrolled(backdrop, "backdrop"))
        resize_within_screen(self, 900, 720)
