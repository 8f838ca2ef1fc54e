from __future__ import annotations

from pathlib import Path

from desktop.app.checking import check_paths
from desktop.app.verifying import verify_paths
from desktop.model.certificate import VerdictName
from desktop.model.problem import Severity
from tests.app.kit import ASSETS, COURSE, WAGEN, Place, passed, read_all, set_up


def test_a_sound_course_has_nothing_to_complain_about(place: Place) -> None:
    report = check_paths([place.courses, place.quizzes], assets=ASSETS)
    assert report.problems == ()
    assert report.files == 8


def test_problems_come_by_file_and_line(place: Place) -> None:
    broken = WAGEN.replace("(x)", "( )") + "\n![](../../../geheim.svg)\n"
    place.write(place.courses / COURSE / "01-wagen.md", broken)
    place.write(place.courses / COURSE / "course.md", "ohne Kopf\n")
    report = check_paths([place.courses, place.quizzes], assets=ASSETS)
    places = [(str(p.place.file), p.place.line) for p in report.problems]
    assert places == sorted(places)
    assert {Path(file).name for file, _ in places} >= {"course.md"}
    assert any(p.severity is Severity.ERROR for p in report.problems)


def test_a_single_file_may_be_checked(place: Place) -> None:
    place.write(place.quizzes / "zug.md", "---\nid: zug\ntype: quiz\ntitel: Zug\n---\n")
    report = check_paths([place.quizzes / "zug.md"], assets=ASSETS)
    assert report.files == 1
    assert {p.place.file.name for p in report.problems} == {"zug.md"}


def test_the_firms_own_profile_is_used_and_checked(place: Place) -> None:
    place.write(place.home / "org.toml", '[org]\nname = "Zug AG"\n')
    report = check_paths([place.courses, place.quizzes], assets=ASSETS, home=place.home)
    assert any(p.data and "press_contact" in str(dict(p.data)) for p in report.problems), (
        "Zug AG names no press contact"
    )
    place.write(place.home / "org.toml", "[org\n")
    report = check_paths([place.courses, place.quizzes], assets=ASSETS, home=place.home)
    assert {p.place.file.name for p in report.problems} == {"org.toml"}, "the example stands in for a faulty profile"


def test_files_and_folders_become_verdicts(place: Place, tmp_path: Path) -> None:
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        passed(workspace)
        sealed = workspace.certificates.export(workspace.certificates.issue(COURSE, "de"), tmp_path / "a.pdf")
    inbox = tmp_path / "eingang"
    (inbox / "tief").mkdir(parents=True)
    data = sealed.read_bytes()
    (inbox / "gut.PDF").write_bytes(data)
    (inbox / "tief" / "anders.pdf").write_bytes(data.replace(b"%PDF-", b"%PDF-", 1) + b"\n")
    (inbox / "keins.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    (inbox / "notiz.txt").write_text("kein Zertifikat", encoding="utf-8")
    verdicts = verify_paths([inbox, sealed, tmp_path / "fehlt.pdf"])
    assert [(v.file.name, v.name) for v in verdicts] == [
        ("gut.PDF", VerdictName.SEALED),
        ("keins.pdf", VerdictName.NONE),
        ("anders.pdf", VerdictName.RESAVED),
        ("a.pdf", VerdictName.SEALED),
        ("fehlt.pdf", VerdictName.UNREADABLE),
    ]
    assert verify_paths([]) == ()
