"""The timeline and the header in words: every kind of entry, every state of the regie."""

from datetime import date

import pytest

from desktop.models.queries.day_rows import Dossier, ImportRij, SamenvoegingRij
from desktop.views.werkgevers import regie_choices, regie_words, timeline
from desktop.views.werkgevers.field_words import FieldWords, one_line
from desktop.views.werkgevers.timeline_entries import entry
from desktop.views.werkgevers.timeline_entry import CHANGE, GROUP, Entry, Setting
from tests.views import dossier_rows as rows
from tests.views.dossier_rows import FATIMA, JOOST, KARIN, NOW, TODAY

LABELS = FieldWords(
    {
        "segment": {"smaakmaker": "Smaakmaker"},
        "onderwerp": {"nazorg": "Nazorg"},
        "afspraak_soort": {"samenwerking": "Samenwerking"},
        "kanaal": {"e-mail": "E-mail"},
    },
    rows.NAMES,
    {"p1": "Anouk de Vries"},
)


def made(soort: str, rij: object, dag: date = TODAY, tijd: str | None = None, **more: object) -> Entry:
    at = Setting(more.pop("dossier", rows.dossier()), KARIN, TODAY, LABELS)  # type: ignore[arg-type]
    return entry(rows.row(soort, rij, dag, tijd, **more), at)


def test_a_contact_says_who_with_whom_about_what() -> None:
    found = made("contact", rows.contact(onderwerp="nazorg"), tijd="09:10", wacht=True)
    assert (found.title, found.who, found.topic) == (
        "Bezoek",
        "jij met Anouk de Vries (hr)",
        ", over nazorg",
    )
    assert (found.when, found.waits) == ("09:10", True)
    assert found.sentence == (
        "Bezoek jij met Anouk de Vries (hr), over nazorg, 09:10, Nog niet verzonden. Rondleiding door de hal."
    )


def test_a_contact_outside_the_regie_gives_its_reason() -> None:
    away = rows.contact(
        medewerker_id=FATIMA,
        medewerker=rows.NAMES[FATIMA],
        buiten_regie=True,
        reden_buiten_regie="Zij belden",
        vertrouwelijk=True,
        contact_gelukt=False,
        contactpersonen=(),
    )
    found = made("contact", away, date(2026, 9, 21))
    assert (found.who, found.when) == ("Fatima El Idrissi, niet bereikt", "ma 21\u00a0sep")
    assert found.lines == (("regie", "Reden: zij belden."),)
    assert found.marks == ("buiten de regie", "vertrouwelijk")


def test_what_came_of_a_contact_stands_below_it() -> None:
    done = rows.actie(id="a2", status="verwerkt", gevraagde_handeling="Uitleg mailen")
    found = made("contact", rows.contact(), acties=(rows.actie(), done))
    assert [text for _, text in found.lines] == [
        "Toezegging: drie profielen sturen. Jij, vóór vrijdag 20\u00a0november.",
        "Toezegging: uitleg mailen. Jij, afgerond.",
    ]


@pytest.mark.parametrize(
    ("action", "title", "who", "lines"),
    [
        (
            rows.actie(door_id=FATIMA, door=rows.NAMES[FATIMA]),
            "Toezegging",
            "Fatima El Idrissi aan jou",
            ["Vóór vrijdag 20\u00a0november."],
        ),
        (
            rows.actie(soort="bezoek", tijd="10:00"),
            "Bezoek gepland",
            "jij",
            ["Vrijdag 20\u00a0november om 10:00."],
        ),
        (rows.actie(soort="actie", deadline=date(2026, 11, 13)), "Actie", "jij", ["4 dagen te laat."]),
        (rows.actie(status="verwerkt", toelichting="Gestuurd"), "Toezegging nagekomen", "jij", ["Gestuurd"]),
        (rows.actie(soort="actie", status="vervallen", deadline=None), "Actie vervallen", "jij", []),
    ],
)
def test_an_action_says_how_it_stands(action: object, title: str, who: str, lines: list[str]) -> None:
    found = made("actie", action)
    assert (found.title, found.who, found.note) == (title, who, "Drie profielen sturen")
    assert [text for _, text in found.lines] == lines


