"""Every Problem there is: provoked by a file, found at its exact place, said in both languages."""

from __future__ import annotations

import ast
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest

from desktop.content.checking import check
from desktop.model.problem import Problem, Severity
from tests.content.library import CARET, ORG, SVG, assessment, caret, quiz, scenario, write
from tests.content.policy_cases import CODES as POLICY_CODES

C, L, Q = "courses/k/course.md", "courses/k/01-a.md", "quizzes/q.md"
S, A, P = "quizzes/s.md", "quizzes/a.md", "org.toml"
W = "courses/weg-hr.md"
OK = "## Frage\n<!-- item: id=ok -->\n- (x) ja\n- ( ) nein\n\n"
TODAY = date(2026, 11, 22)

Case = tuple[str, dict[str, str | bytes]]


def lesson(text: str) -> dict[str, str | bytes]:
    return {L: f"# Titel\n\n{text}"}


def items(text: str, head: str = "") -> dict[str, str | bytes]:
    return {Q: quiz(text, head)}


def scenes(text: str, head: str = "") -> dict[str, str | bytes]:
    return {S: scenario(text, head)}


def way(body: str, head: str = "audience: [hr]\n") -> dict[str, str | bytes]:
    return {W: f"---\ntype: path\ntitle: Weg\n{head}---\n{body}"}


STEP = "1. [Anfang](k/01-a.md)\n"


def course(head: str) -> dict[str, str | bytes]:
    return {C: f"---\ntitle: Kurs\n{head}---\n"}


