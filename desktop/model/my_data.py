"""What is kept about a learner, seen as a whole: in figures, in backups, in what another laptop brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.model.certificate import IssuedCertificate
from desktop.model.learner import Learner, Settings


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts: courses of which anything is kept, lessons read, answers ever given, finished attempts, and so on.

    Each annotation counts once: as a note if it has words, else as a bookmark or a highlight. `cards` are questions
    that come back as refreshers.
    """

    courses: int = 0
    lessons_read: int = 0
    answers: int = 0
    attempts: int = 0
    passes: int = 0
    certificates: int = 0
    simulations: int = 0
    assessments: int = 0
    notes: int = 0
    highlights: int = 0
    bookmarks: int = 0
    cards: int = 0


class BackupKind(StrEnum):
    """Why a backup was made: the day's, or because something was about to be restored or brought in."""

    DAILY = "daily"
    BEFORE_RESTORE = "restore"
    BEFORE_IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the list; `name` is its file, `made` local time without a zone."""

    name: str
    made: datetime
    kind: BackupKind
    figures: Figures


@dataclass(frozen=True, slots=True)
class LessonKept:
    """A lesson that was opened; `title` is its id where the lesson is no longer at hand."""

    title: str
    read: bool
    read_on: date | None
    answers: int


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A note, a highlight or a bookmark; `lesson` is its title, `quote` the passage it belongs to or empty."""

    lesson: str
    quote: str
    words: str
    bookmark: bool
    changed: datetime


@dataclass(frozen=True, slots=True)
class AttemptKept:
    """A finished attempt at a test; `score` is percent."""

    finished: datetime
    score: float
    passed: bool
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseKept:
    """What is kept of a course; `title` is the best that is known where the course is no longer at hand.

    `cards` counts the questions that come back as refreshers.
    """

    course_id: str
    title: str
    lessons: tuple[LessonKept, ...]
    attempts: tuple[AttemptKept, ...]
    answers: int
    passed_on: date | None
    certificates: tuple[IssuedCertificate, ...]
    notes: tuple[NoteKept, ...] = ()
    cards: int = 0

    @property
    def lessons_read(self) -> int:
        """How many were read to their end."""
        return sum(lesson.read for lesson in self.lessons)


@dataclass(frozen=True, slots=True)
class SimulationKept:
    """A simulation that was begun, and how many of its endings were reached."""

    title: str
    touched: datetime
    endings: int


@dataclass(frozen=True, slots=True)
class AssessmentKept:
    """A pass through a self-assessment; `scores` are percent by the name of the dimension, empty while it is open."""

    title: str
    started: datetime
    finished: datetime | None
    scores: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptData:
    """Everything that is kept, for people to read; `size` is bytes on the disk, certificates and backups included."""

    learner: Learner | None
    settings: Settings
    figures: Figures
    courses: tuple[CourseKept, ...]
    simulations: tuple[SimulationKept, ...]
    assessments: tuple[AssessmentKept, ...]
    backups: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file from another laptop would change, or has changed: counts of what is new here.

    `lessons` counts those that would stand further than now, `notes` highlights, notes and bookmarks, `unreadable`
    what cannot be taken over.
    """

    name: str
    same_person: bool
    made: datetime
    answers: int
    lessons: int
    attempts: int
    passes: int
    certificates: int
    simulations: int
    assessments: int
    notes: int = 0
    cards: int = 0
    unreadable: int = 0
    takes_name: bool = field(default=False)

    @property
    def anything(self) -> bool:
        """Whether anything would change at all."""
        counts = (self.answers, self.lessons, self.attempts, self.passes)
        more = (self.certificates, self.simulations, self.assessments, self.notes, self.cards, self.takes_name)
        return any(counts) or any(more)