def test_an_agreement_runs_or_ended() -> None:
    running = made("afspraak", rows.afspraak(tot=date(2027, 7, 1)), date(2026, 7, 1))
    assert (running.title, running.topic) == ("Afspraak", ", over samenwerking")
    assert running.lines == (("agenda", "Loopt tot 1\u00a0juli 2027."),)
    ended = made("afspraak", rows.afspraak(tot=TODAY, status="beeindigd"), date(2026, 7, 1))
    assert (ended.title, ended.lines) == (
        "Afspraak beëindigd",
        (("agenda", "Beëindigd op 17\u00a0november 2026."),),
    )


def test_a_regie_that_passed_on_names_both() -> None:
    first = rows.regie(1, JOOST, date(2024, 2, 1), date(2026, 3, 12))
    second = rows.regie(2, KARIN, date(2026, 3, 12), None, "Samen kennisgemaakt.")
    both = rows.dossier(regies=(second, first))
    passed = made("regie", second, date(2026, 3, 12), dossier=both)
    assert (passed.title, passed.who, passed.note) == (
        "Regie overgegaan",
        "van Joost van Doorn aan jou",
        "Samen kennisgemaakt.",
    )
    taken = made("regie", first, date(2024, 2, 1), dossier=both)
    assert (taken.title, taken.who) == ("Regie genomen", "Joost van Doorn")


def test_a_transfer_says_its_steps_and_the_answer() -> None:
    declined = rows.overdracht(FATIMA, KARIN, "geweigerd", antwoord="Te ver weg")
    found = made("overdracht", declined)
    assert (found.title, found.who) == ("Overdracht geweigerd", "van Fatima El Idrissi aan jou")
    assert [text for _, text in found.lines] == ["Te ver weg"]
    met = rows.overdracht(
        FATIMA, KARIN, "kennisgemaakt", aanvaard_op=date(2026, 11, 10), kennisgemaakt_op=TODAY
    )
    assert [text for _, text in made("overdracht", met).lines] == [
        "Aanvaard op 10\u00a0november.",
        "Kennisgemaakt vandaag.",
    ]


def test_a_change_that_was_merged_says_with_whose() -> None:
    alone = rows.wijziging("website", None, "a.nl")
    merged = rows.wijziging("website", None, "a.nl", samen_met="Karin Smit")
    plain = one_line([alone], FieldWords())
    assert one_line([merged], FieldWords()) == f"{plain}; samengevoegd met een wijziging van Karin Smit"


def test_import_and_merge_are_entries() -> None:
    imported = made("import", ImportRij("b1", "werkgevers.csv", 3, "Karin Smit", NOW))
    assert imported.note == "3\u00a0velden ingevuld of gewijzigd uit werkgevers.csv."
    merged = made("samenvoeging", SamenvoegingRij("w2", "Lindehof", "Karin Smit", NOW))
    assert (merged.title, merged.note) == ("Samengevoegd", "Lindehof ging hierin op.")


# -- fields -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (rows.wijziging("werkzame_personen", "38", "1046"), "Medewerkers: 38 werd 1.046"),
        (rows.wijziging("segment", None, "smaakmaker"), "Segment: Smaakmaker"),
        (rows.wijziging("website", "https://a.nl", None), "Website leeggemaakt"),
        (rows.wijziging("ind_non_mailing", "False", "True"), "Geen reclamepost: nee werd ja"),
        (
            rows.wijziging("niet_benaderen_tot", None, "2027-01-01"),
            "Niet benaderen tot: 1\u00a0januari 2027",
        ),
        (
            rows.wijziging("telefoon", "0350000123", None, tabel="contactpersoon", rij_id="p1"),
            "Telefoonnummer van Anouk de Vries leeggemaakt",
        ),
        (rows.wijziging("tot", None, "2026-12-01", tabel="afspraak"), "Loopt tot: 1\u00a0december 2026"),
        (rows.wijziging("naam", "Bakker", "2026-13-45 B.V."), "Naam: Bakker werd 2026-13-45 B.V."),
        (rows.wijziging("erkend_sbb_leerbedrijf", "0", "1"), "Erkend leerbedrijf: onbekend werd ja"),
        (
            rows.wijziging("toegewezen_aan_id", KARIN, JOOST, tabel="actie"),
            "Voor wie: Karin Smit werd Joost van Doorn",
        ),
    ],
)
def test_a_changed_field_is_said_in_words(change: object, said: str) -> None:
    assert LABELS.sentence(change) == said  # type: ignore[arg-type]


