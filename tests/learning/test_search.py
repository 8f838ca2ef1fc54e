"""Finding by folded words: umlauts, parts of words, slips of the finger, and the best on top."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.folding import Places, clean, fold
from desktop.learning.nearness import letters, near, slips, slips_allowed
from desktop.learning.search import Index, IndexMaker
from desktop.learning.snippets import LONGEST, ranges_in, snippet
from desktop.model.search import Hit, Passage, SearchEntry, SearchKind, Target

WORDS = st.text(st.sampled_from("aäeouübßs ."), max_size=40)


def index_of(*entries: SearchEntry) -> Index:
    return IndexMaker(entries).index()


def lesson(title: str, *texts: str, heading: str = "") -> SearchEntry:
    passages = tuple(Passage(text, heading) for text in texts)
    return SearchEntry(SearchKind.LESSON, title, "Kurs", passages, Target("kurs", title))


def titles(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.title for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.snippet_ranges]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ueber", "Über"),
        ("über", "ueber"),
        ("strasse", "Straße"),
        ("STRASSE", "straße"),
        ("cafe", "Café"),
        ("datenschutz grundverordnung", "Datenschutz-Grundverordnung"),
        ("geschaefts", "Ge\u00adschäfts"),
        ("u\u0308ber", "Über"),
    ],
)
def test_the_same_word_is_found_however_it_is_spelled(typed: str, written: str) -> None:
    (hit,) = index_of(lesson("Lektion", f"Ein Satz mit {written} darin.")).find(typed, 5)
    assert hit.exact
    assert marked(hit)


def test_a_part_inside_a_word_is_found_and_only_that_part_is_marked() -> None:
    (hit,) = index_of(lesson("Lektion", "Der Datenschutz gilt.")).find("schutz", 5)
    assert marked(hit) == ["schutz"]


def test_the_whole_sharp_s_and_the_whole_umlaut_are_marked() -> None:
    assert ranges_in("Straße", ("stras",)) == ((0, 5),)
    assert ranges_in("Über", ("u",)) == ((0, 1),)


@pytest.mark.parametrize("typed", ["vertraulichkiet", "vertaulichkeit", "vertrauliichkeit", "vertraulichkeot"])
def test_a_slip_in_a_long_word_is_forgiven_and_said_to_be_a_guess(typed: str) -> None:
    (hit,) = index_of(lesson("Lektion", "Es geht um Vertraulichkeit.")).find(typed, 5)
    assert marked(hit) == ["Vertraulichkeit"]
    assert not hit.exact


@pytest.mark.parametrize("typed", ["pst", "pots", "vretrauilhckeit"])
def test_short_words_and_many_slips_are_not_forgiven(typed: str) -> None:
    assert index_of(lesson("Lektion", "Der Post über Vertraulichkeit.")).find(typed, 5) == ()


def test_slips_are_only_forgiven_where_little_was_found() -> None:
    index = index_of(*(lesson(f"Kanal {n}", "Ein Kanal.") for n in range(3)), lesson("Kanel", "Kanel"))
    assert "Kanel" not in titles(index.find("kanal", 9))
    assert "Kanel" in titles(index_of(lesson("Kanel", "Kanel")).find("kanal", 9))


def test_title_stands_above_heading_above_text() -> None:
    index = index_of(
        lesson("Eins", "Vom Chat ist die Rede."),
        lesson("Zwei", "Anderes.", heading="Im Chat"),
        lesson("Der Chat", "Anderes."),
    )
    assert titles(index.find("chat", 5)) == ["Der Chat", "Zwei", "Eins"]


def test_all_words_stand_above_some_and_a_whole_word_above_a_part() -> None:
    index = index_of(
        lesson("Chat Chat Chat", "Chat."),
        lesson("Eins", "Ein Chat ist ein Chat, und die Gruppe liest mit."),
        lesson("Zwei", "Die Plauderchatecke."),
    )
    assert titles(index.find("chat gruppe", 5))[0] == "Eins"
    assert titles(index.find("chat", 5))[-1] == "Zwei"


def test_the_sentence_shown_is_the_one_that_holds_most_words() -> None:
    text = "Ein Chat ist privat. Im Chat der Gruppe liest z. B. der Chef mit. Ende des Chats."
    (hit,) = index_of(lesson("Lektion", text)).find("chat gruppe", 5)
    assert hit.snippet == "Im Chat der Gruppe liest z. B. der Chef mit."
    assert hit.target.passage == text


def test_a_hit_in_the_title_alone_leads_to_the_beginning() -> None:
    (hit,) = index_of(lesson("Der Chat", "Anderes steht hier.")).find("chat", 5)
    assert hit.title_ranges == ((4, 8),)
    assert hit.target.passage == ""


def test_a_long_sentence_is_cut_around_the_match() -> None:
    text = "Wort " * 100 + "Nadel " + "Heu " * 100
    words, ranges = snippet(text, ("nadel",))
    assert len(words) <= LONGEST + 4
    assert [words[a:b] for a, b in ranges] == ["Nadel"]
    assert words.startswith("… ")
    assert words.endswith(" …")


def test_at_most_so_many_of_each_kind() -> None:
    index = index_of(*(lesson(f"Chat {n}") for n in range(20)), SearchEntry(SearchKind.TERM, "Chat", "", (), Target()))
    kinds = [hit.kind for hit in index.find("chat", 4)]
    assert kinds.count(SearchKind.LESSON) == 4
    assert kinds.count(SearchKind.TERM) == 1


def test_what_may_not_be_seen_is_neither_found_nor_suggested() -> None:
    index = index_of(SearchEntry(SearchKind.QUESTION, "Geheimnis?", "", (), Target(), item_id="k-1"))
    assert index.find("geheimnis", 5, lambda _: False) == ()
    assert index.suggest("geheimnus") == ""
    assert titles(index.find("geheimnis", 5)) == ["Geheimnis?"]
    assert index_of(lesson("Geheimnis")).suggest("geheimnus") == "Geheimnis"


@pytest.mark.parametrize("query", ["", "   ", "?!…", "\u00ad"])
def test_a_query_without_letters_finds_nothing(query: str) -> None:
    assert index_of(lesson("Lektion", "Text.")).find(query, 5) == ()


@given(st.text(), st.text(max_size=30), st.text(max_size=30))
def test_nothing_typed_and_nothing_written_breaks_it_and_ranges_lie_inside(text: str, title: str, query: str) -> None:
    for hit in index_of(lesson(title, text), lesson("Lektion", "Ein Satz.")).find(query, 5):
        for words, ranges in ((hit.title, hit.title_ranges), (hit.snippet, hit.snippet_ranges)):
            ends = [-1, *(place for pair in ranges for place in pair)]
            assert all(0 <= start < end <= len(words) for start, end in ranges)
            assert ends == sorted(ends)


@given(WORDS, st.data())
def test_every_word_and_every_part_of_it_is_found_exactly(text: str, data: st.DataObject) -> None:
    words = fold(clean(text)).split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(word) - 1))
    part = word[start : data.draw(st.integers(start + 1, len(word)))]
    (hit,) = index_of(lesson("–", text)).find(part, 5)
    assert hit.exact
    assert hit.snippet_ranges


@given(st.text() | WORDS)
def test_every_folded_character_leads_back_to_its_own(text: str) -> None:
    text = clean(text)
    letters_of = [(fold(letter), place) for place, letter in enumerate(text)]
    assert fold(text) == "".join(written for written, _ in letters_of)
    places = Places(text)
    wanted = [place for written, place in letters_of for _ in written]
    assert [places[n] for n in range(len(fold(text)))] == wanted


@given(st.text("abc", min_size=1, max_size=8), st.text("abc", min_size=1, max_size=8))
def test_slips_are_the_same_both_ways_and_none_between_equals(one: str, other: str) -> None:
    assert slips(one, other, 9) == slips(other, one, 9)
    assert (slips(one, other, 9) == 0) == (one == other)
    assert slips(one, other, 1) == min(slips(one, other, 9), 2)


@given(st.lists(st.text("abcd", min_size=5, max_size=11), max_size=20), st.text("abcd", min_size=5, max_size=11))
def test_the_vocabulary_misses_no_near_word(words: list[str], typed: str) -> None:
    most = slips_allowed(typed)
    found = near(words.__getitem__, [letters(word) for word in words], typed, most, limit=99)
    assert {word for word in words if 0 < slips(typed, word, most) <= most} <= {word for word, _ in found}
