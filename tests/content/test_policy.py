"""The policy file: what it says is taken over, what is wrong in it is named with line and help, the rest stays."""

from __future__ import annotations

import re
import string
import tempfile
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.checking import check
from desktop.content.logo import read_logo
from desktop.content.policy import FILE_NAME, KEYS, read_policy
from desktop.content.profile import KEYS as ORG_KEYS
from desktop.model.path import ROLES
from desktop.model.policy import Mandatory, Policy
from desktop.model.problem import Problem, Severity
from tests.content.library import SVG, caret
from tests.content.policy_cases import CASES, LOGOS, WHOLE
from tests.rights import bound_by_rights

WARNINGS = {"policy-windows-path", "policy-folder-unreachable", "org-key-misspelt"}
GOOD = """\
[company]
name = "Nordwind AG"
logo = "nordwind.svg"
accent = "#005aa0"
privacy_contact = "datenschutz@nordwind.example"

[courses]
folders = ["kurse", '/srv/kurse', "~/kurse"]
quizzes = ["tests"]

[[mandatory]]
course = "vertraulichkeit"
until = 2027-03-31

[[mandatory]]
course = "seiten-admins"
roles = ["seiten-admins"]

[[mandatory]]
course = "social-media"
roles = ["hr", "alle"]

[certificates]
drop_folder = "hr"

[learner]
role = "botschafter"

[org]
press_contact = "presse@nordwind.example"
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / FILE_NAME
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes, *, windows: bool = False) -> tuple[Policy, tuple[Problem, ...]]:
    found = read_policy(written(folder, text), windows=windows)
    assert found.value is not None, found.problems
    return found.value, found.problems


def test_a_whole_policy_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "jana"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "jana"))
    policy, problems = read(tmp_path, GOOD)
    assert problems == ()
    assert (policy.name, policy.accent, policy.role) == ("Nordwind AG", "#005AA0", "botschafter")
    assert policy.source == tmp_path / FILE_NAME
    assert policy.logo == tmp_path / "nordwind.svg"
    assert policy.course_folders == (tmp_path / "kurse", Path("/srv/kurse"), tmp_path / "jana" / "kurse")
    assert policy.quiz_folders == (tmp_path / "tests",)
    assert policy.drop_folder == tmp_path / "hr"
    assert policy.mandatory == (
        Mandatory("vertraulichkeit", date(2027, 3, 31)),
        Mandatory("seiten-admins", None, ("seiten-admins",)),
        Mandatory("social-media"),
    )
    assert policy.org == {
        "name": "Nordwind AG",
        "privacy_contact": "datenschutz@nordwind.example",
        "press_contact": "presse@nordwind.example",
    }


def test_the_profile_names_itself_where_it_can(tmp_path: Path) -> None:
    policy, _ = read(tmp_path, "[company]\nname = 'Nordwind AG'\n[org]\nname = 'Nordwind Akademie'\n")
    assert (policy.name, policy.org["name"]) == ("Nordwind AG", "Nordwind Akademie")


@pytest.mark.parametrize("text", ["", "# nichts\n", "\ufeff[company]\n", "[company]\r\nname = 'x'\r\n"])
def test_an_empty_file_a_mark_and_windows_line_ends_are_no_fault(tmp_path: Path, text: str) -> None:
    policy, problems = read(tmp_path, text)
    assert problems == ()
    assert policy.name == ("x" if "name" in text else "")


@pytest.mark.parametrize(("code", "text"), CASES, ids=[f"{n}-{code}" for n, (code, _) in enumerate(CASES)])
def test_a_fault_is_found_at_its_place_and_said(code: str, text: str, tmp_path: Path, assets: Path) -> None:
    path = written(tmp_path, text.replace("‸", ""))
    found = [p for p in check([path], org={}) if p.code == code]
    assert found, [(p.code, p.place.line, p.place.column) for p in check([path], org={})]
    _, line, column = caret({FILE_NAME: text})
    assert [(p.place.file, p.place.line, p.place.column) for p in found] == [(path, line, column)]
    assert found[0].severity is (Severity.WARNING if code in WARNINGS else Severity.ERROR)
    fully_said(found[0], assets)


@pytest.mark.parametrize(("code", "data"), WHOLE, ids=[code for code, _ in WHOLE])
def test_a_file_that_is_none_is_refused_as_a_whole(code: str, data: bytes, tmp_path: Path, assets: Path) -> None:
    found = read_policy(written(tmp_path, data))
    assert found.value is None
    assert [p.code for p in found.problems] == [code]
    fully_said(found.problems[0], assets)


def test_a_huge_file_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with path.open("wb") as file:
        file.truncate(10_000_000)
    assert [p.code for p in read_policy(path).problems] == ["policy-too-large"]


def test_a_folder_in_its_place_and_a_file_without_rights_are_said(tmp_path: Path, assets: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    (problem,) = read_policy(tmp_path / FILE_NAME).problems
    assert problem.code == "policy-is-folder"
    fully_said(problem, assets)
    locked = written(tmp_path / FILE_NAME, GOOD)
    locked.chmod(0)
    with bound_by_rights():
        assert [p.code for p in read_policy(locked).problems] == ["file-unreadable"]


def test_each_bad_value_alone_is_left_out(tmp_path: Path) -> None:
    policy, problems = read(
        tmp_path,
        GOOD.replace('"Nordwind AG"', "7").replace('"#005aa0"', '"blau"').replace("2027-03-31", "true"),
    )
    assert {p.code for p in problems} == {"policy-no-text", "policy-accent", "policy-no-date"}
    assert (policy.name, policy.accent) == ("", "")
    assert policy.mandatory[0] == Mandatory("vertraulichkeit")
    assert policy.privacy_contact
    assert len(policy.mandatory) == 3
    assert len(policy.course_folders) == 3


def test_a_course_for_a_misspelt_role_does_not_become_mandatory_for_everyone(tmp_path: Path) -> None:
    policy, problems = read(tmp_path, "[[mandatory]]\ncourse = 'a'\nroles = ['furung']\n")
    assert [p.code for p in problems] == ["policy-role"]
    assert policy.mandatory == ()


@pytest.mark.parametrize("text", ["\\\\server\\hr$\\kurse", "C:\\Kurse", "//server/kurse", "kurse\\neu"])
def test_windows_paths_stay_as_they_are_on_windows(tmp_path: Path, text: str) -> None:
    policy, problems = read(tmp_path, f"[courses]\nfolders = ['{text}']\n", windows=True)
    assert problems == ()
    assert str(policy.course_folders[0]).endswith(text.removeprefix("/"))


def test_a_home_that_nobody_knows_is_no_crash(tmp_path: Path) -> None:
    policy, _ = read(tmp_path, "[certificates]\ndrop_folder = '~niemand-heisst-so/hr'\n")
    assert policy.drop_folder == tmp_path / "~niemand-heisst-so" / "hr"


@pytest.mark.parametrize(("code", "name", "data"), LOGOS, ids=[f"{n}-{one[0]}" for n, one in enumerate(LOGOS)])
def test_a_faulty_logo_is_said(code: str, name: str, data: bytes | None, tmp_path: Path, assets: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    found = read_logo(tmp_path / name)
    assert found.value is None
    assert [p.code for p in found.problems] == [code]
    fully_said(found.problems[0], assets)
    path = written(tmp_path, f"[company]\nlogo = '{name}'\n")
    assert code in {p.code for p in check([path], org={})}


def test_a_logo_that_is_a_folder_is_said(tmp_path: Path, assets: Path) -> None:
    (tmp_path / "logo.png").mkdir()
    (problem,) = read_logo(tmp_path / "logo.png").problems
    assert problem.code in ("logo-unreadable", "logo-missing")
    fully_said(problem, assets)


@pytest.mark.parametrize(
    "text",
    [
        SVG,
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n' + SVG,
        SVG.replace("/>", '><defs><path id="a"/></defs><use href="#a"/><g fill="url(#b)"/></svg>'),
    ],
)
def test_a_usual_svg_is_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / "logo.svg").write_text(text, encoding="utf-8")
    assert read_logo(tmp_path / "logo.svg").value == text.encode()


def test_a_checked_folder_with_a_policy_in_it_is_checked_with_it(tmp_path: Path) -> None:
    written(tmp_path, "[compny]\n")
    assert [p.code for p in check([tmp_path], org={})] == ["policy-table-unknown-meant"]
    (tmp_path / "courses" / "k").mkdir(parents=True)
    (tmp_path / "courses" / "k" / "course.md").write_text("---\ntitle: K\n---\n", encoding="utf-8")
    (tmp_path / "courses" / "k" / "01-a.md").write_text("# A\n\nText.\n", encoding="utf-8")
    assert [p.code for p in check([tmp_path], org={})] == ["policy-table-unknown-meant"]


PARTS = st.sampled_from(
    [
        *(f"[{table}]\n" for table in KEYS),
        *(f"[[{table}]]\n" for table in KEYS),
        *(f"{key} = " for keys in KEYS.values() for key in keys),
        *(
            "'alle'\n",
            '"\\u0007"\n',
            "1979-05-27\n",
            "['a', 5, ['b']]\n",
            "{ a = 1 }\n",
            "'''\n",
            '"',
            "\n",
            "= ",
            ".",
            "#",
        ),
        *("'\\\\server'\n", "'%X%'\n", "'~'\n", "inf\n", "07:32:00\n", "\0", "\ufeff", "\r"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PARTS, max_size=20).map("".join), st.text(max_size=200)))
def test_whatever_stands_in_it_gives_a_policy_or_problems(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read_policy(written(Path(folder), text.encode(errors="surrogatepass")))
        assert found.value is not None or found.problems
        for problem in found.problems:
            assert problem.place.line >= 1
            assert problem.place.column >= 1


def fully_said(problem: Problem, assets: Path) -> None:
    """Both languages have a sentence for it, and every value in the sentence is filled."""
    for language in ("de", "en"):
        entry = tomllib.loads((assets / "sentences" / language / "content.toml").read_text(encoding="utf-8"))[
            problem.code
        ]
        wanted = {name for text in entry.values() for _, name, _, _ in string.Formatter().parse(text) if name}
        assert wanted <= set(problem.data), problem.code


def test_the_template_is_valid_and_names_every_key(tmp_path: Path, assets: Path) -> None:
    text = (assets / "klartext.example.toml").read_text(encoding="utf-8")
    policy, problems = read(tmp_path, text, windows=True)
    assert problems == ()
    given = tomllib.loads(text)
    for table, keys in KEYS.items():
        named = set().union(*given[table]) if table == "mandatory" else set(given[table])
        assert set(keys) <= named, table
    assert set(ORG_KEYS) <= set(given["org"])
    assert set(given) == set(KEYS)
    assert len(policy.course_folders) == 2
    _, elsewhere = read(tmp_path, text, windows=False)
    assert {p.code for p in elsewhere} == {"policy-windows-path"}


def test_the_template_lists_all_roles_and_real_courses(assets: Path) -> None:
    text = (assets / "klartext.example.toml").read_text(encoding="utf-8")
    for role in ROLES:
        assert re.search(rf"\b{role}\b", text), role
    for entry in tomllib.loads(text)["mandatory"]:
        assert (assets.parent / "courses" / entry["course"] / "course.md").is_file()


def test_the_readme_explains_every_key(assets: Path) -> None:
    section = (assets.parent / "README.md").read_text(encoding="utf-8").split("## For companies")[1].split("\n## ")[0]
    for table, keys in KEYS.items():
        assert f"[{table}]" in section
        for key in keys:
            assert f"`{key}`" in section, key