def test_fields_changed_together_are_one_quiet_line() -> None:
    several = (
        rows.wijziging("sector", None, "Bakkerij"),
        rows.wijziging("website", None, "https://a.nl"),
        rows.wijziging("concern", None, "Brood"),
    )
    two = made("wijziging", several[:2])
    assert (two.kind, two.title) == (
        CHANGE,
        "Sector: Bakkerij; Website: https://a.nl, door Fatima El Idrissi",
    )
    three = made("wijziging", several)
    assert three.title == "Sector: Bakkerij en nog 2 velden, door Fatima El Idrissi"
    assert len(three.lines) == 3


# -- the whole timeline -------------------------------------------------------------------------------


def shown(found: Dossier, *several: object, **more: object) -> list[tuple[str, str]]:
    made_rows = timeline.entries(several, Setting(found, KARIN, TODAY, LABELS), **more)  # type: ignore[arg-type]
    return [(one.kind, one.title) for one in made_rows]


def test_entries_stand_under_their_day_and_the_pinned_one_on_top() -> None:
    pinned = rows.contact(id="c9", vastgezet=True, datum=date(2026, 5, 29))
    found = timeline.entries(
        (rows.row("contact", rows.contact()), rows.row("contact", pinned, pinned.datum)),
        Setting(rows.dossier(vastgezet=(pinned,)), KARIN, TODAY, LABELS),
    )
    assert [one.title for one in found if one.kind == GROUP] == ["Vastgezet", "Vandaag", "Mei"]
    assert (found[1].note, found[1].when) == ("Rondleiding door de hal.", "vr 29\u00a0mei")
    assert (found[-1].note, found[-1].lines) == (
        "",
        (("bladwijzer", "Deze notitie staat vast bovenaan."),),
    )
    assert len({one.id for one in found}) == len(found)


def test_open_actions_stand_above_and_not_twice() -> None:
    late = rows.actie(id="a2", deadline=date(2026, 11, 13), gevraagde_handeling="Uitleg mailen")
    found = rows.dossier(acties=(rows.actie(), late))
    titles = [title for _, title in shown(found, rows.row("actie", late), with_open=True)]
    assert titles == ["Nog open", "Uitleg mailen", "Drie profielen sturen"]
    only = shown(found, rows.row("actie", late), kinds=frozenset({"actie"}))
    assert only == [(GROUP, "Vandaag"), ("entry", "Toezegging")]


