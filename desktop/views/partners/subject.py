"""The register as a list with a detail: searched by any word, with whom to call and mail."""

from __future__ import annotations

from collections.abc import Sequence

from desktop import dutch
from desktop.models.errors import Weigering
from desktop.models.queries.vacature_rows import PartnerRij
from desktop.models.rights import may_do
from desktop.models.values import fold
from desktop.views.partners import texts
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.tables.item_line import ItemLine

IN_USE, KIND, BY_KIND, EDIT, STOP, USE_AGAIN, FACTS = (
    "gebruik",
    "soort",
    "soort",
    "wijzig",
    "stop",
    "weer",
    "gegevens",
)
KINDS = "partner_soort"


class Partners(Subject[PartnerRij, PartnerRij]):
    """Everybody reads it and keeps it up to date."""

    key = "partners"
    tables = ("partner",)
    words = texts.WORDS
    orders = texts.ORDERS
    lists = (KINDS,)

    @property
    def filters(self) -> tuple[Filter, ...]:
        kinds = self.labels.options(KINDS)
        return (
            Filter(IN_USE, texts.IN_USE, texts.SAID_IN_USE),
            Filter(KIND, texts.KIND, texts.SAID_KIND, kinds, texts.ANY_KIND),
        )

    def _kind(self, row: PartnerRij) -> str:
        return self.labels.of(KINDS).get(row.soort, row.soort)

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[PartnerRij]:
        typed, kind = fold(choice.text).split(), choice.value(KIND)
        rows = [
            row
            for row in self.backend.partners(alleen_actief=choice.has(IN_USE))
            if (not kind or row.soort == kind) and all(word in self._said(row) for word in typed)
        ]
        return (
            sorted(rows, key=lambda row: (self._kind(row), fold(row.naam)))
            if choice.order == BY_KIND
            else rows
        )

    def _said(self, row: PartnerRij) -> str:
        words = (row.naam, row.contactnaam, row.email, row.telefoon, row.toelichting, self._kind(row))
        return fold(" ".join(word for word in words if word))

    def line(self, row: PartnerRij) -> ItemLine[PartnerRij]:
        detail = f"{self._kind(row)}  ·  {row.contactnaam or texts.NO_PERSON}"
        off = "" if row.actief else texts.NOT_IN_USE
        return ItemLine(row.id, row.naam, detail, off, subject=row, waits=row.wacht)

    def read_one(self, row_id: str) -> PartnerRij:
        rows = self.backend.partners(alleen_actief=False)
        row = next((one for one in rows if one.id == row_id), None)
        if row is None:
            raise Weigering("partner_onbekend", id=row_id)
        return row

    def sheet(self, found: PartnerRij) -> Sheet:
        about = tuple(fact for fact in _about(found) if fact.value)
        sections = [Section(texts.CONTACT, _contact(found), empty=texts.NO_CONTACT, id=found.id)]
        if about:
            sections.append(Section(texts.ABOUT, about, id=found.id))
        strip = StripWords(texts.USABLE, icon="overdracht")
        if not found.actief:
            strip = StripWords(texts.NOT_USABLE, texts.STAYS, icon="niet")
        return Sheet(
            found.id,
            found.naam,
            (self._kind(found),),
            strip,
            self._actions(found),
            tabs=(SheetTab(FACTS, texts.TAB, tuple(sections)),),
        )

    def _actions(self, row: PartnerRij) -> tuple[Action, ...]:
        if not may_do(self.backend.rol, "partner.wijzig"):
            return ()
        other = (
            Action(STOP, texts.STOP, "niet") if row.actief else Action(USE_AGAIN, texts.USE_AGAIN, "terug")
        )
        return (other, Action(EDIT, texts.EDIT, "potlood", filled=True))


def _contact(row: PartnerRij) -> tuple[Fact, ...]:
    who = row.contactnaam or row.naam
    found = [Fact(texts.PERSON, row.contactnaam)] if row.contactnaam else []
    if row.telefoon:
        number = dutch.phone(row.telefoon)
        found.append(Fact(texts.PHONE, number, f"tel:{row.telefoon}", texts.call(who, number)))
    if row.email:
        found.append(Fact(texts.MAIL, row.email, f"mailto:{row.email}", texts.mail(who)))
    return tuple(found)


def _about(row: PartnerRij) -> tuple[Fact, ...]:
    site = Fact(texts.SITE, "")
    if row.website:
        link = row.website if "://" in row.website else f"https://{row.website}"
        # Only what a browser opens: a link is text that somebody typed.
        link = link if link.startswith(("https://", "http://")) else ""
        site = Fact(texts.SITE, row.website, link, texts.visit(row.naam))
    return site, Fact(texts.NOTE, row.toelichting)
