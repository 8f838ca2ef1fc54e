from __future__ import annotations

import string
import tomllib
from pathlib import Path

import pytest

from desktop.rendering.sentences import Sentence, Sentences


def placeholders(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.fixture
def own(tmp_path: Path) -> Sentences:
    folder = tmp_path / "sentences" / "de"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text('[gone]\ntext = "„{file}“ fehlt."\nhint = "Suchen Sie {where}."\n', encoding="utf-8")
    (folder / "b.toml").write_text('[unexpected]\ntext = "Unerwartet: {code}"\n', encoding="utf-8")
    return Sentences(tmp_path, "de")


def test_a_code_becomes_a_sentence_with_its_values(own: Sentences) -> None:
    said = own.say("gone", {"file": "kurs.md", "where": "im Ordner"})
    assert said == Sentence("„kurs.md“ fehlt.", "Suchen Sie im Ordner.")


def test_a_missing_value_never_raises(own: Sentences) -> None:
    assert own.say("gone", {"file": "kurs.md"}).hint == "Suchen Sie …."


def test_an_unknown_code_says_that_something_unexpected_happened(own: Sentences) -> None:
    assert own.say("no-such-code").text == "Unerwartet: no-such-code"
    assert not own.knows("no-such-code")


def test_values_that_look_like_placeholders_stay_words(own: Sentences) -> None:
    assert own.say("gone", {"file": "{where}", "where": "x"}).text == "„{where}“ fehlt."


def test_without_any_file_the_code_itself_is_said(tmp_path: Path) -> None:
    assert Sentences(tmp_path, "en").say("store-full").text == "store-full"


def test_both_languages_say_the_same_codes_with_the_same_values(assets: Path) -> None:
    german, english = Sentences(assets, "de"), Sentences(assets, "en")
    assert german.codes() == english.codes()
    for language in ("de", "en"):
        for file in sorted((assets / "sentences" / language).glob("*.toml")):
            other = assets / "sentences" / ("en" if language == "de" else "de") / file.name
            mine = tomllib.loads(file.read_text(encoding="utf-8"))
            theirs = tomllib.loads(other.read_text(encoding="utf-8"))
            for code, entry in mine.items():
                assert entry["text"].strip(), f"{file.name}: {code} says nothing"
                assert placeholders(entry["text"] + entry.get("hint", "")) == placeholders(
                    theirs[code]["text"] + theirs[code].get("hint", "")
                ), f"{file.name}: {code}"


def test_no_code_is_said_twice(assets: Path) -> None:
    for language in ("de", "en"):
        seen: dict[str, str] = {}
        for file in sorted((assets / "sentences" / language).glob("*.toml")):
            for code in tomllib.loads(file.read_text(encoding="utf-8")):
                assert code not in seen, f"{code} stands in {seen[code]} and in {file.name}"
                seen[code] = file.name


def test_every_error_of_the_model_has_a_sentence(assets: Path) -> None:
    from desktop.model import errors

    classes = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    kinds = [kind for kind in classes if issubclass(kind, errors.KlartextError)]
    for language in ("de", "en"):
        sentences = Sentences(assets, language)
        missing = {kind.code for kind in kinds if not sentences.knows(kind.code)}
        assert not missing
