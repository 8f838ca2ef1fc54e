from __future__ import annotations

import pytest

from desktop.model.errors import NotPossible
from desktop.model.learner import Settings, ThemeName
from tests.app.kit import Place, set_up


def test_nobody_is_known_before_the_first_start(place: Place) -> None:
    with place.open() as workspace:
        assert workspace.people.learner() is None
        assert workspace.people.settings() == Settings()
        assert workspace.people.notices() == ()
        assert workspace.people.data_folder == place.home


def test_who_set_up_is_known_after_a_restart(place: Place) -> None:
    wanted = Settings(language="en", theme=ThemeName.DARK, text_scale=150, motion=False)
    with place.open() as workspace:
        learner = workspace.people.set_up("  Jana\u00a0 Ortmann\n", wanted, " P-17 ")
        assert (learner.name, learner.personnel_ref) == ("Jana Ortmann", "P-17")
    with place.open() as workspace:
        assert workspace.people.learner() == learner
        assert workspace.people.settings() == wanted


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u200b", "\ud800"])
def test_a_name_is_needed(place: Place, name: str) -> None:
    with place.open() as workspace:
        with pytest.raises(NotPossible) as error:
            workspace.people.set_up(name, Settings())
        assert error.value.code == "name-missing"
        assert workspace.people.learner() is None


def test_a_name_has_to_fit_on_the_sheet(place: Place) -> None:
    with place.open() as workspace:
        with pytest.raises(NotPossible) as error:
            workspace.people.set_up("J" * 121, Settings())
        assert (error.value.code, error.value.data) == ("name-too-long", {"longest": "120"})
        with pytest.raises(NotPossible) as error:
            workspace.people.set_up("Jana", Settings(), "9" * 41)
        assert error.value.code == "personnel-ref-too-long"


def test_renaming_keeps_settings_and_progress(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        workspace.study.mark_read("zug", "wagen")
        workspace.people.rename("Jana Ortmann-Weber", "P-18")
    with place.open() as workspace:
        learner = workspace.people.learner()
        assert learner is not None
        assert (learner.name, learner.personnel_ref) == ("Jana Ortmann-Weber", "P-18")
        assert workspace.study.progress("zug", "wagen").read


@pytest.mark.parametrize(("asked", "kept"), [(90, 100), (100, 100), (175, 175), (300, 200)])
def test_text_size_stays_where_the_window_can_show_it(place: Place, asked: int, kept: int) -> None:
    with place.open() as workspace:
        assert workspace.people.change_settings(Settings(text_scale=asked)).text_scale == kept
        assert workspace.people.settings().text_scale == kept


def test_a_role_is_chosen_changed_and_kept_when_the_name_changes(place: Place) -> None:
    with place.open() as workspace:
        with pytest.raises(NotPossible) as error:
            workspace.people.choose_role("hr")
        assert error.value.code == "name-missing"
        assert workspace.people.set_up("Jana Ortmann", Settings(), role="botschafter").role == "botschafter"
        assert workspace.people.rename("Jana Weber", "P-1").role == "botschafter"
        assert workspace.people.choose_role("hr").name == "Jana Weber"
    with place.open() as workspace:
        learner = workspace.people.learner()
        assert learner is not None
        assert (learner.name, learner.personnel_ref, learner.role) == ("Jana Weber", "P-1", "hr")
        assert workspace.people.choose_role("").role == ""


def test_a_role_that_does_not_exist_is_none(place: Place) -> None:
    with place.open() as workspace:
        for act in (
            lambda: workspace.people.set_up("Jana", Settings(), role="emperor"),
            lambda: (workspace.people.set_up("Jana", Settings()), workspace.people.choose_role("emperor")),
        ):
            with pytest.raises(NotPossible) as error:
                act()
            assert (error.value.code, error.value.data) == ("role-unknown", {"role": "emperor"})
        assert workspace.people.learner() is not None
