"""What the window can do, as entries of the search field: the places one can go and the settings one can change."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.model.search import Passage, SearchEntry, SearchKind, Target

PEOPLE = "people"
"""Not a screen: the list of people that opens over whatever is in view."""


class Commands(QObject):
    """Writes the entries in the language in force; each has further words that people may type instead."""

    def places(self) -> tuple[SearchEntry, ...]:
        """Where one can go, in the order of the rail."""
        return (
            self._entry(self.tr("Overview"), self.tr("Home, start page, continue learning"), "home"),
            self._entry(self.tr("All courses"), self.tr("Courses, lessons, contents"), "courses"),
            self._entry(self.tr("Refresh"), self.tr("Repeat questions, what is due"), "refreshers"),
            self._entry(self.tr("Simulations"), self.tr("Practise conversations and decisions"), "simulations"),
            self._entry(self.tr("Self-assessments"), self.tr("Self-test, questionnaire"), "assessments"),
            self._entry(self.tr("My notes"), self.tr("Highlights, bookmarks, annotations"), "annotations"),
            self._entry(self.tr("Certificates"), self.tr("Show, check and renew certificates"), "certificates"),
            self._entry(self.tr("Settings"), self.tr("Options, preferences"), "settings"),
        )

    def all(self) -> tuple[SearchEntry, ...]:
        """The places and everything that can be done or set there."""
        return (
            *self.places(),
            self._entry(self.tr("Export certificate"), self.tr("Save as PDF, send to HR, print"), "certificates"),
            self._entry(self.tr("Change language"), self.tr("German, English"), "settings", "language"),
            self._entry(
                self.tr("Change appearance"), self.tr("Theme: light, dark, high contrast"), "settings", "theme"
            ),
            self._entry(self.tr("Change text size"), self.tr("Larger letters, zoom"), "settings", "text_size"),
            self._entry(self.tr("Switch movement on or off"), self.tr("Animation, motion"), "settings", "motion"),
            self._entry(self.tr("Change name on the certificate"), self.tr("Rename, you"), "settings", "name"),
            self._entry(
                self.tr("Change personnel reference"), self.tr("Staff number, identifier"), "settings", "personnel_ref"
            ),
            self._entry(self.tr("Change role"), self.tr("Task, position, which way is mine"), "settings", "role"),
            self._entry(self.tr("My path"), self.tr("Path, next step, mandatory courses, deadline"), "home"),
            self._entry(self.tr("What HR sees"), self.tr("Content of a certificate, human resources"), "certificates"),
            self._entry(self.tr("Switch person"), self.tr("Somebody else, profile, user, colleague"), PEOPLE),
            self._entry(self.tr("Show licences"), self.tr("Version, about Klartext, open source"), "settings"),
            *self._about_data(),
        )

    def _about_data(self) -> tuple[SearchEntry, ...]:
        return (
            self._entry(self.tr("My data"), self.tr("What is kept, privacy, report, figures"), "my-data"),
            self._entry(
                self.tr("Take my data along"), self.tr("Export, zip, new laptop, save"), "my-data", "export_button"
            ),
            self._entry(self.tr("Bring data here"), self.tr("Import, merge, old laptop"), "my-data", "import_button"),
            self._entry(self.tr("Restore a backup"), self.tr("Earlier state, undo, go back"), "my-data"),
            self._entry(
                self.tr("Delete my data"), self.tr("Erase, remove, reset everything"), "my-data", "delete_all_button"
            ),
            self._entry(self.tr("Open the data folder"), self.tr("Files, where it lies"), "settings"),
        )

    def kinds(self) -> dict[SearchKind, str]:
        """Further words by which everything of a kind is found."""
        return {
            SearchKind.CHECKLIST: self.tr("Checklist, print, tick off"),
            SearchKind.SIMULATION: self.tr("Simulation, practise, conversation"),
            SearchKind.ASSESSMENT: self.tr("Self-assessment, self-test, questionnaire"),
            SearchKind.NOTE: self.tr("Note, highlight, bookmark"),
        }

    def _entry(self, title: str, words: str, screen: str, part: str = "") -> SearchEntry:
        return SearchEntry(SearchKind.COMMAND, title, "", (Passage(words),), Target(screen=screen, part=part))