# The caret ‸ stands where the Problem must point; without one it is the first character of the only file given.
CASES: list[Case] = [
    ("file-too-large", {L: b"# A\n" + b"x" * 2_000_001}),
    ("not-utf8", {L: b"# A\n\nGr\xfc\xdfe\n"}),
    ("front-matter-missing", {C: f"{CARET}# Kurs\n"}),
    ("front-matter-not-closed", {C: f"{CARET}---\ntitle: Kurs\n"}),
    ("yaml-invalid", {C: f"---\ntitle: 'a' {CARET}b\n---\n"}),
    (
        "yaml-colon",
        {C: f"---\ntitle: Wichtig{CARET}: erst lesen\n---\n"},
    ),
    ("yaml-tab", {C: f"---\ntitle: Kurs\ncertificate:\n{CARET}\ttemplate: x\n---\n"}),
    ("yaml-bare-sign", {C: f"---\ntitle: {CARET}@home\n---\n"}),
    ("yaml-not-closed", {C: f"---\naudience: {CARET}[a, b\ntitle: Kurs\n---\n"}),
    ("yaml-alias", {C: f"---\naudience: {CARET}&a [x]\n---\n"}),
    ("yaml-tag", {C: f"---\ntitle: {CARET}!!python/name:os.system x\n---\n"}),
    ("yaml-character", {C: f"---\ntitle: a{CARET}\x07b\n---\n"}),
    ("yaml-key", {C: f"---\n{CARET}[a, b]: c\n---\n"}),
    ("yaml-key-twice", {C: f"---\ntitle: a\n{CARET}title: b\n---\n"}),
    ("yaml-second-document", {C: f"---\ntitle: a\n{CARET}--- x\n---\n"}),
    ("yaml-too-complex", {C: "---\n" + f"{CARET}x: " + "[" * 600 + "\n---\n"}),
    ("yaml-no-mapping", {C: f"---\n{CARET}- a\n- b\n---\n"}),
    ("unknown-key", course(f"{CARET}sumary: x\n")),
    ("unknown-key-no-match", course(f"{CARET}farbe: x\n")),
    ("key-empty", course(f"{CARET}summary:\n")),
    ("key-only-in-original", {C.replace(".md", ".en.md"): f"---\ntitle: Course\n{CARET}version: 9\n---\n"}),
    ("no-text", course(f"summary: {CARET}[a]\n")),
    ("no-number", items(OK, f"mastery_score: {CARET}viel\n")),
    ("no-whole-number", items(OK, f"select: {CARET}1.5\n")),
    ("no-yes-or-no", items(OK, f"shuffle: {CARET}vielleicht\n")),
    ("no-date", course(f"reviewed: {CARET}2026-13-40\n")),
    ("no-list", course(f"audience: {CARET}alle\n")),
    ("audience-misspelt", course(f"audience: [alle, {CARET}fuehrng]\n")),
    ("no-mapping", course(f"certificate: {CARET}[x]\n")),
    ("out-of-range", items(OK, f"mastery_score: {CARET}120\n")),
    ("not-one-of", items(OK, f"feedback: {CARET}later\n")),
    ("id-invalid", course(f"id: {CARET}a b\n")),
    ("title-missing", {C: f"{CARET}---\nsummary: x\n---\n"}),
    ("type-missing", {Q: f"{CARET}---\nid: q\n---\n{OK}"}),
    ("type-unknown", {Q: f"---\nid: q\ntype: {CARET}quizz\n---\n{OK}"}),
    ("kind-differs", {Q: quiz(OK), "quizzes/q.en.md": f"---\nid: q\ntype: {CARET}scenario\n---\n## A\n"}),
    ("org-key-missing", lesson(f"An {CARET}{{{{ org.pres_contact }}}}.")),
    ("org-key-missing-no-match", lesson(f"An {CARET}{{{{ org.zzz }}}}.")),
    ("template-not-allowed", lesson(f"Viel {CARET}{{% for x in y %}}.")),
    ("template-invalid", lesson(f"Nichts {CARET}{{{{ }}}}.")),
    ("template-too-large", lesson("\n".join(["{{ org.name }}"] * 2000) + f"\n{CARET}{{{{ org.name }}}}")),
    ("toml-invalid", {P: f"[org]\nname = {CARET}Muster\n"}),
    ("org-table-missing", {P: f"{CARET}name = 'x'\n"}),
    ("org-value-no-text", {P: f"[org]\n{CARET}name = 5\n"}),
    ("org-value-too-long", {P: f"[org]\n{CARET}name = '{'x' * 501}'\n"}),
    ("org-key-invalid", {P: f'[org]\n"{CARET}a-b" = "x"\n'}),
    ("org-key-misspelt", {P: f"[org]\nname = 'x'\n  {CARET}press_contct = 'x'\n"}),
    ("course-without-lessons", {C: f"{CARET}---\ntitle: x\n---\n", L: b""}),
    (
        "duplicate-course-id",
        {"courses/z/course.md": f"{CARET}---\nid: k\ntitle: x\n---\n", "courses/z/01-a.md": "# A"},
    ),
    ("duplicate-lesson-id", {"courses/k/02-a.md": f"{CARET}# Noch eine\n"}),
    ("duplicate-quiz-id", {"quizzes/p.md": quiz(OK), Q: f"{CARET}{quiz(OK)}"}),
    ("quiz-missing", course(f"quiz: {CARET}fehlt\n")),
    ("quiz-missing-meant", {**course(f"quiz: {CARET}qq\n"), Q: quiz(OK)}),
    ("quiz-kind-differs", {**course(f"quiz: {CARET}s\n"), S: scenario("## Ende\n\nAus.\n")}),
    ("scenario-missing", lesson(f"<!-- scenario: {CARET}fehlt -->\n")),
    ("scenario-without-id", lesson(f"<!-- {CARET}scenario: -->\n")),
    ("reviewed-too-old", course(f"reviewed: {CARET}2025-11-22\n")),
    ("translation-without-original", {"courses/k/05-b.en.md": f"{CARET}# B\n"}),
    ("translation-item-missing", {Q: quiz(OK + OK.replace("=ok", "=b")), "quizzes/q.en.md": f"{CARET}{quiz(OK)}"}),
    (
        "translation-item-unknown",
        {Q: quiz(OK), "quizzes/q.en.md": quiz(OK + OK.replace("=ok", "=b").replace("Frage", f"{CARET}Frage"))},
    ),
    (
        "translation-differs",
        {Q: quiz(OK), "quizzes/q.en.md": quiz(f"## {CARET}Q\n<!-- item: id=ok -->\n- ( ) yes\n- (x) no\n")},
    ),
    ("html-removed", lesson(f"Ein {CARET}<script>alert(1)</script> Text.")),
    ("html-attribute-removed", lesson(f'Ein <b {CARET}onclick="x()">fetter</b> Text.')),
    ("image-remote", lesson(f"![x]({CARET}https://example.org/a.png)\n")),
    ("image-outside-course", lesson(f"![x]({CARET}../../geheim.png)\n")),
    ("image-missing", lesson(f"Text mit ![x]({CARET}media/fehlt.svg) darin.\n")),
    ("image-kind", {**lesson(f"![x]({CARET}media/a.exe)\n"), "courses/k/media/a.exe": "x"}),
    ("image-without-alt", {**lesson(f"![{CARET}](media/a.svg)\n"), "courses/k/media/a.svg": SVG}),
    ("link-dead", lesson(f"Siehe [dort]({CARET}09-fehlt.md).")),
    ("link-dead", lesson(f"Siehe [dort]({CARET}#nirgends).")),
    ("link-outside-course", lesson(f"Siehe [dort]({CARET}../../x.md).")),
    ("link-not-allowed", lesson(f"Siehe [dort]({CARET}javascript:alert).")),
    ("footnote-missing", lesson(f"Belegt.{CARET}[^q]\n")),
    ("footnote-unused", lesson(f"Text.\n\n{CARET}[^q]: Quelle\n")),
    ("footnote-outside-lesson", items(OK + f"> [!NOTE]\n> Belegt{CARET}[^q].\n\n[^q]: Quelle\n")),
    ("text-too-tangled", lesson(f"{CARET}" + "[" * 500)),
    ("callout-unknown", lesson(f"> [!{CARET}HINWEIS]\n> Text\n")),
    ("callout-misplaced", items(OK + f"> [!{CARET}WARNING]\n> Text\n")),
    ("details-not-closed", lesson(f"{CARET}<details>\n<summary>Mehr</summary>\n\nText\n")),
    (
        "details-too-deep",
        lesson("<details>\n<summary>x</summary>\n\n" * 6 + f"{CARET}<details>\n\n" + "</details>\n\n" * 7),
    ),
    ("details-without-summary", lesson(f"{CARET}<details>\n\nText\n\n</details>\n")),
    ("table-row-too-long", lesson(f"| a | b |\n|---|---|\n| 1 | 2 |{CARET} 3 |\n")),
    ("mark-misspelt", lesson(f"<!-- {CARET}quizz -->\n")),
    ("quiz-mark-not-closed", lesson(f"{CARET}<!-- quiz -->\n{OK}")),
    ("quiz-mark-not-opened", lesson(f"<!-- {CARET}/quiz -->\n")),
    ("quiz-mark-empty", lesson(f"{CARET}<!-- quiz -->\n\n<!-- /quiz -->\n")),
    ("quiz-without-items", {Q: f"{CARET}{quiz('Nur Text.')}".replace("Nur Text.", "")}),
    ("select-out-of-range", items(OK, f"select: {CARET}7\n")),
    ("item-without-id", items(f"## {CARET}Frage\n- (x) ja\n- ( ) nein\n")),
    ("item-outside-quiz", lesson(f"<!-- {CARET}item: id=x -->\n")),
    ("item-comment-twice", items(f"## Frage\n<!-- item: id=a -->\n{CARET}<!-- item: points=2 -->\n- (x) j\n- ( ) n\n")),
    ("duplicate-item-id", items(OK + OK.replace("id=ok", f"{CARET}id=ok"))),
    ("attribute-without-value", items(OK.replace("id=ok", f"id=ok {CARET}points"))),
    ("unknown-key", items(OK.replace("id=ok", f"id=ok {CARET}point=1"))),
    ("no-number", items(OK.replace("id=ok", f"id=ok {CARET}points=viel"))),
    ("out-of-range", items(OK.replace("id=ok", f"id=ok {CARET}penalty=2"))),
    ("item-without-answers", items(f"## {CARET}Frage\n<!-- item: id=a -->\nText\n")),
    ("item-without-right-answer", items(f"## {CARET}Frage\n<!-- item: id=a -->\n- ( ) a\n- ( ) b\n")),
    ("several-right-answers", items(f"## Frage\n<!-- item: id=a -->\n- (x) a\n- (x) {CARET}b\n")),
    ("answers-mixed", items(f"## Frage\n<!-- item: id=a -->\n- (x) a\n- [ ] {CARET}b\n")),
    ("type-differs", items(OK.replace("id=ok", f"id=ok {CARET}type=cloze"))),
    ("too-few-options", items(f"## {CARET}Frage\n<!-- item: id=a -->\n- (x) a\n")),
    ("too-few-pairs", items(f"## {CARET}Frage\n<!-- item: id=a -->\n- a -> b\n- -> c\n")),
    ("too-few-steps", items(f"## {CARET}Frage\n<!-- item: id=a type=ordering -->\n1. a\n")),
    (
        "true-false-needs-two",
        items(f"## {CARET}Frage\n<!-- item: id=a type=true-false -->\n- (x) a\n- ( ) b\n- ( ) c\n"),
    ),
    ("option-empty", items(f"## Frage\n<!-- item: id=a -->\n- (x) a\n- ( ){CARET}\n")),
    ("duplicate-option", items(f"## Frage\n<!-- item: id=a -->\n- (x) a\n- ( ) {CARET}a\n")),
    ("pair-without-right-side", items(f"## Frage\n<!-- item: id=a -->\n- a -> b\n- c ->{CARET}\n")),
    ("distractor-equals-answer", items(f"## Frage\n<!-- item: id=a -->\n- a -> b\n- c -> d\n- -> {CARET}b\n")),
    ("number-invalid", items(f"## Frage\n<!-- item: id=a type=numeric -->\n- = {CARET}viele\n")),
    ("numeric-needs-one", items(f"## Frage\n<!-- item: id=a type=numeric -->\n- = 1\n- = {CARET}2\n")),
    ("gap-empty", items(f"## Frage\n<!-- item: id=a -->\nText {CARET}[[a|]] weiter\n")),
    ("gap-with-one-choice", items(f"## Frage\n<!-- item: id=a -->\nText {CARET}[[(a)]] weiter\n")),
    ("feedback-not-indented", items(f"## Frage\n<!-- item: id=a -->\n- (x) a\n{CARET}> Gut.\n- ( ) b\n")),
    ("text-after-answers", items(OK + f"{CARET}Noch etwas.\n")),
    ("scenario-without-scenes", {S: f"{CARET}{scenario('Text')}"}),
    ("scene-missing", scenes(f"## Eins\n\n- [weiter]({CARET}#zwai)\n- [x](#zwei)\n\n## Zwei\n\nAus.\n")),
    ("link-dead", scenes(f"## Eins\n\n- [weiter]({CARET}#ganzwoanders)\n- [x](#zwei)\n\n## Zwei\n\nAus.\n")),
    ("scene-unreachable", scenes(f"## Eins\n\nAus.\n\n## {CARET}Zwei\n\nAus.\n")),
    ("loop-without-exit", scenes(f"## {CARET}Eins\n\n- [hin](#zwei)\n\n## Zwei\n\n- [her](#eins)\n")),
    ("choice-without-link", scenes(f"## Eins\n\n- [hin](#zwei)\n{CARET}- nirgends\n\n## Zwei\n\nAus.\n")),
    ("ending-without-debriefing", scenes(f"## Eins\n\n- [hin](#zwei)\n\n## {CARET}Zwei\n\n**A:** Tschüss.\n")),
    (
        "unknown-meter",
        scenes(f"## Eins\n\n- [hin](#zwei) <!-- {CARET}ruff=5 -->\n\n## Zwei\n\nAus.\n", "meters: {ruf: 5}\n"),
    ),
    ("unknown-meter-no-match", scenes(f"## Eins\n\n- [hin](#zwei) <!-- {CARET}ruf=5 -->\n\n## Zwei\n\nAus.\n")),
    (
        "meter-step-invalid",
        scenes(f"## Eins\n\n- [hin](#zwei) <!-- {CARET}ruf=viel -->\n\n## Zwei\n\nAus.\n", "meters: {ruf: 5}\n"),
    ),
    (
        "unknown-flag",
        scenes(f"## Eins\n\n- [hin](#zwei) <!-- {CARET}flag=eil -->\n\n## Zwei\n\nAus.\n", "flags: {eile: Eile}\n"),
    ),
    (
        "unknown-flag-no-match",
        scenes(f"## Eins\n\n- [hin](#zwei) <!-- {CARET}flag=xyz -->\n\n## Zwei\n\nAus.\n", "flags: {eile: Eile}\n"),
    ),
    ("scale-too-short", {A: assessment("", f"scale: {CARET}[ja]\ndimensions: {{}}\n")}),
    ("dimensions-missing", {A: assessment("", f"scale: [nein, ja]\ndimensions: {CARET}{{}}\n")}),
    ("dimension-without-bands", {A: assessment("", f"scale: [nein, ja]\ndimensions:\n  {CARET}d: {{title: D}}\n")}),
    (
        "band-order",
        {
            A: assessment(
                "",
                f"scale: [n, j]\ndimensions: {{d: {{bands: [{{upto: 60, text: a}}, {CARET}{{upto: 40, text: b}}]}}}}\n",
            )
        },
    ),
    ("band-end", {A: assessment("", f"scale: [n, j]\ndimensions: {{{CARET}d: {{bands: [{{upto: 60, text: a}}]}}}}\n")}),
    ("dimension-missing", {A: assessment(f"## {CARET}Satz\n<!-- item: id=x -->\n")}),
    (
        "unknown-dimension",
        {
            A: assessment(
                f"## Satz\n<!-- item: id=x {CARET}dimension=reht -->\n",
                "scale: [n, j]\ndimensions: {recht: {bands: [{upto: 100, text: a}]}}\n",
            )
        },
    ),
    ("unknown-dimension-no-match", {A: assessment(f"## Satz\n<!-- item: id=x {CARET}dimension=zzz -->\n")}),
    (
        "dimension-unused",
        {
            A: assessment(
                "## Satz\n<!-- item: id=x dimension=d -->\n",
                f"scale: [n, j]\ndimensions: {CARET}{{d: {{bands: [{{upto: 100, text: a}}]}},"
                " e: {bands: [{upto: 100, text: a}]}}\n",
            )
        },
    ),
    ("assessment-without-statements", {A: f"{CARET}{assessment('')}"}),
    (
        "lesson-unknown",
        {
            A: assessment(
                "## Satz\n<!-- item: id=x dimension=d -->\n",
                f"scale: [n, j]\ndimensions: {{d: {{lesson: {CARET}k/fehlt, bands: [{{upto: 100, text: a}}]}}}}\n",
            )
        },
    ),
    ("path-role-missing", {W: f"{CARET}---\ntype: path\ntitle: Weg\n---\n{STEP}"}),
    ("path-several-roles", way(STEP, f"audience: {CARET}[hr, alle]\n")),
    ("path-role-unknown", way(STEP, f"audience:\n  - {CARET}botschaffter\n")),
    ("path-role-unknown-no-match", way(STEP, f"audience: [{CARET}xyz]\n")),
    ("path-without-steps", way(f"{CARET}Nur Text.\n")),
    ("path-entry-without-link", way(f"{STEP}2. {CARET}Und dann üben.\n")),
    ("path-target-unknown", way(f"{STEP}2. [A]({CARET}k/01-b.md)\n")),
    ("path-target-unknown-no-match", way(f"{STEP}- [A]({CARET}q)\n")),
    ("path-target-outside", way(f"{STEP}- [A]({CARET}https://example.com/k/01-a.md)\n")),
    ("path-step-twice", way(f"{STEP}* [noch einmal]({CARET}./k/01-a.md)\n")),
    (
        "path-translation-differs",
        way(STEP) | {"courses/weg-hr.en.md": f"---\ntitle: Way\n---\n- [k]({CARET}k/course.md)\n"},
    ),
    (
        "duplicate-path-role",
        way(STEP) | {"courses/weg-personal.md": f"{CARET}---\ntype: path\ntitle: W\naudience: [hr]\n---\n{STEP}"},
    ),
    ("type-unknown", {W: f"---\ntype: {CARET}paht\ntitle: Weg\naudience: [hr]\n---\n{STEP}"}),
    ("translation-without-original", {"courses/weg-hr.en.md": f"{CARET}---\ntype: path\ntitle: Way\n---\n{STEP}"}),
]

