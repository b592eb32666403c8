"""Words into lines: nothing gets lost, nothing sticks out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reports import fonts
from desktop.reports.house_style import house_style
from desktop.reports.paragraph import SHORTENED, Line, Run, line_width, wrap

CELL = house_style().cell
ITALIC = house_style().cell_italic


def text_of(lines: list[Line]) -> list[str]:
    return [" ".join(piece.text for piece in line) for line in lines]


@given(st.lists(st.text(max_size=200), max_size=4), st.floats(min_value=20, max_value=400))
@settings(max_examples=150, deadline=None)
def test_every_drawable_character_is_on_a_line_that_fits(texts: list[str], width: float) -> None:
    lines = wrap([Run(text, CELL) for text in texts], width, 10_000)
    kept = "".join("".join(text_of(lines)).split())
    assert kept == "".join("".join(fonts.clean(text).split("\n")).replace(" ", "") for text in texts).replace(
        fonts.clean("\N{NO-BREAK SPACE}"), ""
    ) or kept == "".join(" ".join(fonts.clean(text) for text in texts).split())
    assert all(line_width(line) <= width + 0.01 for line in lines if len(line[0].text) > 1)


def test_a_line_end_in_the_text_ends_the_line() -> None:
    assert text_of(wrap([Run("een\r\ntwee\n\n\ndrie", CELL)], 400, 20)) == ["een", "twee", "drie"]


def test_many_line_ends_are_given_up_before_words_are() -> None:
    lines = text_of(wrap([Run("\n".join(f"w{number}" for number in range(60)), CELL)], 250, 12))
    assert len(lines) <= 12
    assert "w0 · w1" in lines[0]
    assert lines[-1].endswith("w59")


def test_text_that_is_cut_off_says_so() -> None:
    lines = text_of(wrap([Run("woord " * 500, CELL)], 250, 5))
    assert len(lines) == 5
    assert lines[-1] == SHORTENED


def test_two_letters_in_one_line_stand_beside_each_other() -> None:
    (line,) = wrap([Run("Rondleiding.", CELL), Run("Nog niet verzonden.", ITALIC)], 300, 3)
    assert [piece.style for piece in line] == [CELL, ITALIC]
    assert line[1].x >= line[0].x + CELL.width(line[0].text)


def test_names_that_may_not_break_do_not() -> None:
    assert (
        text_of(wrap([Run("met Anouk\N{NO-BREAK SPACE}de\N{NO-BREAK SPACE}Vries", CELL)], 60, 9))[0] == "met"
    )


def test_what_the_letter_cannot_draw_becomes_one_sign() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert fonts.clean(f"a {family} b") == f"a {fonts.REPLACEMENT} b"
    assert fonts.clean("漢字 en ©\ufe0f") == f"{fonts.REPLACEMENT} en ©"
    assert fonts.clean("\ud800") == fonts.REPLACEMENT


def test_what_cannot_be_seen_disappears() -> None:
    assert fonts.clean("a\u202eb\x00c\u200bd\u00ade") == "abcde"


def test_accents_stay_and_loose_ones_are_joined() -> None:
    assert fonts.clean("Zoe\u0308 ï ĳ Ĳ ı ş") == "Zoë ï ĳ Ĳ ı ş"
