"""Everything a front end needs, opened on one data folder."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from desktop.app.library import Library
from desktop.app.overview import overview
from desktop.app.people import People
from desktop.app.profiles import Profiles
from desktop.app.standing import Standing
from desktop.model.policy import Policy
from desktop.store.learner_store import LearnerStore

if TYPE_CHECKING:
    from desktop.app.annotations import Annotations
    from desktop.app.assessments import Assessments
    from desktop.app.attempts import Attempts
    from desktop.app.certificates import Certificates
    from desktop.app.hr_folder import HrFolder
    from desktop.app.my_data import MyData
    from desktop.app.paths import Paths
    from desktop.app.policy import Employer
    from desktop.app.refreshers import Refreshers
    from desktop.app.search import Search
    from desktop.app.shares import Shares
    from desktop.app.simulations import Simulations
    from desktop.app.study import Study
    from desktop.model.problem import Problem
    from desktop.model.progress import Overview

NO_POLICY = Policy()
FIRST_LOOK = 0.4
"""Seconds that the very first start gives the employer's folders, so that a near one is there at once."""


class Workspace:
    """The rooms of the app on one memory and one library; close it, or use it as a context manager.

    Home needs people and library alone; every other room, with all it imports, is made when it is first entered.
    """

    def __init__(
        self,
        store: LearnerStore,
        library: Library,
        *,
        assets: Path,
        clock: Callable[[], datetime],
        rng: random.Random,
        policy: Policy = NO_POLICY,
        policy_problems: tuple[Problem, ...] = (),
        shares: Shares | None = None,
        profiles: Profiles | None = None,
    ) -> None:
        self._store = store
        self.profiles = profiles or Profiles(store.folder)
        self.policy = policy
        self._policy_problems = policy_problems
        self._shares = shares
        self._clock = clock
        self._rng = rng
        self._assets = assets
        self._standing = Standing(store, library, clock)
        self.library = library
        self.people = People(store)

    @cached_property
    def study(self) -> Study:
        """Reading: progress, ticks, knowledge checks."""
        from desktop.app.study import Study

        return Study(self._store, self.library, self._standing, self._clock)

    @cached_property
    def employer(self) -> Employer:
        """What the employer lays down, and how much of it can be had now."""
        from desktop.app.policy import Employer, Laid

        laid = Laid(self.policy, self._policy_problems)
        return Employer(laid, self.library, self._shares, self._store.folder, self._assets)

    @cached_property
    def paths(self) -> Paths:
        """The way of the learner's role."""
        from desktop.app.paths import Paths

        return Paths(self._store, self.library, self._standing, self._clock, self.policy)

    @cached_property
    def attempts(self) -> Attempts:
        """Tests."""
        from desktop.app.attempts import Attempts

        return Attempts(self._store, self.library, self._standing, self._clock, self._rng)

    @cached_property
    def refreshers(self) -> Refreshers:
        """Questions that come back when they fade."""
        from desktop.app.refreshers import Refreshers

        return Refreshers(self._store, self.library, self._clock)

    @cached_property
    def annotations(self) -> Annotations:
        """Highlights, notes and bookmarks."""
        from desktop.app.annotations import Annotations

        return Annotations(self._store, self.library, self._clock, self._rng)

    @cached_property
    def simulations(self) -> Simulations:
        """Simulations."""
        from desktop.app.simulations import Simulations

        return Simulations(self._store, self.library, self._clock)

    @cached_property
    def assessments(self) -> Assessments:
        """Self-assessments."""
        from desktop.app.assessments import Assessments

        return Assessments(self._store, self.library, self._clock, self._rng)

    @cached_property
    def certificates(self) -> Certificates:
        """Certificates: offering, issuing, exporting, verifying."""
        from desktop.app.certificates import Certificates

        return Certificates(self._store, self.library, self._standing, self._assets, self._rng)

    @cached_property
    def hr_folder(self) -> HrFolder | None:
        """The HR department's folder, where the employer names one."""
        if self.policy.drop_folder is None:
            return None
        from desktop.app.hr_folder import HrFolder

        return HrFolder(self.certificates, self.policy.drop_folder)

    @cached_property
    def search(self) -> Search:
        """Finding lessons, terms, answered questions and commands."""
        from desktop.app.search import Search

        return Search(self._store, self.library)

    @cached_property
    def my_data(self) -> MyData:
        """Everything that is kept: to look at, take along, bring here, delete, back up and restore."""
        from desktop.app.my_data import MyData

        return MyData(self._store, self.library, self.certificates, self._assets, self._clock, self.profiles)

    def overview(self, language: str) -> Overview:
        """What home shows: greeting, the course to go on with, all courses."""
        return overview(self._store, self._standing, self.paths, self._clock, language, self.refreshers.due(language))

    def close(self) -> None:
        """Make the day's backup and let go of the data folder; calling it twice is harmless."""
        self.my_data.back_up_if_due()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workspace(
    home: Path,
    *,
    course_folders: Sequence[Path],
    quiz_folders: Sequence[Path],
    assets: Path,
    clock: Callable[[], datetime],
    rng: random.Random,
    rescue: bool = False,
    policy: Policy = NO_POLICY,
    policy_problems: tuple[Problem, ...] = (),
    base: Path | None = None,
) -> Workspace:
    """Open the data folder `home`, made where it is missing.

    `base` is the laptop's data folder where `home` is that of one of several people on it; what is not about a person
    lies there. Courses are searched in the folders given and in `<base>/courses` and `<base>/quizzes`. `rng` supplies
    seeds and certificate ids (production hands in SystemRandom); `policy` is what the employer lays down,
    `policy_problems` what is wrong in its file. After StoreDamaged, `rescue` begins again with what can still be read.
    Raises StoreLocked, StoreNewer, StoreDamaged, StoreFull, StoreReadOnly.
    """
    opened = LearnerStore.rescue if rescue else LearnerStore.open
    store = opened(home, clock=clock)
    base = base or home
    shares = _shares(policy, base, clock)
    library = Library(base, course_folders, quiz_folders, assets, org=policy.org, shares=shares)
    return Workspace(
        store,
        library,
        assets=assets,
        clock=clock,
        rng=rng,
        policy=policy,
        policy_problems=policy_problems,
        shares=shares,
        profiles=Profiles(base),
    )


def _shares(policy: Policy, home: Path, clock: Callable[[], datetime]) -> Shares | None:
    """The employer's folders, being looked at; only the very first time is a moment given to them."""
    if not policy.course_folders and not policy.quiz_folders:
        return None
    from desktop.app.shares import Shares

    shares = Shares(policy.course_folders, policy.quiz_folders, home / "cache" / "shares", clock=clock)
    shares.look()
    if shares.first_time:
        shares.wait(FIRST_LOOK)
    return shares
