"""Where the policy is looked for, what it changes, and what whoever wrote it is told."""

from __future__ import annotations

import random
import string
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from desktop.app.policy import Laid, find_policy
from desktop.app.workspace import Workspace, open_workspace
from desktop.model.policy import Mandatory, Policy
from desktop.rendering.sentences import Sentences
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all, set_up

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="32"/>'


def laid(folder: Path, text: str) -> Laid:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "klartext.toml").write_text(text, encoding="utf-8")
    return find_policy((folder / "klartext.toml",))


def opened(place: Place, found: Laid) -> Workspace:
    return open_workspace(
        place.home,
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(1),
        policy=found.policy,
        policy_problems=found.problems,
    )


def test_without_a_file_there_is_no_policy_and_nothing_is_imported(tmp_path: Path) -> None:
    assert find_policy((tmp_path / "a" / "klartext.toml", tmp_path / "klartext.toml")) == Laid(Policy())
    code = (
        "import sys; from pathlib import Path; from desktop.app.policy import find_policy\n"
        f"find_policy((Path({str(tmp_path)!r}) / 'klartext.toml',))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"desktop.content.policy", "desktop.app.shares", "desktop.app.errands"} & set(done.stdout.split())


def test_the_first_place_counts_and_a_second_file_is_named(tmp_path: Path) -> None:
    for name in ("system", "beside"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "klartext.toml").write_text(f"[company]\nname = '{name}'\n", encoding="utf-8")
    places = (tmp_path / "system" / "klartext.toml", tmp_path / "beside" / "klartext.toml")
    found = find_policy(places)
    assert (found.policy.name, found.policy.source) == ("system", places[0])
    assert [(p.code, p.place.file) for p in found.problems] == [("policy-second", places[1])]
    assert find_policy(places[1:]).policy.name == "beside"


def test_a_file_that_cannot_be_used_is_still_named(tmp_path: Path, place: Place) -> None:
    found = laid(tmp_path, "[company\n")
    assert found.policy == Policy(source=tmp_path / "klartext.toml")
    with opened(place, found) as workspace:
        assert [p.code for p in workspace.employer.problems("de")] == ["toml-invalid"]
        assert workspace.library.outline(COURSE, "de")


def test_the_firms_name_and_words_reach_courses_and_certificate(tmp_path: Path, place: Place) -> None:
    place.home.mkdir()
    (place.home / "org.toml").write_text(
        "[org]\nname = 'Alt GmbH'\npress_contact = 'alt@alt.example'\nhr_contact = 'hr@alt.example'\n", encoding="utf-8"
    )
    found = laid(tmp_path / "p", "[company]\nname = 'Nordwind AG'\n[org]\npress_contact = 'presse@nordwind.example'\n")
    with opened(place, found) as workspace:
        values = workspace.library.profile.values
        assert (values["name"], values["press_contact"]) == ("Nordwind AG", "presse@nordwind.example")
        assert values["hr_contact"] == "hr@alt.example"
        assert "presse@nordwind.example" in str(workspace.library.course(COURSE, "de"))
        set_up(workspace)
        read_all(workspace)
        passed(workspace)
        _, sheet = workspace.certificates.preview(COURSE, "de")
        assert sheet.organisation == "Nordwind AG"


def test_a_mandatory_course_nobody_knows_is_told_with_its_line(tmp_path: Path, place: Place) -> None:
    found = laid(
        tmp_path,
        "# zugg\n[[mandatory]]\ncourse = 'zugg'\nuntil = 2027-01-31\n[[mandatory]]\ncourse = 'wetter'\n"
        "[[mandatory]]\ncourse = 'zug'\n",
    )
    assert found.policy.mandatory[0] == Mandatory("zugg", date(2027, 1, 31))
    with opened(place, found) as workspace:
        told = workspace.employer.problems("de")
        assert [(p.code, p.place.line) for p in told] == [
            ("policy-course-unknown-meant", 3),
            ("policy-course-unknown", 6),
        ]
        assert told[0].data["suggestion"] == "zug"


def test_what_became_of_the_accent_is_told(tmp_path: Path, place: Place) -> None:
    found = laid(tmp_path, "[company]\nname = 'x'\naccent = '#FFD500'\n")
    with opened(place, found) as workspace:
        told = workspace.employer.about_accent()
        assert workspace.employer.problems("de") == ()
        assert [(p.code, p.place.line) for p in told] == [
            ("accent-adjusted-light", 3),
            ("accent-adjusted-high-contrast", 3),
        ]
        said = Sentences(ASSETS, "de").say(told[0].code, told[0].data).text
        assert "#FFD500" in said
        assert told[0].data["used"] in said
    red = laid(tmp_path, "[company]\naccent = '#C00000'\n")
    with opened(place, red) as workspace:
        assert "accent-like-risk" in {p.code for p in workspace.employer.about_accent()}


def test_the_logo_is_kept_for_when_its_drive_is_away(tmp_path: Path, place: Place) -> None:
    found = laid(tmp_path, "[company]\nlogo = 'logo.svg'\n")
    (tmp_path / "logo.svg").write_bytes(SVG)
    with opened(place, found) as workspace:
        assert workspace.employer.logo(10) == SVG
        assert workspace.employer.problems("de") == ()
        # A drive that hangs: nobody waits, the copy is shown.
        assert workspace.employer.logo(0) in (SVG,)
    (tmp_path / "logo.svg").unlink()
    with opened(place, found) as workspace:
        assert workspace.employer.logo(10) is None
        assert [p.code for p in workspace.employer.problems("de")] == ["logo-missing"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_about_a_policy_can_be_filled(language: str) -> None:
    """The values are those that the code hands over; `tests/rendering` holds both languages against each other."""
    given = {
        "policy-second": {"file", "used"},
        "policy-course-unknown": {"file", "course"},
        "policy-course-unknown-meant": {"file", "course", "suggestion"},
        "course-replaced": {"file", "id", "other"},
        **{f"share-{word}": {"folder", "day"} for word in ("here", "looking", "away", "back")},
        **{f"share-{word}": {"folder"} for word in ("never", "empty", "too-large", "not-kept")},
    }
    file = ASSETS / "sentences" / language / "policy.toml"
    for code, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
        wanted = {name for text in entry.values() for _, name, _, _ in string.Formatter().parse(text) if name}
        known = given.get(code) or ({"asked", "used", "ratio"} if code.startswith("accent-") else None)
        if known is not None:
            assert wanted <= known, code


def test_the_system_goes_before_the_folder_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from desktop import __main__ as start

    system, beside = start.policy_places()
    assert "Klartext" in str(system)
    assert beside == start.BASE / "klartext.toml"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "klartext"))
    assert start.policy_places()[1] == (tmp_path / "klartext.toml").resolve()


@pytest.mark.usefixtures("bound")
def test_a_folder_that_may_not_be_entered_holds_no_policy(tmp_path: Path) -> None:
    closed = tmp_path / "zu"
    laid(closed, "[company]\nname = 'x'\n")
    closed.chmod(0)
    try:
        assert find_policy((closed / "klartext.toml",)) == Laid(Policy())
    finally:
        closed.chmod(0o700)
