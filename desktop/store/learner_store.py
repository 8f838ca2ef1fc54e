"""The learner's memory: what it holds is read here, and each change is on the disk when its call returns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from desktop.model.certificate import IssuedCertificate
from desktop.model.errors import StoreError
from desktop.model.learner import Answer, Attempt, AttemptResult, Learner, LessonProgress, Pass, Settings
from desktop.model.notice import StoreNotice
from desktop.store import documents, fields, private_documents
from desktop.store.disk import Disk, store_error
from desktop.store.fields import BadDocument, Document
from desktop.store.keeper import FOLD_AT, Keeper
from desktop.store.ledger import Stream
from desktop.store.migrations import MIGRATIONS, Migration
from desktop.store.notes_and_cards import NotesAndCards, card_documents

if TYPE_CHECKING:
    from desktop.model.assessment import AssessmentRun
    from desktop.model.refresher import Card
    from desktop.model.scenario import SimulationRun
    from desktop.store.given import GivenAnswer
    from desktop.store.vault import Vault


class LearnerStore(NotesAndCards):
    """One learner's data in one folder, held by one running copy of the program.

    Every call that changes something returns when that is on the medium. If it raises StoreFull, StoreReadOnly or
    another StoreError, nothing has changed, neither on the disk nor here. To be used from one thread.
    """

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Callable[[], datetime],
        disk: Disk | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
        fold_at: int = FOLD_AT,
    ) -> LearnerStore:
        """The store in `folder`, which is created if it is missing; `clock` dates the state file.

        The journal is folded into the state when it has `fold_at` bytes, and when the store is closed.

        Raises:
            StoreLocked: another copy holds it.
            StoreNewer: a newer version has written it.
            StoreDamaged: neither state can be read; `rescue` starts again with what can.
            StoreFull, StoreReadOnly, StoreError: it cannot be written.
        """
        disk = disk or Disk()
        return cls(Keeper.open(folder, clock=clock, disk=disk, migrations=migrations, fold_at=fold_at))

    @classmethod
    def rescue(
        cls,
        folder: Path,
        *,
        clock: Callable[[], datetime],
        disk: Disk | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
        fold_at: int = FOLD_AT,
    ) -> LearnerStore:
        """After StoreDamaged: the same folder with what its journals and history still hold; raises as `open` does.

        The damaged files are moved to `<folder>/damaged-<time>`, certificates stay, and a notice says so.
        """
        disk = disk or Disk()
        return cls(Keeper.open(folder, clock=clock, disk=disk, migrations=migrations, fold_at=fold_at, rescue=True))

    @cached_property
    def vault(self) -> Vault:
        """All that is kept at once: to take out, bring in, delete, back up and restore; a start does not need it."""
        from desktop.store.vault import Vault

        return Vault(self._keeper)

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self._keeper.folder

    @property
    def certificates_folder(self) -> Path:
        """Where the sealed PDFs lie; created when first asked for. Raises as a change does."""
        folder = self.folder / "certificates"
        try:
            self._keeper.disk.make_folder(folder)
        except OSError as error:
            raise store_error(error, folder) from error
        return folder

    @property
    def notices(self) -> tuple[StoreNotice, ...]:
        """What happened to the data since the store was opened, oldest first; reading may add some."""
        return tuple(self._keeper.notices)

    def close(self) -> None:
        """Fold the journal into the state and let the next copy in; safe to call twice."""
        self._keeper.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- who, and how it looks ---

    def learner(self) -> Learner | None:
        """The person, None before the first start is done."""
        return self._reader.one("learner", documents.to_learner)

    def save_learner(self, learner: Learner) -> None:
        """Keep the person's name and reference."""
        self._keeper.commit({"op": "learner", "doc": documents.from_learner(learner)})

    def settings(self) -> Settings:
        """The settings, the usual ones where none were saved."""
        return self._reader.one("settings", documents.to_settings) or Settings()

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings."""
        self._keeper.commit({"op": "settings", "doc": documents.from_settings(settings)})

    # --- lessons ---

    def all_progress(self) -> dict[str, dict[str, LessonProgress]]:
        """Every lesson that was ever opened, by course id and lesson id."""
        found: dict[str, dict[str, LessonProgress]] = {}
        for progress in self._reader.all("lessons", documents.to_lesson):
            found.setdefault(progress.course_id, {})[progress.lesson_id] = progress
        return found

    def lesson_progress(self, course_id: str) -> dict[str, LessonProgress]:
        """The lessons of a course that were ever opened, by lesson id."""
        of_course = self._reader.all(
            "lessons", documents.to_lesson, lambda document: document["course_id"] == course_id
        )
        return {progress.lesson_id: progress for progress in of_course}

    def save_lesson_progress(self, progress: LessonProgress) -> None:
        """Keep position, read mark, ticks and time.

        Answers are never lost through this: one in `progress.checks` is taken over where it is newer than the one kept
        or none is kept, and one that is missing there stays.
        """
        old = self._keeper.tables.get("lessons", progress.course_id, progress.lesson_id)
        kept: Mapping[str, Document] = old["checks"] if old else {}
        newer = {
            item_id: document
            for item_id, document in ((one, documents.from_answer(answer)) for one, answer in progress.checks.items())
            if item_id not in kept or _later(document, kept[item_id])
        }
        record: Document = {"op": "lesson", "doc": documents.from_lesson(progress)}
        self._keeper.commit({**record, "checks": newer} if newer else record)

    def record_check(self, course_id: str, lesson_id: str, answer: Answer, card: Card | None = None) -> None:
        """Keep the answer to a knowledge check, with `card` in the same stroke; the one before goes to the history."""
        record: Document = {"op": "check", "course_id": course_id, "lesson_id": lesson_id}
        record["answer"] = documents.from_answer(answer)
        self._keeper.commit({**record, "cards": card_documents([card])} if card else record)

    # --- attempts ---

    def open_attempt(self, quiz_id: str) -> Attempt | None:
        """The attempt at that quiz that was begun and not finished."""
        document = self._keeper.ledger.open_attempt(quiz_id)
        return self._reader.read("attempts", (quiz_id,), document, documents.to_attempt) if document else None

    def start_attempt(self, attempt: Attempt) -> None:
        """Keep a new attempt; an open one at the same quiz goes unfinished to the history."""
        self._keeper.commit({"op": "attempt", "doc": documents.from_attempt(attempt)})

    def record_answer(self, attempt_id: str, answer: Answer, position: int) -> None:
        """Keep an answer in an open attempt, and the item at which the learner now is.

        Raises:
            StoreError: "store-no-such-attempt", it is not open; or as every change does.
        """
        self._must_be_open(attempt_id)
        record = {"op": "answer", "attempt_id": attempt_id, "position": position}
        self._keeper.commit({**record, "answer": documents.from_answer(answer)})

    def move_to(self, attempt_id: str, position: int) -> None:
        """Keep at which item of an open attempt the learner is; raises as `record_answer` does."""
        self._must_be_open(attempt_id)
        self._keeper.commit({"op": "move", "attempt_id": attempt_id, "position": position})

    def record_hint(self, attempt_id: str, item_id: str) -> None:
        """Keep that the hint of an item was looked at in an open attempt; raises as `record_answer` does."""
        self._must_be_open(attempt_id)
        self._keeper.commit({"op": "hint", "attempt_id": attempt_id, "item_id": item_id})

    def finish_attempt(
        self,
        attempt_id: str,
        result: AttemptResult,
        finished: datetime,
        proof: Pass | None = None,
        *,
        cards: Sequence[Card] = (),
    ) -> None:
        """Close an open attempt with its result; raises as `record_answer` does.

        With `proof` the pass is kept in the same stroke, so that no kill can fall between the two; `cards` likewise.
        """
        self._must_be_open(attempt_id)
        record: Document = {"op": "finish", "attempt_id": attempt_id, "result": documents.from_result(result)}
        record["finished"] = finished.isoformat()
        if proof:
            record["pass"] = documents.from_pass(proof)
        self._keeper.commit({**record, "cards": card_documents(cards)} if cards else record)

    def attempts(self, quiz_id: str) -> tuple[Attempt, ...]:
        """The finished attempts at that quiz, oldest first; read from the history, so the cost grows with them."""
        keeper = self._keeper
        found = keeper.history.read(Stream("attempts", quiz_id), keeper.ledger.leaving)
        attempts = (self._history_attempt(quiz_id, record) for record in found)
        return tuple(attempt for attempt in attempts if attempt is not None)

    def attempt_count(self, quiz_id: str) -> int:
        """How many attempts at that quiz were finished; the history is not read."""
        tally = self._keeper.tables.get("tallies", quiz_id)
        return fields.whole(tally, "finished") if tally else 0

    def last_attempt(self, quiz_id: str) -> Attempt | None:
        """The attempt at that quiz that was finished last; of the history only the end is read."""
        if not self.attempt_count(quiz_id):
            return None
        stream = Stream("attempts", quiz_id)
        waiting = [one.data for one in reversed(self._keeper.ledger.leaving) if one.stream == stream]
        for record in (*waiting, *self._keeper.history.last(stream)):
            attempt = self._history_attempt(quiz_id, record)
            if attempt is not None:
                return attempt
        return next(reversed(self.attempts(quiz_id)), None)

    def passes(self) -> dict[str, Pass]:
        """The passed tests by course id."""
        return {proof.course_id: proof for proof in self._reader.all("passes", documents.to_pass)}

    def save_pass(self, proof: Pass) -> None:
        """Keep a passed test in place of the one kept for its course."""
        self._keeper.commit({"op": "pass", "doc": documents.from_pass(proof)})

    # --- certificates ---

    def certificates(self) -> tuple[IssuedCertificate, ...]:
        """All that were issued, oldest first."""
        return tuple(self._reader.all("certificates", documents.to_certificate))

    def add_certificate(self, certificate: IssuedCertificate, pdf: bytes | None = None) -> None:
        """Keep an issued certificate; with `pdf`, its file is put into the certificates folder before that, whole."""
        document = documents.from_certificate(certificate)
        if pdf is not None:
            path = self.certificates_folder / fields.plain_name(document, "file_name")
            try:
                self._keeper.disk.write_file(path, pdf)
            except OSError as error:
                raise store_error(error, path) from error
        self._keeper.commit({"op": "certificate", "doc": document})

    # --- simulations and self-assessments: for the learner alone ---

    def simulations(self) -> dict[str, SimulationRun]:
        """Where the learner stands in every simulation that was begun, by its id."""
        return {run.scenario_id: run for run in self._reader.all("simulations", private_documents.to_simulation)}

    def save_simulation(self, run: SimulationRun) -> None:
        """Keep where the learner stands in a simulation, in place of what was kept for it."""
        self._keeper.commit({"op": "simulation", "doc": private_documents.from_simulation(run)})

    def delete_simulation(self, scenario_id: str) -> None:
        """Forget a simulation, the state before and the backups included; one that is not kept is none."""
        self.vault.forget("simulations", scenario_id)
        self._keeper.erase({"op": "forget", "table": "simulations", "id": scenario_id})

    def assessment_runs(self) -> tuple[AssessmentRun, ...]:
        """Every pass through a self-assessment, open and finished, in the order in which they were begun.

        Only the app's room for self-assessments and the learner's own export may ask for them; a test watches that.
        """
        return tuple(self._reader.all("assessments", private_documents.to_assessment))

    def save_assessment_run(self, run: AssessmentRun) -> None:
        """Keep a pass through a self-assessment, in place of what was kept under its id."""
        self._keeper.commit({"op": "assessment", "doc": private_documents.from_assessment(run)})

    def delete_assessment_run(self, run_id: str) -> None:
        """Forget a pass, the state before and the backups included; one that is not kept is none."""
        self.vault.forget("assessments", run_id)
        self._keeper.erase({"op": "forget", "table": "assessments", "id": run_id})

    # --- everything that was ever answered ---

    def history(self) -> Iterator[GivenAnswer]:
        """Every answer ever acknowledged: those that were left behind, then those of open attempts and of lessons."""
        return self._given("")

    def answers_for_item(self, item_id: str) -> Iterator[GivenAnswer]:
        """Every answer ever acknowledged to items of that id, in any course, in the order of `history`."""
        return (given for given in self._given(item_id) if given.answer.item_id == item_id)

    def _given(self, mention: str) -> Iterator[GivenAnswer]:
        from desktop.store.given import given_answers

        keeper = self._keeper
        for record in keeper.history.read_all(keeper.ledger.leaving, mention):
            yield from self._reader.read("history", ("",), record, given_answers) or ()
        for key, document in keeper.tables.all("attempts"):
            yield from self._reader.read("attempts", key, {"kind": "attempt", "doc": document}, given_answers) or ()
        for key, document in keeper.tables.all("lessons"):
            checks = {"answers": list(document["checks"].values())}
            record = {"kind": "checks", "course_id": key[0], "lesson_id": key[1], **checks}
            yield from self._reader.read("lessons", key, record, given_answers) or ()

    # --- reading with care ---

    def _history_attempt(self, quiz_id: str, record: Document) -> Attempt | None:
        """The finished attempt at that quiz in a history record, None if it holds none."""
        document = record.get("doc")
        if record.get("kind") != "attempt" or not isinstance(document, dict) or not document.get("finished"):
            return None
        attempt = self._reader.read("history", (str(document.get("id")),), document, documents.to_attempt)
        return attempt if attempt is not None and attempt.quiz_id == quiz_id else None

    def _must_be_open(self, attempt_id: str) -> None:
        if self._keeper.tables.get("attempts", attempt_id) is None:
            raise StoreError("store-no-such-attempt", folder=str(self.folder), attempt_id=attempt_id)


def _later(new: Document, old: Document) -> bool:
    """Whether `new` was given after `old`; where one has a time zone and the other none, the text decides."""
    try:
        return fields.moment(new, "at") > fields.moment(old, "at")
    except (BadDocument, TypeError):
        return bool(str(new["at"]) > str(old.get("at")))