# Said about what was asked for, not about a place in a file; each has a test of its own elsewhere.
ELSEWHERE = {
    "content-unusable": "raised by the application",
    "course-missing": "test_shelf",
    "lesson-missing": "test_shelf",
    "file-missing": "test_limits",
    "file-unreadable": "test_limits",
    "file-kind-unknown": "test_checking",
    "fix-left-out": "test_fixing",
    "fix-left-twin": "test_fixing",
    "nothing-to-check": "test_checking",
    "path-missing": "test_checking",
    **dict.fromkeys(POLICY_CODES, "test_policy"),
}
WARNINGS = {
    *(
        "audience-misspelt",
        "key-only-in-original",
        "reviewed-too-old",
        "html-attribute-removed",
        "image-without-alt",
        "footnote-unused",
    ),
    *(
        "footnote-outside-lesson",
        "callout-unknown",
        "callout-misplaced",
        "details-without-summary",
        "table-row-too-long",
    ),
    *(
        "mark-misspelt",
        "quiz-mark-empty",
        "item-without-id",
        "item-outside-quiz",
        "duplicate-option",
        "org-key-misspelt",
    ),
    *(
        "path-step-twice",
        "feedback-not-indented",
        "text-after-answers",
        "ending-without-debriefing",
        "dimension-unused",
    ),
}


