"""A small real course and its test, written to disk, and a workspace opened on it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from desktop.app.views import AttemptView, Finished
from desktop.app.workspace import Workspace, open_workspace
from desktop.learning.grading import solution
from desktop.model.learner import Settings

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
COURSE = "zug"

COURSE_MD = """\
---
id: zug
title: Gespräche im Zug
summary: Wer mithört, und was man dann sagt.
version: "2.1"
audience: [alle]
quiz: zug
certificate: {valid_months: 12, template: standard}
reviewed: 2026-11-20
---

Ein kurzer Kurs über laute Stimmen. Fragen an {{ org.press_contact }}.
"""

COURSE_EN = """\
---
title: Talking on the train
summary: Who listens, and what to say then.
---

A short course about loud voices. Questions to {{ org.press_contact }}.
"""

WAGEN = """\
# Wagen sieben

Ein Mann telefoniert. Der halbe Wagen weiß jetzt, wie der Kunde heißt und was er zahlt.

<!-- quiz -->
## Was tun Sie, wenn Ihr Chef im Zug anruft?
<!-- item: id=k-wagen -->

- ( ) Ich spreche leiser.
    > Leise ist im Ruhebereich laut genug.
- (x) Ich rufe vom Bahnsteig aus zurück.
    > Zwölf Minuten kann fast alles warten.
- ( ) Ich gehe in den Gang.
    > Dort stehen die anderen, die telefonieren.
<!-- /quiz -->

- [ ] Ich habe eine Folie für meinen Bildschirm.
- [ ] Ich weiß, wen ich zurückrufe.
"""

WAGEN_EN = """\
# Carriage seven

A man is on the phone. Half the carriage now knows the customer's name and what he pays.

<!-- quiz -->
## What do you do when your boss calls you on the train?
<!-- item: id=k-wagen -->

- ( ) I lower my voice.
    > In a quiet carriage that is loud enough.
- (x) I call back from the platform.
    > Nearly everything can wait for twelve minutes.
- ( ) I step into the corridor.
    > That is where the others stand and talk.
<!-- /quiz -->

- [ ] I have a filter for my screen.
- [ ] I know whom to call back.
"""

BAHNSTEIG = """\
# Am Bahnsteig

Auf dem Bahnsteig ist Platz. Zwölf Schritte weiter hört niemand mehr, worum es geht.

> [!TIP]
> Erst gehen, dann reden.
"""

BAHNSTEIG_EN = """\
# On the platform

There is room on the platform. Twelve steps further on, nobody hears what it is about.

> [!TIP]
> Walk first, talk later.
"""

QUIZ_HEAD = """\
---
id: zug
type: quiz
title: Gespräche im Zug
mastery_score: 80
select: 4
shuffle: true
attempts: {attempts}
feedback: {feedback}
---
"""

ITEMS = {
    "leise": """
## Im Ruhebereich darf man über Kunden sprechen, wenn man leise ist.
<!-- item: id=leise points=1 tags=wagen -->

- ( ) Wahr
    > Leise reicht dort bis zur dritten Reihe.
- (x) Falsch
    > Genau. Leise hört man dort besonders gut.
""",
    "anruf": """
## Ihre Kollegin ruft an und nennt den Namen eines Kunden. Was sagen Sie?
<!-- item: id=anruf points=1 tags=wagen -->

- ( ) Ich wiederhole den Namen, damit wir uns verstehen.
    > Jetzt kennt ihn der Wagen.
- (x) Ich sitze im Zug und rufe gleich zurück.
    > Ein Satz, und alle wissen Bescheid.
- ( ) Ich schalte den Lautsprecher ein.
    > Dann hören alle beide Seiten.
""",
    "folie": """
## Was hilft gegen fremde Augen auf dem Bildschirm?
<!-- item: id=folie points=1 tags=wagen -->

- [x] Eine Folie vor dem Bildschirm
    > Von der Seite bleibt er schwarz.
- [ ] Eine kleinere Schrift
    > Der Mann neben Ihnen sieht gut.
- [x] Ein Platz mit der Wand im Rücken
    > Dann liest nur die Wand mit.
- [ ] Ein dunkles Muster im Hintergrund
    > Es stört nur Sie selbst.
""",
    "orte": """
## Welcher Ort passt zu welchem Gespräch?
<!-- item: id=orte points=1 tags=bahnsteig -->

- Preis für einen Kunden -> Büro mit Tür
- Ankunftszeit -> Abteil
- -> Speisewagen
""",
    "schritte": """
## Ihr Telefon klingelt im vollen Wagen. In welcher Reihenfolge gehen Sie vor?
<!-- item: id=schritte type=ordering points=1 tags=bahnsteig -->

1. Abnehmen
2. Sagen, dass Sie zurückrufen
3. Aussteigen
4. Zurückrufen
""",
    "minuten": """