# -- the header ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "holder", "then", "links"),
    [
        (
            rows.dossier(),
            "Jij hebt de regie, sinds 12\u00a0maart 2026.",
            "",
            ["Overdragen", "Waarneming instellen"],
        ),
        (
            rows.dossier(werkgever=rows.held_by(FATIMA)),
            "Fatima El Idrissi heeft de regie, sinds 12\u00a0maart 2026.",
            "",
            [],
        ),
        (rows.dossier(werkgever=rows.card()), "Niemand heeft de regie.", "", ["Regie vragen"]),
        (
            rows.dossier(werkgever=rows.card(regie_gevraagd=True)),
            "Jij vroeg de regie. Aangevraagd, nog niet bevestigd.",
            "",
            [],
        ),
        (
            rows.dossier(
                werkgever=rows.held_by(JOOST),
                overdracht=rows.overdracht(JOOST, KARIN, toelichting="Jij kent hen."),
            ),
            "Joost van Doorn draagt de regie aan jou over.",
            "Tot je aanvaardt, houdt Joost de regie. ‘Jij kent hen.’",
            ["Aanvaarden", "Weigeren"],
        ),
        (
            rows.dossier(overdracht=rows.overdracht(KARIN, FATIMA)),
            "Je draagt de regie over aan Fatima El Idrissi.",
            "Tot Fatima aanvaardt, houd jij de regie.",
            ["Intrekken"],
        ),
        (
            rows.dossier(overdracht=rows.overdracht(JOOST, KARIN, "aanvaard")),
            "Jij hebt de regie, sinds 12\u00a0maart 2026.",
            "Je nam de regie over van Joost van Doorn. Maak nu kennis bij de werkgever.",
            ["Kennismaking melden"],
        ),
        (
            rows.dossier(overdracht=rows.overdracht(JOOST, KARIN, "kennisgemaakt")),
            "Jij hebt de regie, sinds 12\u00a0maart 2026.",
            "Je nam de regie over van Joost van Doorn en maakte kennis. Rond de overdracht af.",
            ["Overdracht afronden"],
        ),
        (
            rows.dossier(werkgever=rows.held_by(JOOST), waarneming=rows.waarneming(JOOST, FATIMA)),
            "Fatima El Idrissi neemt waar voor Joost van Doorn, tot 30\u00a0november 2026.",
            "Joost van Doorn heeft de regie, sinds 12\u00a0maart 2026.",
            [],
        ),
        (
            rows.dossier(werkgever=rows.held_by(JOOST), waarneming=rows.waarneming(JOOST, KARIN)),
            "Jij neemt waar voor Joost van Doorn, tot 30\u00a0november 2026.",
            "Joost van Doorn heeft de regie, sinds 12\u00a0maart 2026.",
            [],
        ),
        (
            rows.dossier(waarneming=rows.waarneming(KARIN, FATIMA)),
            "Fatima El Idrissi neemt voor jou waar, tot 30\u00a0november 2026.",
            "Jij hebt de regie, sinds 12\u00a0maart 2026.",
            ["Overdragen", "Waarneming beëindigen"],
        ),
        (
            rows.dossier(werkgever=rows.card(), reservering=rows.reservering(FATIMA)),
            "Fatima El Idrissi benadert deze werkgever, tot 1\u00a0december 2026.",
            "Niemand heeft de regie.",
            ["Regie vragen"],
        ),
    ],
)
def test_the_regie_is_said_in_every_state(found: Dossier, holder: str, then: str, links: list[str]) -> None:
    strip = regie_words.strip(found, KARIN, TODAY)
    around = f"{then} Nog geen contact vastgelegd.".strip()
    assert (strip.holder, strip.around) == (holder, around)
    assert [link.words for link in regie_choices.links(found, KARIN, "accountmanager")] == links


def test_a_teamleider_assigns_and_a_bemiddelaar_does_nothing_about_the_regie() -> None:
    nobodys, theirs = rows.dossier(werkgever=rows.card()), rows.dossier(werkgever=rows.held_by(FATIMA))
    assert [one.words for one in regie_choices.links(nobodys, "m", "teamleider")] == ["Toewijzen"]
    assert [one.words for one in regie_choices.links(theirs, "m", "teamleider")] == [
        "Overdragen",
        "Toewijzen",
    ]
    assert regie_choices.links(nobodys, "y", "bemiddelaar") == ()
    assert (
        regie_choices.links(rows.dossier(overdracht=rows.overdracht(KARIN, JOOST)), "y", "bemiddelaar") == ()
    )


def test_what_was_and_what_will_be_stand_around_it() -> None:
    found = rows.dossier(
        laatste_contact=rows.contact(
            datum=date(2026, 9, 21), medewerker_id=FATIMA, medewerker=rows.NAMES[FATIMA]
        ),
        acties=(rows.actie(soort="bezoek", deadline=date(2026, 12, 3)),),
    )
    assert regie_words.strip(found, KARIN, TODAY).around == (
        "Laatste contact: Fatima El Idrissi kwam op 21\u00a0september langs. "
        "Gepland: jouw bezoek op 3\u00a0december."
    )


def test_rest_and_pressure_are_said_only_when_they_matter() -> None:
    quiet = rows.card(niet_benaderen_tot=date(2027, 1, 1), niet_benaderen_reden="reorganisatie")
    assert regie_words.strip(rows.dossier(werkgever=quiet, contacten_90_dagen=7), KARIN, TODAY).notices == (
        "Deze werkgever wil tot 1\u00a0januari 2027 geen contact. Reden: reorganisatie.",
        "7 contacten in 90 dagen. Overleg voor je weer contact zoekt.",
    )
    over = rows.card(niet_benaderen_tot=date(2026, 11, 16))
    assert regie_words.strip(rows.dossier(werkgever=over, contacten_90_dagen=6), KARIN, TODAY).notices == ()
