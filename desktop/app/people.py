"""The person at this device: name, settings, and what the memory has to report about itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.model.errors import NotPossible
from desktop.model.learner import Learner, Settings
from desktop.model.notice import StoreNotice
from desktop.store.learner_store import LearnerStore

LONGEST_NAME = 120
LONGEST_REFERENCE = 40
"""Characters that a certificate has room for on one line."""


class People:
    """Reads and changes who learns here and how the app looks."""

    def __init__(self, store: LearnerStore) -> None:
        self._store = store

    @property
    def data_folder(self) -> Path:
        """Where everything about this person lies."""
        return self._store.folder

    def learner(self) -> Learner | None:
        """The person, or None before the first start was completed."""
        return self._store.learner()

    def settings(self) -> Settings:
        """The settings in force."""
        return self._store.settings()

    def notices(self) -> tuple[StoreNotice, ...]:
        """What the memory noticed while it was opened: a fall-back, a migration, a cut-off journal."""
        return self._store.notices

    def set_up(self, name: str, settings: Settings, personnel_ref: str = "", role: str = "") -> Learner:
        """Complete the first start; the settings are kept first, so that a kill in between asks for the name again.

        Raises NotPossible `name-missing`, `name-too-long`, `personnel-ref-too-long` or `role-unknown`.
        """
        learner = replace(person(name, personnel_ref), role=_known(role))
        self._store.save_settings(sound(settings))
        self._store.save_learner(learner)
        return learner

    def rename(self, name: str, personnel_ref: str) -> Learner:
        """Change the name for certificates to come; issued ones stay as they are. Raises as `set_up` does."""
        before = self._store.learner()
        return self._keep(replace(person(name, personnel_ref), role=before.role if before else ""))

    def choose_role(self, role: str) -> Learner:
        """Go another role's way from now on, or none's (empty); whatever was learned stays.

        Raises NotPossible `role-unknown`, or `name-missing` before the first start is done.
        """
        before = self._store.learner()
        if before is None:
            raise NotPossible("name-missing")
        return self._keep(replace(before, role=_known(role)))

    def _keep(self, learner: Learner) -> Learner:
        if learner != self._store.learner():
            self._store.save_learner(learner)
        return learner

    def change_settings(self, settings: Settings) -> Settings:
        """Keep other settings; returns them as they now hold (text scale kept within 100..200)."""
        wanted = sound(settings)
        if wanted != self._store.settings():
            self._store.save_settings(wanted)
        return wanted


def person(name: str, personnel_ref: str) -> Learner:
    """The person with a name that fits on a certificate. Raises NotPossible as `People.set_up` does."""
    tidy = _tidy(name)
    if not tidy:
        raise NotPossible("name-missing")
    if len(tidy) > LONGEST_NAME:
        raise NotPossible("name-too-long", longest=str(LONGEST_NAME))
    reference = _tidy(personnel_ref)
    if len(reference) > LONGEST_REFERENCE:
        raise NotPossible("personnel-ref-too-long", longest=str(LONGEST_REFERENCE))
    return Learner(tidy, reference)


def _known(role: str) -> str:
    """The role if there is one of that name, or none."""
    from desktop.model.path import ROLES

    if role and role not in ROLES:
        raise NotPossible("role-unknown", role=role)
    return role


def _tidy(text: str) -> str:
    """One line without control characters, half surrogates or double blanks."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def sound(settings: Settings) -> Settings:
    """The settings with a text scale that the window knows."""
    return replace(settings, text_scale=min(200, max(100, settings.text_scale)))
