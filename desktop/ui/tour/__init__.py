"""The guided tour: drives the real widgets from the first start to a verified certificate and keeps pictures."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desktop.model.errors import KlartextError
from desktop.ui.tour.firm import example_policy
from desktop.ui.tour.pictures import EVERY_LOOK, USUAL_LOOKS, Album
from desktop.ui.tour.player import Player, TourClock, TourStopped, translate
from desktop.ui.tour.scenes import EVERY_SCENE, FIRM_SCENES, USUAL_SCENES, Scene

LANGUAGES = ("de", "en")
_MARK = ".klartext-tour"


def run(
    home: Path,
    out: Path,
    *,
    everything: bool,
    assets: Path,
    course_folders: Sequence[Path],
    quiz_folders: Sequence[Path],
    clock: Callable[[], datetime],
    rng: random.Random,
) -> int:
    """Play the tour once per language; pictures and certificates go to `out`, the learners' data below `home`.

    With `everything`, all screens there are in every size, text size and theme; without, the way to the certificate.
    Returns 0 if every certificate was verified as sealed. `home` is only used where it is empty or holds an earlier
    tour: nobody's own data are played with.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app.workspace import NO_POLICY, open_workspace
    from desktop.ui.application import build, make_application

    if not _may_use(home):
        sys.stderr.write(f"{home} holds data of its own. Name an empty folder with --home, or none at all.\n")
        return 2
    app = make_application()
    rounds = [(EVERY_SCENE, False), (FIRM_SCENES, True)] if everything else [(USUAL_SCENES, False)]
    looks = EVERY_LOOK if everything else USUAL_LOOKS
    ends = []
    for language in LANGUAGES:
        for scenes, in_a_firm in rounds:
            time = TourClock(clock)
            data = home / (f"{language}-firm" if in_a_firm else language)
            shutil.rmtree(data, ignore_errors=True)
            with open_workspace(
                data,
                course_folders=course_folders,
                quiz_folders=quiz_folders,
                assets=assets,
                clock=time,
                rng=rng,
                policy=example_policy(clock().date()) if in_a_firm else NO_POLICY,
            ) as workspace:
                window = build(app, workspace, assets, language=language)
                player = Player(app, window, language, out, time)
                album = Album(window, out / language, looks, player.settle)
                try:
                    ends.append(_play(player, album, scenes))
                finally:
                    player.close()
    return 0 if all(ends) else 1


def _play(player: Player, album: Album, scenes: Sequence[Scene]) -> bool:
    """Go through the scenes; where one gets stuck, say so. Returns whether all went well."""
    try:
        for scene in scenes:
            for name, words in scene(player):
                if name:
                    album.take(name)
                player.say(f"{words} · {name}.png" if name else words)
    except (KlartextError, TourStopped) as error:
        player.say(translate("Tour", "The tour stopped here: {error}").format(error=error))
        return False
    return True


def _may_use(home: Path) -> bool:
    """Whether the folder is new, empty, or left by an earlier tour; marks it as the tour's own."""
    mark = home / _MARK
    if home.exists() and any(home.iterdir()) and not mark.exists():
        return False
    home.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return True
