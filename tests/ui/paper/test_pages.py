"""Pages as they are set and painted: nothing cut, nothing torn apart, black on white in every theme."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.app.workspace import Workspace, open_workspace
from desktop.model.course import Checklist, Lesson, Prose, Table, Task
from desktop.model.learner import Settings, ThemeName
from desktop.model.text import Rich
from desktop.rendering import paper
from desktop.rendering.theme import load_theme
from desktop.ui import printing
from desktop.ui.language import apply_language
from desktop.ui.paper.contents import checklist_content, lesson_content
from desktop.ui.paper.pages import Content, Pages, paginate
from desktop.ui.paper.slices import Slice
from desktop.ui.theme import apply_theme
from tests.app.kit import ASSETS, Clock
from tests.ui.pdf import pdf_pages, pdf_words

ROOT = Path(__file__).resolve().parents[3]
SHEETS = [
    ("grundlagen", "bevor-ich-poste"),
    ("konten-rollen", "vor-dem-start"),
    ("konten-rollen", "abschied"),
    ("krise-viral", "leck"),
]


@pytest.fixture
def shipped(tmp_path: Path, app: QApplication) -> Iterator[Workspace]:
    """A workspace on the courses as they are shipped."""
    there = open_workspace(
        tmp_path / "home",
        course_folders=[ROOT / "courses"],
        quiz_folders=[ROOT / "quizzes"],
        assets=ASSETS,
        clock=Clock(),
        rng=random.Random(1),
    )
    there.people.set_up("Jana Ortmann", Settings(language="de"))
    yield there
    there.close()


def content(workspace: Workspace, course: str, lesson: str, language: str, make: object = checklist_content) -> Content:
    outline = workspace.library.outline(course, language)
    return make(workspace, outline, workspace.library.lesson(course, lesson, language), language)  # type: ignore[operator]


def painted(pages: Pages, number: int, dots: int, name: str = "A4") -> QImage:
    """A whole sheet as an image; the colours of what was painted on transparent paper."""
    layout = printing.page_layout(name)
    image = QImage(layout.fullRectPixels(dots).size(), QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.translate(layout.paintRectPixels(dots).topLeft())
    pages.paint(painter, number)
    painter.end()
    return image


def ink_in(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    part = image.copy(left, top, right - left, bottom - top).convertToFormat(QImage.Format.Format_Grayscale8)
    step, wide = part.bytesPerLine(), part.width()
    data = bytes(part.constBits())
    return any(byte < 250 for row in range(part.height()) for byte in data[row * step : row * step + wide])


@pytest.mark.parametrize("paper_name", ["A4", "Letter"])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("course", "lesson"), SHEETS)
def test_each_shipped_checklist_is_one_page(
    shipped: Workspace, app: QApplication, course: str, lesson: str, language: str, paper_name: str
) -> None:
    apply_language(app, language, ASSETS)
    pages = printing.pages_for(content(shipped, course, lesson, language), printing.page_layout(paper_name))
    assert len(pages) == 1
    assert pages.measures.shrink >= 0.75, "type one can still read"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_shipped_lesson_fits_its_pages(shipped: Workspace, app: QApplication, language: str) -> None:
    apply_language(app, language, ASSETS)
    layout = printing.page_layout("A4")
    for outline in shipped.library.outlines(language):
        for one in outline.lessons:
            pages = printing.pages_for(content(shipped, outline.id, one.id, language, lesson_content), layout)
            body = pages.measures.height - pages.measures.hair(26)
            for page in pages.pages:
                assert page, f"{outline.id}/{one.id}: an empty page"
                bottoms = [placed.top + placed.slice.height for placed in page]
                assert max(bottoms) <= body + 1, f"{outline.id}/{one.id}: runs into the foot line"
                tops = [placed.top for placed in page]
                pairs = zip(bottoms, tops[1:], strict=False)
                assert all(top >= bottom - 1 for bottom, top in pairs), f"{outline.id}/{one.id}: overlaps"
            assert not pages.pages[-1][-1].slice.keep, "the last words wait for nothing"


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_paper_is_black_on_white_in_every_theme_and_text_size(
    shipped: Workspace, app: QApplication, theme: ThemeName
) -> None:
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT), 100)
    dots = 100
    layout = printing.page_layout("A4")
    expected = painted(printing.pages_for(content(shipped, *SHEETS[0], "de"), layout, dots), 0, dots)
    apply_theme(app, load_theme(ASSETS, theme), 200)
    image = painted(printing.pages_for(content(shipped, *SHEETS[0], "de"), layout, dots), 0, dots)
    assert image == expected, "what is printed does not depend on how the window looks"
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert 0xFFFFFFFF in colours
    assert all(c & 0xFF == c >> 8 & 0xFF == c >> 16 & 0xFF for c in colours), "no colours, no theme"
    assert min(c & 0xFF for c in colours) == 0, "black letters"


@pytest.mark.parametrize(("course", "lesson"), SHEETS)
def test_nothing_is_painted_into_the_margins(shipped: Workspace, course: str, lesson: str) -> None:
    dots = 150
    layout = printing.page_layout("A4")
    pages = printing.pages_for(content(shipped, course, lesson, "de"), layout, dots)
    image = painted(pages, 0, dots)
    area = layout.paintRectPixels(dots)
    assert ink_in(image, area.left(), area.top(), area.right(), area.bottom())
    edge = 3  # half a millimetre: a letter may reach over its own edge by a hair
    assert not ink_in(image, 0, 0, area.left() - edge, image.height())
    assert not ink_in(image, area.right() + edge, 0, image.width(), image.height())
    assert not ink_in(image, 0, 0, image.width(), area.top() - edge)
    assert not ink_in(image, 0, area.bottom() + edge, image.width(), image.height())


def lesson_of(*blocks: object) -> Content:
    return Content(title="Titel", above="Kurs", foot="Klartext", blocks=blocks)  # type: ignore[arg-type]


def test_a_line_to_tick_stays_with_its_box_over_many_pages() -> None:
    words = "Ein langer Satz, der umbricht und eine zweite und eine dritte Zeile braucht. " * 3
    tasks = tuple(Task(str(n), Rich(f"{n} {words}", f"{n} {words}")) for n in range(60))
    pages = printing.pages_for(lesson_of(Checklist(tasks)), printing.page_layout("A4"))
    assert len(pages) > 2
    for page in pages.pages:
        assert not page[-1].slice.keep, "the page ends with a whole entry"


def test_a_heading_is_never_the_last_of_a_page() -> None:
    html = "".join(f"<h2>Abschnitt {n}</h2><p>{'Ein Satz steht da. ' * 25}</p>" for n in range(30))
    pages = printing.pages_for(lesson_of(Prose(Rich(html, html))), printing.page_layout("A4"))
    assert len(pages) > 3
    assert not any(page[-1].slice.keep for page in pages.pages)


def test_a_table_begins_every_page_with_its_head(tmp_path: Path) -> None:
    rows = tuple((Rich(f"Zeile {n}", f"Zeile {n}"), Rich("Wort", "Wort")) for n in range(90))
    table = Table((Rich("Erste Spalte", "Erste Spalte"), Rich("Zweite", "Zweite")), rows)
    target = printing.save_pdf(lesson_of(table), "A4", tmp_path / "table.pdf")
    count = pdf_pages(target)
    assert count >= 3
    assert pdf_words(target).count("Erste Spalte") == count


def test_a_box_higher_than_a_page_is_let_go_of_line_by_line(tmp_path: Path) -> None:
    words = " ".join(f"Wort{n}" for n in range(4000))
    row = (Rich(words, words), Rich("kurz", "kurz"))
    table = Table((Rich("A", "A"), Rich("B", "B")), (row,))
    target = printing.save_pdf(lesson_of(table), "A4", tmp_path / "tall.pdf")
    found = pdf_words(target)
    assert pdf_pages(target) > 2
    assert all(f"Wort{n}" in found for n in range(0, 4000, 37))


def test_groups_stay_together_and_gaps_vanish_at_the_top() -> None:
    def one(height: float, keep: bool = False) -> Slice:
        return Slice(height, lambda *_: None, gap=10, keep=keep)

    pages = paginate([one(50), one(30, keep=True), one(30)], 100)
    assert [[placed.top for placed in page] for page in pages] == [[0], [0, 40]]
    pages = paginate([one(60, keep=True), one(60, keep=True), one(60)], 100)
    assert [len(page) for page in pages] == [1, 1, 1], "what is higher than a page is broken all the same"


def test_the_printed_checklist_says_where_it_comes_from(shipped: Workspace, app: QApplication, tmp_path: Path) -> None:
    apply_language(app, "de", ASSETS)
    shipped.study.tick("grundlagen", "bevor-ich-poste", "x", True)
    target = printing.save_pdf(content(shipped, *SHEETS[0], "de"), "A4", tmp_path / "blatt")
    assert target.name == "blatt.pdf"
    assert pdf_pages(target) == 1
    words = pdf_words(target)
    assert "Bevor ich etwas poste" in words
    assert "Checkliste · Social Media geht alle an · Lektion 5 von 5" in words
    assert "Name" in words
    assert "Seite 1 von 1" in words
    assert "social@muster.example" in words
    assert "Kunsturhebergesetz (KUG)" in words, "brackets can be searched for"
    lesson: Lesson = shipped.library.lesson(*SHEETS[0], "de")
    assert all(task.text.plain.split()[0] in words for task in paper.tasks_of(lesson.blocks))


def test_a_printed_lesson_asks_its_questions_without_telling(
    shipped: Workspace, app: QApplication, tmp_path: Path
) -> None:
    apply_language(app, "de", ASSETS)
    target = printing.save_pdf(
        content(shipped, "grundlagen", "bevor-ich-poste", "de", lesson_content), "A4", tmp_path / "lektion.pdf"
    )
    words = pdf_words(target)
    assert "Frage: Auf Ihrem Foto aus der Werkstatt" in words
    assert "Den Rand abschneiden oder bis morgen warten" in words
    assert "Beides kostet wenig" not in words, "feedback would give the answer away"
    assert "Wer zu erkennen ist, wird gefragt: So steht es" not in words, "so would the explanation"


def test_a_tick_is_printed_only_when_asked_for(shipped: Workspace) -> None:
    course, name = SHEETS[0]
    lesson = shipped.library.lesson(course, name, "de")
    first = next(iter(paper.tasks_of(lesson.blocks)))
    outline = shipped.library.outline(course, "de")
    layout = printing.page_layout("A4")

    def image(ticks: bool) -> QImage:
        made = checklist_content(shipped, outline, lesson, "de", ticks=ticks)
        return painted(printing.pages_for(made, layout, 100), 0, 100)

    empty = image(ticks=False)
    shipped.study.tick(course, name, first.id, True)
    assert image(ticks=False) == empty, "a fresh sheet by default"
    assert image(ticks=True) != empty


def test_a_figure_is_printed_in_black_and_inside_the_column(shipped: Workspace) -> None:
    layout = printing.page_layout("A4")
    pages = printing.pages_for(content(shipped, "strategie", "rechnung", "de", lesson_content), layout, 100)
    area = layout.paintRectPixels(100)
    for number in range(len(pages)):
        image = painted(pages, number, 100)
        assert not ink_in(image, area.right() + 3, 0, image.width(), image.height())
        assert image.pixelColor(QPoint(2, 2)).name() == "#ffffff"


def test_a_full_disk_is_a_sentence_and_leaves_no_half_file(tmp_path: Path) -> None:
    from desktop.model.errors import CredentialError

    target = tmp_path / "folder.pdf"
    target.mkdir()
    with pytest.raises(CredentialError):
        printing.save_pdf(lesson_of(), "A4", target)
    assert not list(tmp_path.glob(".*.part"))
    assert target.is_dir()
