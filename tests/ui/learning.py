"""A course with every kind of block and a test with every kind of item, written as a trainer would write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QWidget

from desktop.app.views import Arranged
from desktop.app.workspace import Workspace
from desktop.learning.drawing import arrange, draw_item
from desktop.learning.grading import Graded, grade
from desktop.model.quiz import Item, Response
from desktop.ui.items.panel import ItemPanel
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import ASSETS, Place
from tests.ui.conftest import Stage, settle

PROBE = "probe"

HEAD = """\
---
id: probe
title: Alles auf einmal
summary: Jede Art von Block.
version: "1.0"
audience: [alle]
quiz: probe
certificate: {valid_months: 12, template: standard}
reviewed: 2026-11-20
---
Worum es geht.
"""

LONG = "Ein Satz, der nur da ist, damit die Seite länger wird als das Fenster und man blättern muss. " * 4

EVERYTHING = f"""\
# Der freundliche Experte

In einem Fachforum lobt jemand Ihre Antwort.[^1] Die DSGVO gilt auch hier, und die DSGVO bleibt. Schreiben Sie an
[die Pressestelle](mailto:presse@muster.example) oder lesen Sie [weiter unten](#was-wohin-gehört).

> [!WARNING]
> 1. Wer ist mein Gegenüber?
> 2. Was folgt, wenn morgen alle es lesen?

{LONG}

<!-- quiz -->
## Ein Unbekannter bittet um die Testreihe. Was tun Sie?
<!-- item: id=testreihe -->

- ( ) Ich schicke nur die Zusammenfassung.
    > Auch eine Zusammenfassung ist intern.
- (x) Ich frage nach Name und Zweck.
    > Freundlich und nachprüfbar.
- ( ) Ich antworte anonym.
    > Anonym ist selten anonym.

> [!TIP]
> Wer fragt, und wozu?

> [!NOTE]
> Wer zuerst fragt, verliert nichts.
<!-- /quiz -->

{LONG}

## Was wohin gehört

| Frage | Stelle |
|---|---|
| Ein Journalist ruft an | Pressestelle |
| Ein Laptop ist weg, und niemand weiß genau, seit wann er eigentlich fehlt | Informationssicherheit |

![Zwei Kästen mit einem Pfeil dazwischen](media/pfeil.svg "Von hier nach dort.")

- [ ] Ich weiß, wen ich anrufe.
- [ ] Ich habe mein Profil geprüft.

<details><summary>Woher kommt die Zahl?</summary>

Aus einer Umfrage.

</details>

{LONG}

[^1]: Muster, Fachforen, 2019.

*[DSGVO]: Datenschutz-Grundverordnung
"""

SECOND = """\
# Bilder verraten mehr

Ein kurzer Text.

<!-- quiz -->
## Welche Angaben dürfen hinaus?
<!-- item: id=angaben -->

- [x] Die Adresse
    > Steht auf der Website.
- [ ] Der Kunde
    > Erst nach Zustimmung.
- [x] Die Stellenanzeige
    > Dafür ist sie da.
<!-- /quiz -->
"""

ARROW = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200" width="640" height="200">
<rect x="0" y="0" width="640" height="200" fill="currentColor"/></svg>
"""

QUIZ_HEAD = """\
---
id: probe
type: quiz
mastery_score: 80
shuffle: false
attempts: unlimited
feedback: {feedback}
---
"""

ITEMS = """
## Jemand bittet um Angaben zum Zeitplan. Was schreiben Sie?
<!-- item: id=einzeln tags=eins penalty=0.25 -->

- ( ) Vor dem Sommer wird es eng.
    > Das ist die Auskunft.
- (x) Dazu sage ich nichts.
    > Freundlich und kurz.
- ( ) Schreiben Sie mir privat.
    > Der Kanal ändert nichts.

> [!TIP]
> Wer fragt, und wozu?

> [!NOTE]
> Zeitpläne sind Geheimnisse.

## Welche Angaben dürfen hinaus?
<!-- item: id=mehrere tags=zwei -->

- [x] Die Adresse des Hauptsitzes
    > Steht auf der Website.
- [ ] Der Name des neuen Kunden
    > Erst wenn er zugestimmt hat.
- [x] Die Stellenanzeige von gestern
    > Dafür ist sie da.

## Eine gelöschte Nachricht ist weg.
<!-- item: id=wahr tags=eins -->

- ( ) Wahr
    > Bildschirmfotos bleiben.
- (x) Falsch
    > So ist es.

## Wer ist zuständig?
<!-- item: id=zuordnen tags=zwei -->

- Ein Journalist ruft an -> Pressestelle
- Ein Laptop ist weg -> Informationssicherheit
- -> Betriebsrat

## Das Foto ist schon draußen. In welcher Reihenfolge?
<!-- item: id=reihe type=ordering tags=zwei -->

1. Bildschirmfoto machen
2. Die Informationssicherheit anrufen
3. Den Beitrag löschen

## Ergänzen Sie den Satz.
<!-- item: id=luecke tags=eins -->

Vorher braucht es eine [[Freigabe|Erlaubnis]] von der [[(Pressestelle)|Kantine]], auch wenn es dauert.

## Wie heißt die Erlaubnis?
<!-- item: id=kurz tags=eins -->

- = Freigabe

## Wie viele Zeichen fasst ein Tweet seit 2017?
<!-- item: id=zahl tags=zwei -->

- = 280 +- 5

## Was würden Sie Jonas sagen?
<!-- item: id=nachdenken tags=eins -->

___

> [!NOTE]
> Gut, dass du gefragt hast.
"""

RIGHT: dict[str, Response] = {
    "einzeln": ("2",),
    "mehrere": ("1", "3"),
    "wahr": ("2",),
    "zuordnen": ("Pressestelle", "Informationssicherheit"),
    "reihe": ("1", "2", "3"),
    "luecke": ("Freigabe", "Pressestelle"),
    "kurz": ("Freigabe",),
    "zahl": ("280",),
    "nachdenken": ("Gut gemacht.",),
}


def write_probe(place: Place, *, feedback: str = "immediate") -> None:
    """Put the course and its test beside those of the other tests."""
    folder = place.courses / PROBE
    place.write(folder / "course.md", HEAD)
    place.write(folder / "01-eins.md", EVERYTHING)
    place.write(folder / "02-zwei.md", SECOND)
    place.write(folder / "media" / "pfeil.svg", ARROW)
    place.write(place.quizzes / "probe.md", QUIZ_HEAD.format(feedback=feedback) + ITEMS)


def at(stage: Stage, route: Route, *, size: tuple[int, int] = (1280, 800), **how: object) -> Window:
    """A window at a route of the probe course."""
    if not (stage.place.courses / PROBE).exists():
        write_probe(stage.place)
    window = stage.open(size=size, **how)  # type: ignore[arg-type]
    window.show_route(route)
    settle()
    return window


def quiz_items(workspace: Workspace) -> dict[str, Item]:
    """The items of the probe test by id."""
    return {item.id: item for item in workspace.library.quiz(PROBE, "de").items}


def arranged(item: Item) -> Arranged:
    """An item's parts; right sides and steps are mixed."""
    return arrange(item, draw_item(item, 3, shuffle=False))


def graded(item: Item, response: Response) -> Graded:
    """What the rules say about a response."""
    return grade(item, response)


def panel_of(item: Item, width: int = 640) -> ItemPanel:
    """An item's panel at a width; the caller shows and closes it."""
    from desktop.ui.icons import Icons

    panel = ItemPanel(item, arranged(item), Icons(ASSETS))
    panel.resize(width, 600)
    return panel


def words_in(widget: QWidget) -> str:
    """All words a widget shows or says now, one after the other."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    said: list[str] = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if child.isVisible():
            said.append(child.accessibleName())
            if isinstance(child, QLabel | QAbstractButton):
                said.append(child.text())
    return " ".join(said)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow inside the block, as on a disk without space."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
