"""Who sits and who signs: public bodies, signatories, the signature block."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct


class PublicBody(Struct, frozen=True):
    """A council, committee or board, with the forms in which it is printed.

    The genitives are stored with their article and never computed: houses print
    "des Ausschuss Klimaschutz …" as well as "des Kreisausschusses".
    """

    name: str
    genitive: str = ""
    owner_genitive: str = ""
    key: str = ""


class Capacity(StrEnum):
    """In which capacity somebody signs."""

    OFFICE = "office"
    DEPUTY = "deputy"
    BY_ORDER = "by-order"


class Signatory(Struct, frozen=True):
    """A person whose name stands under a notice, and the printed office."""

    name: str
    office: str = ""
    key: str = ""


class SignatureBlock(Struct, frozen=True):
    """Authority, place and date, name and office, and the lines they are printed in.

    ``date`` is the day of signature, not of printing. ``form`` holds one pattern a
    line (see ``wording``), an empty one being room for the signature. ``words`` are lines
    edited by hand and then stand instead of the form.
    """

    authority: str = ""
    place: str = ""
    date: dt.date | None = None
    signatory: Signatory | None = None
    capacity: Capacity = Capacity.OFFICE
    form: tuple[str, ...] = (
        "{authority}",
        "{place}, {date:dd.MM.yyyy}",
        "",
        "{capacity}",
        "{name}{, office}",
    )
    words: tuple[str, ...] | None = None
