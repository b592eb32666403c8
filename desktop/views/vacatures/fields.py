"""The fields of a vacature in its forms: what is asked at once, and what stands behind *Meer gegevens*."""

from __future__ import annotations

from desktop.models.commands.vacature import RIJBEWIJZEN
from desktop.models.rules.vacature import EMPLOYED_BY_ANOTHER
from desktop.views.forms import sources
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import Lines
from desktop.views.forms.inputs import CHOICE, DAY, NOTE, NUMBER, SEARCH, SEVERAL, SUGGEST, FieldSpec
from desktop.views.vacatures import texts

WHERE = FieldSpec(
    "werkgever_id",
    texts.WHICH_EMPLOYER,
    SEARCH,
    source=sources.employers(),
    required=True,
    missing=texts.EMPLOYER_MISSING,
)
NAME = FieldSpec("naam", texts.NAME, required=True, limit=120, missing=texts.NAME_MISSING)
_KIND = FieldSpec(
    "soort",
    texts.KIND,
    CHOICE,
    lijst="vacature_soort",
    width=2,
    placeholder=texts.CHOOSE_KIND,
    required=True,
    missing=texts.KIND_MISSING,
)
_FORMAL = FieldSpec(
    "formele_werkgever_id",
    texts.FORMAL,
    SEARCH,
    hint=texts.FORMAL_HINT,
    source=sources.employers(),
    only=("soort", EMPLOYED_BY_ANOTHER),
)
_PLACES = FieldSpec("aantal_plaatsen", texts.PLACES, NUMBER)
_CLOSES = FieldSpec("sluitingsdatum", texts.CLOSES, DAY, span=Span.AHEAD)
MAIN: Lines = (
    (_KIND, _PLACES),
    (_FORMAL,),
    (FieldSpec("beroep", texts.BEROEP, SUGGEST, limit=120, source=sources.beroepen()),),
    (
        FieldSpec("uren_min", texts.HOURS_FROM, NUMBER),
        FieldSpec("uren_max", texts.HOURS_TO, NUMBER),
        FieldSpec("plaats", texts.TOWN, limit=70, width=2),
    ),
    (_CLOSES,),
    (FieldSpec("omschrijving", texts.DESCRIPTION, NOTE, limit=2000),),
)
MORE: Lines = (
    (
        FieldSpec(
            "beroepsklasse", texts.CLASS, CHOICE, lijst="beroepsklasse", placeholder=texts.CHOOSE_CLASS
        ),
        FieldSpec("niveau", texts.LEVEL, CHOICE, lijst="niveau", placeholder=texts.CHOOSE_LEVEL),
    ),
    (
        FieldSpec("contract", texts.CONTRACT, CHOICE, lijst="contract"),
        FieldSpec("postcode", texts.POSTCODE),
    ),
    (FieldSpec("aanvang", texts.STARTS, DAY), FieldSpec("einde", texts.ENDS, DAY)),
    (
        FieldSpec("taal_mondeling", texts.SPOKEN, CHOICE, lijst="taalniveau"),
        FieldSpec("taal_schriftelijk", texts.WRITTEN, CHOICE, lijst="taalniveau"),
    ),
    (
        FieldSpec(
            "rijbewijs",
            texts.LICENCE,
            SEVERAL,
            source=sources.fixed(tuple((code, code) for code in RIJBEWIJZEN)),
        ),
    ),
    (FieldSpec("vervoer", texts.TRANSPORT, SEVERAL, lijst="vervoer"),),
    (FieldSpec("salaris", texts.SALARY, limit=100),),
    (FieldSpec("arbeidsvoorwaarden", texts.CONDITIONS, NOTE, limit=2000),),
)
NOTE_LINE = (FieldSpec("toelichting", texts.NOTE, NOTE, hint=texts.NOTE_HINT, limit=1000),)
