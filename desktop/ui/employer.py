"""What the employer lays down, in words: for the settings, and what the list of courses says about folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.policy import Mandatory
from desktop.model.problem import Problem
from desktop.rendering.sentences import Sentence
from desktop.ui import path_words, wording
from desktop.ui.kit import Kit
from desktop.ui.widgets import Card, Muted, Rule, WrapLabel, look

if TYPE_CHECKING:
    from desktop.app.policy import Employer
    from desktop.app.shares import ShareState
    from desktop.app.workspace import Workspace


class EmployerCard(Card):
    """Every rule with what it means for whoever learns here, the file they come from, and what is wrong in it."""

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=24, gap=16)
        self._kit = kit
        self._workspace = workspace
        self._employer = workspace.employer
        policy = workspace.policy
        self._line(self.tr("Company"), policy.name)
        self._line(self.tr("Questions about data protection"), policy.privacy_contact)
        self._line(self.tr("Your role"), self._role(policy.role))
        self._group(self.tr("Mandatory courses"), self._mandatory())
        self._group(self.tr("Folders with courses of your company"), self._folders())
        if policy.drop_folder is not None:
            hint = self.tr("Nothing is put there unless you press the button for it.")
            self._group(self.tr("Folder of the HR department"), [Sentence(str(policy.drop_folder), hint)])
        if policy.accent:
            told = " ".join(kit.sentences.say(p.code, p.data).text for p in self._employer.about_accent())
            self._group(self.tr("Colour"), [Sentence(policy.accent, told)])
        self._source()

    def _line(self, title: str, words: str) -> None:
        """A title and its value; nothing where there is no value."""
        if words:
            self._group(title, [Sentence(words)])

    def _group(self, title: str, sentences: list[Sentence]) -> None:
        if not sentences:
            return
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(look(WrapLabel(title), "muted"))
        for number, said in enumerate(sentences):
            column.addSpacing(8 if number else 0)
            column.addWidget(look(WrapLabel(said.text), "strong"))
            if said.hint:
                column.addWidget(Muted(said.hint))
        self.body.addLayout(column)

    def _role(self, role: str) -> str:
        return path_words.role(role)[0] if role else ""

    def _mandatory(self) -> list[Sentence]:
        titles = {one.id: one.title for one in self._workspace.library.outlines(self._kit.language)}
        return [
            self._one(one, titles[one.course_id]) for one in self._workspace.policy.mandatory if one.course_id in titles
        ]

    def _one(self, one: Mandatory, title: str) -> Sentence:
        until = self.tr("until {day}").format(day=wording.day(one.until)) if one.until else ""
        roles = wording.spoken_list(*(path_words.role(role)[0] for role in one.roles))
        whom = self.tr("for: {roles}").format(roles=roles) if roles else self.tr("for everyone")
        return Sentence(title, wording.spoken_list(until, whom))

    def _folders(self) -> list[Sentence]:
        return [folder_sentence(self._kit, state, calm=True) for state in self._employer.folders()]

    def _source(self) -> None:
        self.body.addWidget(Rule())
        self._line(
            self.tr("These rules come from your company and stand in this file:"), str(self._workspace.policy.source)
        )
        problems = self._employer.problems(self._kit.language)
        if not problems:
            return
        self.body.addWidget(Muted(self.tr("Something in it needs a look. Whoever looks after Klartext can mend it:")))
        card = Card(name="caution", gap=10)
        for problem in problems:
            said = self._kit.sentences.say(problem.code, problem.data)
            card.body.addWidget(look(WrapLabel(said.text), "strong"))
            card.body.addWidget(Muted(f"{self._place(problem)}  {said.hint}".strip()))
        self.body.addWidget(card)

    def _place(self, problem: Problem) -> str:
        name = problem.place.file.name
        if problem.place.line == 1 and not problem.excerpt:
            return f"{name}."  # about the file as a whole
        return self.tr("{file}, line {line}.").format(file=name, line=problem.place.line)


def folder_sentence(kit: Kit, state: ShareState, *, calm: bool = False) -> Sentence:
    """How a folder of the firm was found; `calm` names the folder first and says also that all is well."""
    code = f"share-{state.status.value}"
    if state.status == "away" and not (state.copied and state.seen):
        code = "share-never"
    day = wording.day(state.seen.date()) if state.seen else ""
    said = kit.sentences.say(code, {"folder": str(state.folder), "day": day})
    if not calm:
        return said
    if state.status in ("here", "looking"):
        return Sentence(str(state.folder), said.text)
    return Sentence(str(state.folder), f"{said.text} {said.hint}")


class FoldersCard(Card):
    """Says which of the firm's folders are not as they should be; made only where there is something to say."""

    def __init__(self, kit: Kit, states: tuple[ShareState, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, name="note", gap=10)
        for state in states:
            said = folder_sentence(kit, state)
            self.body.addWidget(look(WrapLabel(said.text), "strong"))
            self.body.addWidget(Muted(said.hint))


def folders_card(kit: Kit, employer: Employer) -> FoldersCard | None:
    """The card about folders that are away, too large or not kept; None where all are well."""
    states = tuple(one for one in employer.folders() if one.status not in ("here", "looking"))
    return FoldersCard(kit, states) if states else None
