"""A believable month of sample cases, done by invented people act by act."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.authority.people import Person, Role
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.desk.answers import Saved
from noticeeditor.desk.desk import Desk
from noticeeditor.desk.planning import office_calendar
from noticeeditor.notice.agenda import AgendaItem
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import Notice, NoticeKind
from noticeeditor.notice.wording import gap
from noticeeditor.store.contract import CaseStore, Filter, StoreError
from noticeeditor.workflow.acts import Act
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.journal import Step

CLERK = Person("demo-clerk", "Hanna Beispiel (Sachbearbeitung)", "demo-hanna", (Role.CLERK,))
REVIEWER = Person("demo-reviewer", "Georg Muster (Büro Landrätin)", "demo-georg", (Role.REVIEWER,))
SIGNATORY = Person("demo-signatory", "Büro der Landrätin", "demo-buero", (Role.SIGNATORY,))
PRESS = Person("demo-press", "Druckerei Vorlage", "demo-druck", (Role.PRINT_SHOP,))
_WHO = {
    Act.SUBMIT: CLERK,
    Act.RETURN: REVIEWER,
    Act.SIGN_OFF: SIGNATORY,
    Act.RELEASE: REVIEWER,
    Act.RECORD_PUBLICATION: PRESS,
    Act.WITHDRAW: CLERK,
    Act.REOPEN: CLERK,
}
_TO_PRINT = (Act.SUBMIT, Act.SIGN_OFF, Act.RELEASE)


class Sample(Struct, frozen=True):
    """A case of the demo: when it sits from today on, what it treats, and which acts were done."""

    days: int
    items: tuple[str, ...]
    acts: tuple[Act, ...] = ()
    reason: str = ""


_PUBLISHED = (*_TO_PRINT, Act.RECORD_PUBLICATION)
# in the order of the bodies of a district: council, executive committee, climate, health, youth, disabled people, the elderly
SAMPLES = (
    Sample(-21, ("Haushaltsplan und Haushaltssatzung, Beratung der Stellungnahmen", "Wahl eines Mitglieds des Jugendhilfeausschusses", "Anfrage der Fraktionen zum Breitbandausbau"), _PUBLISHED),
    Sample(-18, ("Vergabe der Dachsanierung am Thomas-Morus-Gymnasium", "Jahresrechnung, Prüfung und Entlastung"), _PUBLISHED),
    Sample(-14, ("Start des Linienbündels Kylltal", "Sachstand Deutschlandticket", "Bau von Radabstellanlagen an kreiseigenen Schulen – Umsetzung des Mobilitätskonzeptes"), _PUBLISHED),
    Sample(-10, ("Weiterentwicklung der Gesundheitsversorgung", "Vorstellung des Projekts „Gemeindeschwester plus“"), _PUBLISHED),
    Sample(-6, ("Kindertagesstättenbedarfsplan", "Zuschuss zum Umbau der Kita St. Laurentius", "Mittagsverpflegung an Ganztagsschulen"), _PUBLISHED),
    Sample(-3, ("Barrierefreie Haltestellen: Sachstand und Planung",), (Act.SUBMIT, Act.WITHDRAW), "Sitzung entfällt mangels Beratungsbedarf"),
    Sample(5, ("Pflegestrukturplanung, 2. Fortschreibung", "Wohnberatung im Kreishaus: Sprechzeiten"), _TO_PRINT),
    Sample(7, ("Müllgebühren ab dem kommenden Jahr", "Neubau der Rettungswache, Grundstücksfrage", "Resolution zum Erhalt der Eifelquerbahn"), _TO_PRINT),
    Sample(10, ("12. Änderung des Flächennutzungsplanes", "Antrag der Fraktion „Bürger für den Kreis“: Beleuchtung des Radweges an der K 33"), (Act.SUBMIT, Act.SIGN_OFF)),
    Sample(12, ("Das Klimaschutzmanagement berichtet über Neuigkeiten im Bereich des Klimaschutzes", "Kreisklimaschutzkonzept, Beschluss", "Nahverkehrsplan, Anhörung"), (Act.SUBMIT, Act.SIGN_OFF)),
    Sample(14, ("Ärztliche Versorgung im Oberen Kylltal", "Kulturförderung: Anträge der Vereine"), (Act.SUBMIT,)),
    Sample(16, ("Schulsozialarbeit, Verlängerung der Verträge", "Jugendpflege: Bericht"), (Act.SUBMIT,)),
    Sample(18, ("Teilhabeplan des Landkreises", "Induktive Höranlage im Sitzungssaal"), (Act.SUBMIT, Act.RETURN), "Bitte den Raum prüfen: Saal 15 ist an dem Tag belegt."),
    Sample(21, ("Seniorentag im Frühjahr", "Bürgerbus: Fahrplan und Ehrenamt"), (Act.SUBMIT, Act.RETURN), "Der Titel von Punkt 2 ist mit dem Fachbereich abzustimmen."),
    Sample(24, ("Satzung über die Entschädigung der Kreistagsmitglieder", "Katastrophenschutz: Beschaffung von zwei Gerätewagen"), (Act.SUBMIT, Act.SIGN_OFF, Act.REOPEN)),
    Sample(26, ("Wirtschaftsplan des Eigenbetriebs Abfallwirtschaft", "Sportstättenleitplanung")),
    Sample(28, ("Touristische Beschilderung der Vulkanstraße", "Förderung der Dorferneuerung")),
    Sample(30, ()),
)  # fmt: skip


def fill(store: CaseStore, profile: AuthorityProfile, now: dt.datetime) -> int:
    """Fill an empty store; return the number of cases, or raise ``StoreError`` where there is one already."""
    if store.summaries(Filter(limit=1)):
        raise StoreError("store.not-empty", path=str(getattr(store, "path", "")))
    bodies = [body.key for body in profile.bodies] or [""]
    for position, sample in enumerate(SAMPLES):
        _play(store, profile, now, sample, bodies[position % len(bodies)])
    _desk(store, profile, CLERK, now).draft_about(1, NoticeKind.CORRECTION)
    return len(SAMPLES) + 1


def _play(store: CaseStore, profile: AuthorityProfile, now: dt.datetime, sample: Sample, body: str) -> None:
    """Draft a case three weeks before its sitting, or lately, and do its acts day after day."""
    sits = _on_a_working_day(now + dt.timedelta(days=sample.days))
    issue = _issue(profile, sits.date())
    begun = min(sits - dt.timedelta(days=21), now - dt.timedelta(days=3))
    clerk = _desk(store, profile, CLERK, begun)
    case = clerk.draft(body, sits.date())
    assert isinstance(case, CaseFile)
    saved = clerk.save(case, _finished(case.notice, sample, sits.date(), issue), Step("items"))
    assert isinstance(saved, Saved)
    case = saved.case
    for position, act in enumerate(sample.acts, 1):
        at = begun + dt.timedelta(hours=20 * position)
        day = issue.appears if act is Act.RECORD_PUBLICATION else None
        if day:
            at = max(at, dt.datetime.combine(day, dt.time(9), now.tzinfo))
        case = _done(_desk(store, profile, _WHO[act], min(at, now)), case, act, sample.reason, day)


def _on_a_working_day(moment: dt.datetime) -> dt.datetime:
    """Return the moment, a week end put off to Monday."""
    return moment + dt.timedelta(days=7 - moment.weekday() if moment.weekday() > 4 else 0)


def _issue(profile: AuthorityProfile, sits: dt.date) -> GazetteIssue:
    """Return the last issue that appears before a sitting."""
    calendar = office_calendar(profile)
    issues = (issue for year in (sits.year - 1, sits.year) for issue in calendar.issues(year))
    return max((issue for issue in issues if issue.appears < sits), key=lambda issue: issue.appears)


def _done(desk: Desk, case: CaseFile, act: Act, reason: str, day: dt.date | None) -> CaseFile:
    answer = desk.act(case, act, reason=reason if act in {Act.RETURN, Act.WITHDRAW} else "", day=day)
    assert isinstance(answer, CaseFile), answer
    return answer


def _finished(notice: Notice, sample: Sample, sits: dt.date, issue: GazetteIssue) -> Notice:
    """Return the notice with its items behind the opening ones, its issue, and no gap left."""
    part, *others = notice.agenda.parts
    own = tuple(AgendaItem(f"demo-{n}", text) for n, text in enumerate(sample.items, 1))
    last = f"{sits - dt.timedelta(days=63):%d.%m.%Y}"
    standing = [replace(item, text=item.text.replace(gap("last_sitting"), last)) for item in part.items]
    first = replace(part, items=(*standing[:-1], *own, *standing[-1:]))
    sitting = replace(notice.sitting, time=notice.sitting.time or dt.time(15))
    agenda = replace(notice.agenda, parts=(first, *others))
    return replace(notice, sitting=sitting, agenda=agenda, issue=issue)


def _desk(store: CaseStore, profile: AuthorityProfile, person: Person, at: dt.datetime) -> Desk:
    return Desk(store, profile, person, lambda: at)
