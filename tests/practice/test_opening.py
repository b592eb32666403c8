"""The oefenomgeving as a profile inside a profile: made, kept, made again when it was not whole, wiped."""

from pathlib import Path

import pytest

from desktop.compose import Place, enrol, open_laptop, open_practice, preferences, wipe_practice
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.practice import region
from desktop.preferences import Preferences


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "profiel", tmp_path / "sleutel")


def test_it_is_there_the_next_time_and_leaves_the_profile_alone(place: Place) -> None:
    with open_practice(place) as laptop:
        assert laptop.stand().oefen
        laptop.doe("werkgever.registreer", {"naam": "Geoefend B.V."})
    with open_practice(place) as laptop:
        assert laptop.stand().werkgevers == 61
        assert laptop.stand().wachtend == 1
    assert not place.profile.database.exists()
    assert not Path(str(place.key_file)).exists()
    with pytest.raises(Weigering, match="niet_aangemeld"), open_laptop(place):
        pass


def test_it_is_encrypted_with_a_key_of_its_own(place: Place) -> None:
    with open_practice(place):
        pass
    content = place.practice.profile.database.read_bytes()
    assert b"Lindehof" not in content
    assert not content.startswith(b"SQLite format 3")
    assert Path(str(place.practice.key_file)).exists()


def test_what_was_never_made_whole_is_made_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_off(*_args: object, **_more: object) -> None:
        raise EnvironmentFailure("schijf_vol")

    with monkeypatch.context() as patch:
        patch.setattr(region, "make", breaks_off)
        with pytest.raises(EnvironmentFailure), open_practice(place):
            pass
    with open_practice(place) as laptop:
        assert laptop.aantal_werkgevers(WerkgeverFilter()) == 60


def test_wiping_takes_the_folder_and_the_key(place: Place) -> None:
    with open_practice(place):
        pass
    wipe_practice(place)
    assert not place.practice.folder.exists()
    assert not Path(str(place.practice.key_file)).exists()
    wipe_practice(place)  # again does nothing
    with open_practice(place) as laptop:
        assert laptop.stand().wachtend == 0


def test_one_program_at_a_time(place: Place) -> None:
    locked = place.practice.profile.locked(0.05)
    with open_practice(place), pytest.raises(EnvironmentFailure, match="profiel_in_gebruik"), locked:
        pass


def test_a_person_who_practised_can_still_sign_in(place: Place) -> None:
    with open_practice(place):
        pass
    with pytest.raises(Weigering, match="centrum_adres"):
        enrol(place, "werkcentrum", "CODE")
    assert place.practice.folder.exists()


def test_settings_that_cannot_be_read_keep_nobody_out(place: Place) -> None:
    assert preferences(place) == Preferences()
    place.profile.make()
    (place.folder / "instellingen.json").write_text("{", encoding="utf-8")
    assert preferences(place) == Preferences()
