"""Whether a text names somebody: capitals and accents do not count, words do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.models.rules.naming import INSTEAD, MAYBE, SURELY, Called, named, without
from desktop.models.values import fold

DAAN, ROOS, MEES = Called("Daan", "P.", "WZ-100234"), Called("Roos", "V"), Called("Mees", None, "42")
ZOE, JAN_WILLEM, AL = Called("Zoë"), Called("Jan-Willem", "d"), Called("Al")


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("De ploegleider vond Daan te stil.", DAAN, SURELY),
        ("Daan was te laat.", DAAN, SURELY),
        ("DAAN WAS TE LAAT", DAAN, SURELY),
        ("vond daan te stil", DAAN, MAYBE),
        ("daan p. was te laat", DAAN, SURELY),
        ("Over Daan P gehad", DAAN, SURELY),
        ("Zie wz-100234 in Sonar.", DAAN, SURELY),
        ("Daans rooster past niet.", DAAN, MAYBE),
        ("Daan's rooster past niet.", DAAN, SURELY),
        ("Daantje en Jordaan", DAAN, None),
        ("Nummer WZ-1002345", DAAN, None),
        ("Er stond een roos op tafel.", ROOS, None),
        ("Ze sprak met Roos over het rooster.", ROOS, SURELY),
        ("Roos staat in bloei.", ROOS, MAYBE),
        ("roos belde", ROOS, MAYBE),
        ("Er stond een roos v. Dat was alles.", ROOS, SURELY),
        ("De kool en de mees. Mees belde.", MEES, MAYBE),
        ("Hij zag een mees", MEES, None),
        ("Hij werkt 42 uur", MEES, MAYBE),
        ("Sprak met zoe", ZOE, MAYBE),
        ("Sprak met Zoe", ZOE, SURELY),
        (unicodedata.normalize("NFD", "Sprak met Zoë"), ZOE, SURELY),
        ("Sprak met Jan Willem", JAN_WILLEM, SURELY),
        ("Sprak met JAN-WILLEM D.", JAN_WILLEM, SURELY),
        ("Jan en Willem", JAN_WILLEM, None),
        ("Als het kan, dan graag.", AL, None),
        ("Dat is al gedaan", AL, None),
        ("", DAAN, None),
    ],
)
def test_what_names_somebody(text: str, who: Called, expected: str | None) -> None:
    assert named(text, who) == expected


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzéëïö", min_size=2, max_size=9)
NAMES = LETTERS.map(str.capitalize)
PEOPLE = st.builds(
    Called,
    NAMES,
    st.none() | st.sampled_from("ABCXYZ"),
    st.none() | st.from_regex(r"[A-Z]{2}-[0-9]{5}", fullmatch=True),
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
GAPS = st.sampled_from([" ", ". ", "\n", " (", ") ", ", ", ": "])


def bare(word: str) -> str:
    """Without its accents, as a hurried hand writes it."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@given(PEOPLE, st.tuples(GAPS, GAPS), TEXTS, TEXTS, st.booleans())
@example(Called("Roos"), (" ", " "), "Zij en", "kwamen", False)
def test_a_name_with_its_capital_is_always_seen(
    who: Called, gaps: tuple[str, str], before: str, after: str, accents: bool
) -> None:
    name = who.roepnaam if accents else bare(who.roepnaam)
    assert named(f"{before}{gaps[0]}{name}{gaps[1]}{after}", who) is not None


@given(PEOPLE, TEXTS, TEXTS, st.sampled_from([str.lower, str.upper, str.title, bare]))
def test_name_and_initial_or_key_are_sure_however_they_are_written(
    who: Called, before: str, after: str, write: object
) -> None:
    assert callable(write)
    if who.initiaal:
        assert named(f"{before} {write(who.roepnaam)} {who.initiaal.lower()}. {after}", who) == SURELY
    if who.bron_id:
        assert named(f"{before} {write(who.bron_id)} {after}", who) == SURELY


@given(PEOPLE, st.lists(LETTERS, max_size=8))
def test_other_words_are_no_alarm(who: Called, words: list[str]) -> None:
    own = fold(who.roepnaam)
    others = [word for word in words if fold(word) not in (own, own + "s")]
    assert named(" ".join(others), who) is None
    assert named(" ".join(f"x{own}x" for _ in words), who) is None


@given(
    PEOPLE, TEXTS, st.lists(st.sampled_from(["naam", "klein", "initiaal", "sleutel", "woord"]), max_size=5)
)
def test_what_is_taken_out_is_not_seen_again(who: Called, text: str, parts: list[str]) -> None:
    said = {
        "naam": who.roepnaam,
        "klein": who.roepnaam.lower(),
        "initiaal": f"{who.roepnaam} {who.initiaal or ''}.",
        "sleutel": who.bron_id or "",
        "woord": "werkt",
    }
    whole = " ".join([text, *(said[part] for part in parts)])
    kept = without(whole, who)
    assert named(kept.replace(INSTEAD, ""), who) is None or fold(who.roepnaam) == "naam"
    if named(whole, who) is None:
        assert kept == unicodedata.normalize("NFC", whole)
