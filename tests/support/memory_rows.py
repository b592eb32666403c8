"""An invented region for the window's tests and pictures: seven gemeenten, twelve werkgevers, four
colleagues.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop.models.queries.rows import (
    ActieRij,
    AfspraakRij,
    CodeRij,
    ContactmomentRij,
    ContactpersoonRij,
    MedewerkerRij,
    RegieRij,
    VeldwijzigingRij,
    VestigingRij,
    WerkgeverKaart,
)

NOW = datetime(2026, 11, 17, 9, 42, tzinfo=UTC)
TODAY = date(2026, 11, 17)
REGION = "Gooi en Vechtstreek"


def uid(number: int) -> str:
    return f"0197f000-0000-7000-8000-{number:012d}"


KARIN, FATIMA, JOOST, YOUSSEF = uid(1), uid(2), uid(3), uid(4)
NAMES = {
    KARIN: "Karin Smit",
    FATIMA: "Fatima El Idrissi",
    JOOST: "Joost van Doorn",
    YOUSSEF: "Youssef Amrani",
}


def medewerkers() -> tuple[MedewerkerRij, ...]:
    return (
        MedewerkerRij(
            KARIN, NAMES[KARIN], "accountmanager", "Werkcentrum", "accountmanager", None, "0350000001", True
        ),
        MedewerkerRij(
            FATIMA, NAMES[FATIMA], "accountmanager", "Werkcentrum", "accountmanager", None, "0350000002", True
        ),
        MedewerkerRij(JOOST, NAMES[JOOST], "accountmanager", "UWV", "accountmanager", None, None, True),
        MedewerkerRij(
            YOUSSEF, NAMES[YOUSSEF], "bemiddelaar", "gemeente Hilversum", "jobhunter", None, None, True
        ),
    )


def codes(lijst: str) -> tuple[CodeRij, ...]:
    lists = {
        "gemeente": ("Blaricum", "Eemnes", "Gooise Meren", "Hilversum", "Huizen", "Laren", "Wijdemeren"),
        "onderwerp": (
            "Kennismaking",
            "Vacature",
            "Werk anders organiseren",
            "Proefplaatsing",
            "Nazorg",
            "Subsidies en instrumenten",
        ),
        "kanaal": ("bezoek", "telefoon", "email", "video", "evenement", "brief"),
        "actie_soort": ("actie", "toezegging", "contactverzoek", "bezoek"),
        "afspraak_soort": ("samenwerking", "nazorg", "werkervaringsplekken"),
        "segment": ("prospect", "actief", "preferred supplier", "smaakmaker", "slapend"),
        "rol_contactpersoon": ("HR", "directie", "leidinggevende"),
    }
    return tuple(CodeRij(lijst, word.lower().replace(" ", "_"), word) for word in lists.get(lijst, ()))


# naam, plaats, regiehouder, dagen sinds contact, kvk, sector, medewerkers, segment
_EMPLOYERS: tuple[tuple[str, str, str | None, int | None, str, str, int, str], ...] = (
    ("Bakkerij De Lindehof B.V.", "Hilversum", KARIN, 0, "69599084", "Bakkerij", 46, "smaakmaker"),
    ("Zorggroep Heidezicht", "Huizen", FATIMA, 1, "69599068", "Ouderenzorg", 210, "preferred supplier"),
    ("Houtbouw Eemvallei", "Eemnes", KARIN, 3, "69599106", "Bouw", 31, "actief"),
    ("Schoonmaakbedrijf Gooistad", "Hilversum", JOOST, 5, "69599114", "Schoonmaak", 88, "actief"),
    ("Jachtwerf Stichtse Kade", "Wijdemeren", None, 8, "69599122", "Scheepsbouw", 14, "prospect"),
    ("Kinderopvang De Speelboom", "Blaricum", KARIN, 12, "69599130", "Kinderopvang", 64, "actief"),
    ("Technisch Bureau Stam & Zn.", "Huizen", FATIMA, 19, "69599149", "Installatie", 27, "actief"),
    ("Hotel-restaurant De Gooische Boer", "Laren", KARIN, 34, "69599157", "Horeca", 52, "actief"),
    ("Transportbedrijf Van Ginneken", "Gooise Meren", JOOST, 41, "69599165", "Transport", 73, "actief"),
    ("Kwekerij Coöperatie Rozenlaan", "Laren", KARIN, 63, "69599173", "Tuinbouw", 19, "slapend"),
    ("Drukkerij Anno 1921", "Wijdemeren", None, 71, "69599181", "Grafisch", 11, "prospect"),
    ("Groencentrum Tafelbergweg", "Blaricum", KARIN, 88, "69599203", "Groen", 23, "slapend"),
    ("Gemeentewerken Huizen, afdeling Groen", "Huizen", None, None, "", "Overheid", 40, "prospect"),
)


def employers() -> list[WerkgeverKaart]:
    return [_employer(number, *row) for number, row in enumerate(_EMPLOYERS)]


def _employer(
    number: int,
    naam: str,
    plaats: str,
    holder: str | None,
    days: int | None,
    kvk: str,
    sector: str,
    staff: int,
    segment: str,
) -> WerkgeverKaart:
    since = date(2026, 3, 12) if holder == KARIN else date(2025, 9, 4) if holder else None
    return WerkgeverKaart(
        id=uid(100 + number),
        nummer=f"W-{number + 1:05d}",
        naam=naam,
        kvk_nummer=kvk or None,
        rsin=None,
        statutaire_naam=naam,
        handelsnamen=(),
        rechtsvorm="Besloten vennootschap" if "B.V." in naam else None,
        sbi_code=None,
        sbi_versie=None,
        sector=sector,
        werkzame_personen=staff,
        website=None,
        segment=segment,
        kenmerken=(),
        erkend_sbb_leerbedrijf=0,
        ind_non_mailing=False,
        actief=True,
        opheffing_datum=None,
        landelijk_of_regionaal=None,
        concern=None,
        niet_benaderen_tot=date(2027, 1, 1) if number == 1 else None,
        niet_benaderen_reden="reorganisatie" if number == 1 else None,
        plaats=plaats,
        gemeente_code=plaats.lower().replace(" ", "_"),
        gemeente=plaats,
        samengevoegd_met=None,
        bronsysteem=None,
        bron_id=None,
        versie=1,
        aangemaakt_op=NOW - timedelta(days=300),
        gewijzigd_op=NOW,
        regiehouder_id=holder,
        regiehouder=NAMES.get(holder or ""),
        regie_sinds=since,
        regie_gevraagd=False,
        wacht=number == 0,
    )


def branches(cards: list[WerkgeverKaart]) -> list[VestigingRij]:
    rows = [
        VestigingRij(
            uid(300 + n),
            card.id,
            card.naam,
            None,
            None,
            True,
            "Dorpsstraat",
            n + 1,
            None,
            "1217ZA",
            card.plaats,
            card.gemeente_code,
            card.gemeente,
            False,
            False,
        )
        for n, card in enumerate(cards)
    ]
    rows.append(
        VestigingRij(
            uid(350),
            cards[0].id,
            cards[0].naam,
            None,
            "Winkel Huizen",
            False,
            "Kerkstraat",
            8,
            None,
            "1271RK",
            "Huizen",
            "huizen",
            "Huizen",
            False,
            False,
        )
    )
    return rows


def persons(cards: list[WerkgeverKaart]) -> list[ContactpersoonRij]:
    def person(
        n: int,
        card: WerkgeverKaart,
        naam: str,
        functie: str,
        telefoon: str | None = None,
        tot: date | None = None,
    ) -> ContactpersoonRij:
        return ContactpersoonRij(
            uid(400 + n),
            card.id,
            card.naam,
            None,
            naam,
            functie,
            None,
            None,
            telefoon,
            None,
            None,
            date(2024, 1, 1),
            tot,
            False,
            None,
            1,
            False,
        )

    return [
        person(1, cards[0], "Anouk de Vries", "hr", "0350000123"),
        person(2, cards[0], "Herman Post", "directeur, belt liever zelf"),
        person(3, cards[0], "Sevda Yıldız", "teamleider expeditie"),
        person(4, cards[0], "Herma van Dijk", "hr", tot=date(2025, 5, 31)),
        person(5, cards[1], "Marjan Tol", "hr"),
    ]


def contacts(cards: list[WerkgeverKaart]) -> list[ContactmomentRij]:
    def contact(
        n: int,
        card: WerkgeverKaart,
        day: date,
        who: str,
        kanaal: str,
        people: tuple[str, ...],
        note: str,
        **more: object,
    ) -> ContactmomentRij:
        values: dict[str, object] = {
            "id": uid(500 + n),
            "werkgever_id": card.id,
            "werkgever": card.naam,
            "vestiging_id": None,
            "datum": day,
            "tijd": None,
            "medewerker_id": who,
            "medewerker": NAMES[who],
            "kanaal": kanaal,
            "richting": "wij",
            "onderwerp": None,
            "contact_gelukt": None,
            "buiten_regie": False,
            "aanleiding": None,
            "reden_buiten_regie": None,
            "notitie": note,
            "vertrouwelijk": False,
            "contactpersonen": people,
            "versie": 1,
            "wacht": False,
        } | more
        return ContactmomentRij(**values)  # type: ignore[arg-type]

    rows = [
        contact(
            1,
            cards[0],
            TODAY,
            KARIN,
            "bezoek",
            ("Anouk de Vries",),
            "Rondleiding door de nieuwe productiehal. Vanaf januari zoeken ze twee mensen voor de inpak, "
            "vroege dienst. "
            "Ervaring is niet nodig. Ze staan open voor een proefplaatsing.",
            tijd="09:10",
            wacht=True,
        ),
        contact(
            2,
            cards[0],
            date(2026, 9, 21),
            YOUSSEF,
            "telefoon",
            ("Anouk de Vries",),
            "Nazorg na drie maanden: het gaat goed op de expeditie. Het contract wordt verlengd tot maart.",
        ),
        contact(
            3,
            cards[0],
            date(2026, 6, 3),
            KARIN,
            "bezoek",
            ("Anouk de Vries", "Herman Post"),
            "Besproken hoe het werk anders kan: het vouwen van dozen apart organiseren. Herman wil eerst "
            "één proef op de expeditie.",
        ),
        contact(
            4,
            cards[1],
            date(2026, 11, 16),
            FATIMA,
            "bezoek",
            ("Marjan Tol",),
            "Heidezicht wil graag één vast gezicht en geen losse cv’s per mail.",
        ),
        contact(
            5,
            cards[1],
            date(2026, 11, 2),
            YOUSSEF,
            "telefoon",
            (),
            "Gevraagd of er plek is op de open dag van 26 november.",
            buiten_regie=True,
            aanleiding="andere_reden",
            reden_buiten_regie="Zij vroegen mij om een stand.",
        ),
        contact(
            6,
            cards[0],
            date(2025, 11, 4),
            JOOST,
            "email",
            (),
            "Kennismaking gemaild met een voorstel voor een afspraak.",
        ),
    ]
    for number, card in enumerate(cards[2:], start=2):
        days = _EMPLOYERS[number][3]
        if days is not None:
            who = card.regiehouder_id or YOUSSEF
            rows.append(
                contact(
                    10 + number, card, TODAY - timedelta(days=days), who, "telefoon", (), "Kort bijgepraat."
                )
            )
    return rows


def actions(cards: list[WerkgeverKaart]) -> list[ActieRij]:
    def action(
        n: int,
        card: WerkgeverKaart,
        soort: str,
        what: str,
        who: str,
        deadline: date | None,
        contact: str | None = None,
    ) -> ActieRij:
        return ActieRij(
            uid(600 + n),
            card.id,
            card.naam,
            contact,
            soort,
            what,
            None,
            who,
            NAMES[who],
            deadline,
            "te_verwerken",
            1,
            n == 1,
        )

    return [
        action(1, cards[0], "toezegging", "Drie profielen sturen", KARIN, date(2026, 11, 20), uid(501)),
        action(2, cards[0], "actie", "Uitleg no-riskpolis mailen", KARIN, date(2026, 11, 13)),
        action(3, cards[1], "actie", "Belt over twee vacatures", FATIMA, date(2026, 11, 19)),
        action(4, cards[2], "actie", "Vacature timmerman overdragen", KARIN, TODAY),
        action(5, cards[0], "bezoek", "Bezoek met Herman", KARIN, date(2026, 12, 3)),
    ]


def agreements(cards: list[WerkgeverKaart]) -> list[AfspraakRij]:
    return [
        AfspraakRij(
            uid(700),
            cards[0].id,
            cards[0].naam,
            "werkervaringsplekken",
            "Elk kwartaal twee plekken op de expeditie.",
            date(2026, 7, 1),
            date(2027, 7, 1),
            KARIN,
            NAMES[KARIN],
            "loopt",
            False,
        )
    ]


def regies(cards: list[WerkgeverKaart]) -> list[RegieRij]:
    rows = [
        RegieRij(
            uid(801),
            cards[0].id,
            cards[0].naam,
            JOOST,
            NAMES[JOOST],
            date(2024, 2, 1),
            date(2026, 3, 12),
            None,
        ),
        RegieRij(
            uid(802),
            cards[0].id,
            cards[0].naam,
            KARIN,
            NAMES[KARIN],
            date(2026, 3, 12),
            None,
            "Samen kennisgemaakt bij de bakkerij.",
        ),
    ]
    for number, card in enumerate(cards[1:], start=1):
        if card.regiehouder_id and card.regie_sinds:
            rows.append(
                RegieRij(
                    uid(810 + number),
                    card.id,
                    card.naam,
                    card.regiehouder_id,
                    card.regiehouder or "",
                    card.regie_sinds,
                    None,
                    None,
                )
            )
    return rows


def changes(cards: list[WerkgeverKaart]) -> list[VeldwijzigingRij]:
    at = datetime(2026, 9, 3, 8, 0, tzinfo=UTC)
    return [
        VeldwijzigingRij(
            uid(900), cards[0].id, "werkgever", "werkzame_personen", "38", "46", NAMES[FATIMA], at
        )
    ]
