"""A small simulation and a small self-assessment in German and English, to be put into a folder of quizzes."""

from __future__ import annotations

from pathlib import Path

SCENARIO = "anruf-abend"
ASSESSMENT = "reden"

SCENARIO_DE = """\
---
id: anruf-abend
type: scenario
title: Der Anruf am Abend
summary: Jemand ruft an und kennt schon alle Namen.
player: Sie
meters:
  vertrauen: {title: Vertrauen, start: 90}
  ruhe: {title: Ruhe, start: 40}
flags:
  eile: Zeitdruck
  namen: Zu viele Namen
---

## Anfang

Es klingelt um 19 Uhr.

**Herr Kurz:** Hier Kurz. Ich brauche die Liste noch heute.

- [Wer sind Sie denn?](#rückfrage) <!-- ruhe=-5 flag=eile why="Eine Frage kostet nichts." -->
- [Gern, welche Liste?](#liste) <!-- vertrauen=-30 ruhe=80 why="Hilfsbereit, und schon mittendrin." -->

## Rückfrage

**Herr Kurz:** Von der Zentrale. Frau Lang weiß Bescheid.

- [Dann frage ich Frau Lang.](#gut) <!-- vertrauen=20 flag=namen why="Zwei Minuten, und Sie wissen es." -->
- [Ach so. Welche Liste?](#liste) <!-- vertrauen=-70 why="Ein Name genügt nicht." -->

## Liste

**Herr Kurz:** Die mit den Kunden.

- [Nein.](#gut) <!-- ruhe=-10 why="Spät und richtig." -->
- [Kommt sofort.](#schlecht) <!-- vertrauen=-90 why="Jetzt hat er sie." -->
- [Noch einmal von vorn, bitte.](#anfang) <!-- why="Sie gewinnen Zeit." -->

## Gut

Am nächsten Morgen kennt in der Zentrale niemand einen Herrn Kurz.

> [!TIP]
> Rückfragen ist Arbeit, die niemand sieht.

## Schlecht

Am nächsten Morgen rufen drei Kunden an.
"""

SCENARIO_EN = """\
---
id: anruf-abend
type: scenario
title: The evening call
summary: Someone calls and already knows every name.
player: You
meters:
  vertrauen: {title: Trust, start: 90}
  ruhe: {title: Calm, start: 40}
flags:
  eile: Time pressure
  namen: Too many names
---

## Start

The phone rings at seven.

**Mr Short:** Short here. I need the list today.

- [Who are you?](#asking) <!-- ruhe=-5 flag=eile why="A question costs nothing." -->
- [Gladly, which list?](#list) <!-- vertrauen=-30 ruhe=80 why="Helpful, and already in the middle of it." -->

## Asking

**Mr Short:** From head office. Ms Long knows.

- [Then I will ask Ms Long.](#good) <!-- vertrauen=20 flag=namen why="Two minutes, and you know." -->
- [I see. Which list?](#list) <!-- vertrauen=-70 why="One name is not enough." -->

## List

**Mr Short:** The one with the customers.

- [No.](#good) <!-- ruhe=-10 why="Late, and right." -->
- [On its way.](#bad) <!-- vertrauen=-90 why="Now he has it." -->
- [Once more from the start, please.](#start) <!-- why="You gain time." -->

## Good

The next morning nobody at head office knows a Mr Short.

> [!TIP]
> Asking back is work that nobody sees.

## Bad

The next morning three customers call.
"""

ASSESSMENT_DE = """\
---
id: reden
type: self-assessment
title: Wie laut reden Sie?
summary: Vier Sätze.
scale: [nie, selten, manchmal, oft, immer]
dimensions:
  leise:
    title: Leise
    lesson: zug/wagen
    bands:
      - {upto: 50, text: Man hört Sie weit.}
      - {upto: 100, text: Man hört Sie kaum.}
  kurz:
    title: Kurz
    lesson: zug/bahnsteig
    bands:
      - {upto: 50, text: Sie reden lange.}
      - {upto: 100, text: Sie kommen zum Punkt.}
  fern:
    title: Fern
    bands:
      - {upto: 50, text: Sie bleiben sitzen.}
      - {upto: 100, text: Sie gehen hinaus.}
---

## Ich flüstere im Zug.
<!-- item: id=fluestern dimension=leise -->

## Der halbe Wagen kennt meine Kundschaft.
<!-- item: id=wagen dimension=leise reverse -->

## Ich rufe vom Bahnsteig aus zurück und sage dann in einem Satz, worum es geht.
<!-- item: id=satz dimension=kurz -->

## Ich stehe auf, wenn es klingelt.
<!-- item: id=stehen dimension=fern -->
"""

ASSESSMENT_EN = """\
---
id: reden
type: self-assessment
title: How loudly do you talk?
summary: Four statements.
scale: [never, rarely, sometimes, often, always]
dimensions:
  leise:
    title: Quiet
    bands:
      - {upto: 50, text: You carry far.}
      - {upto: 100, text: You are hardly heard.}
  kurz:
    title: Brief
    bands:
      - {upto: 50, text: You talk at length.}
      - {upto: 100, text: You come to the point.}
  fern:
    title: Away
    bands:
      - {upto: 50, text: You stay seated.}
      - {upto: 100, text: You step outside.}
---

## I whisper on the train.
<!-- item: id=fluestern dimension=leise -->

## Half the carriage knows my customers.
<!-- item: id=wagen dimension=leise reverse -->

## I call back from the platform and say in one sentence what it is about.
<!-- item: id=satz dimension=kurz -->

## I get up when the phone rings.
<!-- item: id=stehen dimension=fern -->
"""


def put_simulation(folder: Path) -> None:
    """Write the simulation into a folder of quizzes."""
    _write(folder / "anruf-abend.md", SCENARIO_DE)
    _write(folder / "anruf-abend.en.md", SCENARIO_EN)


def put_assessment(folder: Path) -> None:
    """Write the self-assessment into a folder of quizzes."""
    _write(folder / "reden.md", ASSESSMENT_DE)
    _write(folder / "reden.en.md", ASSESSMENT_EN)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
