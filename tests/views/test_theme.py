"""Tokens: contrast computed again from the colours, never trusted from the file."""

import pytest

from desktop.views import layout, theme

PAIRS = theme.tokens()["contrast"]


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour[1:3]), linear(colour[3:5]), linear(colour[5:7])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_all_pairs_are_there() -> None:
    assert len(PAIRS) == 64


@pytest.mark.parametrize("name", [theme.LICHT, theme.DONKER, theme.HOOG_CONTRAST])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['voor']}-{pair['achter']}")
def test_contrast(pair: dict[str, str], name: str) -> None:
    colours = theme.make(name).colours
    found = contrast(colours[pair["voor"]], colours[pair["achter"]])
    assert found >= float(pair["minimum"])
    assert found == pytest.approx(float(pair[name]), abs=0.01)


@pytest.mark.parametrize("name", [theme.LICHT, theme.DONKER])
@pytest.mark.parametrize(
    ("front", "behind"),
    [
        ("op_accent", "accent"),
        ("op_accent", "accent_zweef"),
        ("accent_tekst", "vlak_inhoud"),
        ("accent_tekst", "vlak_raam"),
        ("accent_tekst", "accent_zacht"),
        ("tekst", "accent_zacht"),
        ("tekst_2", "accent_zacht"),
    ],
)
def test_the_plum_of_the_practice_profile_is_as_readable(name: str, front: str, behind: str) -> None:
    colours = theme.make(name, practice=True).colours
    assert colours["accent"] != theme.make(name).colours["accent"]
    assert contrast(colours[front], colours[behind]) >= 4.5


@pytest.mark.parametrize("name", [theme.LICHT, theme.DONKER, theme.HOOG_CONTRAST])
def test_the_style_sheet_and_palette_use_tokens_that_exist(name: str) -> None:
    look = theme.make(name)
    assert look.colours["lijn_sterk"] in theme.style_sheet(look)
    assert theme.palette(look).window().color().name().upper() == look.colours["vlak_inhoud"].upper()


@pytest.mark.parametrize(
    ("width", "factor", "expected"),
    [
        (1440, 1.0, layout.Room(True, True, True, True)),
        (1200, 1.0, layout.Room(False, False, True, True)),
        (900, 1.0, layout.Room(False, False, False, True)),
        (720, 1.0, layout.Room(False, False, False, False)),
        (1440, 2.0, layout.Room(False, False, False, False)),
        (1440, 1.5, layout.Room(False, False, False, True)),
    ],
)
def test_large_text_counts_as_a_narrow_window(width: int, factor: float, expected: layout.Room) -> None:
    assert layout.room_for(width, factor) == expected