## Wie viele Minuten kann ein Rückruf im Beispiel warten?
<!-- item: id=minuten points=1 tags=bahnsteig -->

- = 12 +- 1
""",
}

ITEMS_EN = {
    "leise": """
## In the quiet carriage you may talk about customers if you keep your voice down.
<!-- item: id=leise points=1 tags=wagen -->

- ( ) True
    > A low voice carries to the third row there.
- (x) False
    > Right. A low voice is heard best of all there.
""",
    "anruf": """
## Your colleague calls and mentions a customer's name. What do you say?
<!-- item: id=anruf points=1 tags=wagen -->

- ( ) I repeat the name so that we understand each other.
    > Now the carriage knows it.
- (x) I am on the train and will call you back.
    > One sentence, and everything is said.
- ( ) I put her on speaker.
    > Then everyone hears both sides.
""",
    "folie": """
## What helps against strangers' eyes on your screen?
<!-- item: id=folie points=1 tags=wagen -->

- [x] A filter on the screen
    > From the side it stays black.
- [ ] A smaller font
    > The man next to you has good eyes.
- [x] A seat with a wall behind it
    > Then only the wall reads along.
- [ ] A dark pattern in the background
    > It only disturbs yourself.
""",
    "orte": """
## Which place suits which conversation?
<!-- item: id=orte points=1 tags=bahnsteig -->

- A customer's price -> Office with a door
- Time of arrival -> Compartment
- -> Dining car
""",
    "schritte": """
## Your phone rings in a crowded carriage. In which order do you proceed?
<!-- item: id=schritte type=ordering points=1 tags=bahnsteig -->

1. Pick up
2. Say that you will call back
3. Get off
4. Call back
""",
    "minuten": """
## How many minutes can a call wait in the example?
<!-- item: id=minuten points=1 tags=bahnsteig -->

- = 12 +- 1
""",
}


class Clock:
    """Stands still until it is moved."""

    def __init__(self, start: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Place:
    """Folders of one test: courses and quizzes as files that may be edited, a home, a clock."""

    root: Path
    clock: Clock

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def courses(self) -> Path:
        return self.root / "courses"

    @property
    def quizzes(self) -> Path:
        return self.root / "quizzes"

    def open(self, *, seed: int = 1, assets: Path = ASSETS) -> Workspace:
        return open_workspace(
            self.home,
            course_folders=(self.courses,),
            quiz_folders=(self.quizzes,),
            assets=assets,
            clock=self.clock,
            rng=random.Random(seed),
        )

    def write_course(self, version: str = "2.1", *, language_en: bool = True) -> None:
        folder = self.courses / COURSE
        self.write(folder / "course.md", COURSE_MD.replace('"2.1"', f'"{version}"'))
        self.write(folder / "01-wagen.md", WAGEN)
        self.write(folder / "02-bahnsteig.md", BAHNSTEIG)
        if language_en:
            self.write(folder / "course.en.md", COURSE_EN)
            self.write(folder / "01-wagen.en.md", WAGEN_EN)
            self.write(folder / "02-bahnsteig.en.md", BAHNSTEIG_EN)

    def write_quiz(
        self,
        change: Callable[[dict[str, str]], None] = lambda items: None,
        *,
        attempts: str = "unlimited",
        feedback: str = "immediate",
    ) -> None:
        head = QUIZ_HEAD.format(attempts=attempts, feedback=feedback)
        for name, bank in (("zug.md", dict(ITEMS)), ("zug.en.md", dict(ITEMS_EN))):
            if name == "zug.md":
                change(bank)
            self.write(self.quizzes / name, head + "".join(bank.values()))

    def write(self, file: Path, text: str) -> None:
        """Write a file whose time differs from the one it had, as an editor's would."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def set_up(workspace: Workspace, name: str = "Jana Ortmann", language: str = "de") -> None:
    workspace.people.set_up(name, Settings(language=language))


def read_all(workspace: Workspace, course_id: str = COURSE, language: str = "de") -> None:
    for lesson in workspace.library.outline(course_id, language).lessons:
        workspace.study.mark_read(course_id, lesson.id)


def answer_all(workspace: Workspace, view: AttemptView, *, wrong: int = 0) -> None:
    """Answer every item rightly but the first `wrong` ones, which get nonsense."""
    for n, shown in enumerate(view.items):
        response = ("?",) if n < wrong else solution(shown.item)
        workspace.attempts.answer(view.attempt.id, shown.item.id, response)


def passed(workspace: Workspace, language: str = "de", *, wrong: int = 0) -> Finished:
    view = workspace.attempts.start_or_resume(COURSE, language)
    answer_all(workspace, view, wrong=wrong)
    return workspace.attempts.finish(view.attempt.id)