def problems(root: Path) -> tuple[Problem, ...]:
    paths = [root / "courses", root / "quizzes"] + ([root / "org.toml"] if (root / "org.toml").exists() else [])
    return check([path for path in paths if path.exists()], org=ORG, today=TODAY)


@pytest.mark.parametrize(("code", "files"), CASES, ids=[f"{i}-{code}" for i, (code, _) in enumerate(CASES)])
def test_a_fault_is_found_at_its_place(code: str, files: dict[str, str | bytes], tmp_path: Path) -> None:
    if code == "course-without-lessons":
        write(tmp_path, files)
        (tmp_path / L).unlink()
    else:
        write(tmp_path, files)
    found = [p for p in problems(tmp_path) if p.code == code]
    assert found, [(p.code, p.place.line, p.place.column) for p in problems(tmp_path)]
    name, line, column = caret(files)
    if code == "not-utf8":
        name, line, column = L, 3, 3
    place = found[0].place
    assert (place.line, place.column) == (line, column), found[0]
    assert place.file == tmp_path / (name or next(iter(files)))
    assert found[0].severity is (Severity.WARNING if code in WARNINGS else Severity.ERROR)
    assert place.length >= 1


@pytest.mark.parametrize(("code", "files"), CASES, ids=[f"{i}-{code}" for i, (code, _) in enumerate(CASES)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_its_sentence_finds_all_it_names(
    code: str, files: dict[str, str | bytes], language: str, tmp_path: Path, assets: Path
) -> None:
    write(tmp_path, files)
    if code == "course-without-lessons":
        (tmp_path / L).unlink()
    entries = tomllib.loads((assets / "sentences" / language / "content.toml").read_text(encoding="utf-8"))
    for problem in problems(tmp_path):
        for text in entries[problem.code].values():
            wanted = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            assert wanted <= set(problem.data), f"{problem.code} has {dict(problem.data)}"
            assert all(isinstance(value, str) for value in problem.data.values())
            assert text.format_map(dict(problem.data))


def test_every_code_has_a_sentence_and_a_test(assets: Path, root: Path) -> None:
    """The codes are read from the source, so none can be raised that nobody wrote a sentence and a case for."""
    raised = codes_in(root / "desktop" / "content")
    tested = {code for code, _ in CASES} | set(ELSEWHERE)
    for language in ("de", "en"):
        entries = tomllib.loads((assets / "sentences" / language / "content.toml").read_text(encoding="utf-8"))
        assert raised <= set(entries), f"{language}: no sentence for {sorted(raised - set(entries))}"
        assert set(entries) <= tested, f"no test for {sorted(set(entries) - tested)}"
        assert set(entries) <= raised | {"content-unusable"}, f"never raised: {sorted(set(entries) - raised)}"


def test_both_languages_name_the_same_things(assets: Path) -> None:
    def placeholders(language: str) -> dict[str, tuple[set[str], set[str]]]:
        entries = tomllib.loads((assets / "sentences" / language / "content.toml").read_text(encoding="utf-8"))
        return {
            code: (set(entry), {n for text in entry.values() for _, n, _, _ in string.Formatter().parse(text) if n})
            for code, entry in entries.items()
        }

    assert placeholders("de") == placeholders("en")


CODE_CALLS = {
    *("error", "warning", "fault", "_fault", "_fault_at", "_refuse", "_RefusedError", "_wrong", "_about", "_unknown"),
    *("_doubles", "Target", "Problem"),
}


def codes_in(folder: Path) -> set[str]:
    found: set[str] = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in CODE_CALLS:
                for argument in node.args:
                    found |= {
                        c.value
                        for c in ast.walk(argument)
                        if isinstance(c, ast.Constant)
                        and isinstance(c.value, str)
                        and c.value.replace("-", "").isalnum()
                        and "-" in c.value
                        and c.value.islower()
                    }
    return found
