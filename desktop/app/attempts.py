"""Taking a test: begin or go on, answer, move about, finish, look back."""

from __future__ import annotations

import random
import uuid
from dataclasses import replace
from datetime import datetime

from desktop.app.library import Library
from desktop.app.running import Running, find
from desktop.app.standing import LANGUAGES, Clock, Standing
from desktop.app.views import Answered, AttemptView, Finished
from desktop.learning.attempts import attempts_left, is_final, renewed, with_answer
from desktop.learning.drawing import draw
from desktop.learning.grading import grade
from desktop.learning.keys import scoring_key
from desktop.learning.refreshing import CardKey, attempt_cards, key_of
from desktop.learning.results import lessons_to_reread, missed, result
from desktop.learning.validity import replaces
from desktop.model.course import CourseOutline
from desktop.model.errors import KlartextError, NotPossible
from desktop.model.learner import Answer, Attempt, Pass
from desktop.model.quiz import Quiz, Response
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore


class Attempts:
    """The one open attempt of each test, and the finished ones; every change is on disk when the call returns."""

    def __init__(
        self, store: LearnerStore, library: Library, standing: Standing, clock: Clock, rng: random.Random
    ) -> None:
        self._store = store
        self._library = library
        self._standing = standing
        self._clock = clock
        self._rng = rng
        self._running: dict[str, Running] = {}

    def start_or_resume(self, course_id: str, language: str) -> AttemptView:
        """Go on with the open attempt, at the same item with the same draw, or begin one.

        Where a certificate can be renewed, an attempt from before that time is left behind and attempts are counted
        anew. Items that a trainer changed in substance since are asked again, all other answers stand.
        Raises NotPossible `course-unknown`, `course-without-test` or `attempts-used-up`, ContentError `quiz-unusable`.
        """
        self._library.refresh()
        outline = self._library.outline(course_id, language)
        quiz = self._library.quiz(course_id, language)
        kept = self._store.open_attempt(quiz.id)
        since = self._standing.renewable_since(outline)
        if kept is not None and since is not None and kept.started.date() < since:
            kept = None  # begun long before there was anything to renew: a renewal is asked from the start
        attempt = kept or self._start(outline, quiz)
        running = self._run(attempt, outline, quiz)
        dropped = attempt.answers.keys() - running.attempt.answers.keys()
        return AttemptView(
            attempt=running.discreet(),
            quiz=quiz,
            outline=outline,
            items=running.views(finished=False),
            resumed=kept is not None,
            reopened=tuple(d.item_id for d in running.attempt.draw if d.item_id in dropped),
            attempts_left=self._left_after(running),
        )

    def answer(self, attempt_id: str, item_id: str, response: Response, hint_used: bool = False) -> Answered:
        """Grade and keep an answer; it is on disk when this returns.

        Where feedback is immediate the first answer stands: a second one changes nothing and the first is returned.
        Raises NotPossible `attempt-unknown` or `item-not-drawn`.
        """
        running = self._known(attempt_id)
        position = running.position_of(item_id)
        if not is_final(running.own, running.attempt, item_id):
            item = find(running.shown, item_id) or running.own_item(item_id)
            before = running.attempt.answers.get(item_id)
            seen = item_id in running.attempt.hints or (before is not None and before.hint_used)
            hint_used = hint_used or seen
            graded = grade(item, response, hint_used=hint_used)
            drawn, key = running.attempt.draw[position], scoring_key(item)
            # The draw's own key is not written a second time: answers are what there is most of.
            same = drawn.key == key and drawn in running.kept.draw
            answer = Answer(item_id, response, graded.fraction, self._clock(), hint_used, () if same else key)
            self._store.record_answer(attempt_id, answer, position)
            running = self._keep(replace(running, attempt=with_answer(running.attempt, answer, position)))
        view = running.view(position, finished=False)
        return Answered(view.graded, running.discreet(), view)

    def see_hint(self, attempt_id: str, item_id: str) -> None:
        """Keep that the hint of an item is looked at; it counts even if the test is left before there is an answer.

        Raises NotPossible `attempt-unknown` or `item-not-drawn`.
        """
        running = self._known(attempt_id)
        running.position_of(item_id)
        if item_id not in running.attempt.hints:
            self._store.record_hint(attempt_id, item_id)
            self._keep(replace(running, attempt=replace(running.attempt, hints=running.attempt.hints | {item_id})))

    def go_to(self, attempt_id: str, position: int) -> Attempt:
        """Stand at another place of the draw. Raises NotPossible `attempt-unknown` or `position-unknown`."""
        running = self._known(attempt_id)
        if not 0 <= position < len(running.attempt.draw):
            raise NotPossible("position-unknown", position=str(position))
        if position != running.attempt.position:
            self._store.move_to(attempt_id, position)
            running = self._keep(replace(running, attempt=replace(running.attempt, position=position)))
        return running.discreet()

    def finish(self, attempt_id: str) -> Finished:
        """Close the attempt, open items counted as 0, and keep the pass in the same stroke if it was one.

        When its items come back as refreshers is kept in that stroke, too.

        Raises NotPossible `attempt-unknown`.
        """
        running = self._known(attempt_id)
        outcome = result(running.own, running.attempt)
        now = self._clock()
        closed = replace(running.attempt, finished=now, result=outcome)
        cards = tuple(attempt_cards(closed, now, self._kept_cards(closed)))
        self._store.finish_attempt(
            attempt_id, outcome, now, self._proof(running, now) if outcome.passed else None, cards=cards
        )
        del self._running[attempt_id]
        return self._finished(replace(running, attempt=closed))

    def last(self, course_id: str) -> Attempt | None:
        """The attempt finished last, as it was kept; None where there is none."""
        outline = self._library.outline(course_id, self._store.settings().language)
        return self._store.last_attempt(outline.quiz_id) if outline.quiz_id else None

    def last_finished(self, course_id: str, language: str) -> Finished | None:
        """The attempt finished last with its marks, to be shown again; items that changed since stand without answer.

        Raises as `start_or_resume` where the test cannot be read any more.
        """
        attempt = self.last(course_id)
        if attempt is None or attempt.result is None:
            return None
        outline = self._library.outline(course_id, language)
        return self._finished(self._fit(attempt, outline, self._library.quiz(course_id, language)))

    def _kept_cards(self, attempt: Attempt) -> dict[CardKey, Card]:
        found = (self._store.card(attempt.course_id, "", drawn.item_id) for drawn in attempt.draw)
        return {key_of(card): card for card in found if card is not None}

    def _proof(self, running: Running, now: datetime) -> Pass | None:
        """The pass to keep: none where one is kept already that this one neither renews nor brings up to date."""
        proof = running.proof(now)
        kept = self._store.passes().get(proof.course_id)
        if kept is None:
            return proof
        ends = self._standing.ends(running.outline, kept)
        stays = not replaces((proof.day, proof.course_version), (kept.day, kept.course_version), ends)
        return None if stays else proof

    def _start(self, outline: CourseOutline, quiz: Quiz) -> Attempt:
        left = attempts_left(quiz, outline.version, self._counted(outline, quiz))
        if left == 0:
            raise NotPossible("attempts-used-up", course=outline.title, attempts=str(quiz.attempts))
        seed = self._rng.getrandbits(53)
        attempt = Attempt(
            id=str(uuid.UUID(int=self._rng.getrandbits(128), version=4)),
            course_id=outline.id,
            quiz_id=quiz.id,
            # The language really asked in: where a translation is missing, that of the original.
            language=quiz.language,
            seed=seed,
            draw=draw(quiz, seed),
            started=self._clock(),
            course_version=outline.version,
            content_hash=outline.content_hash,
        )
        self._store.start_attempt(attempt)
        return attempt

    def _run(self, attempt: Attempt, outline: CourseOutline, shown: Quiz) -> Running:
        return self._keep(self._fit(attempt, outline, shown))

    def _fit(self, attempt: Attempt, outline: CourseOutline, shown: Quiz) -> Running:
        """The attempt on today's bank, in every language in which an answer may have been given."""
        editions = {shown.language: shown}
        for language in (attempt.language, *LANGUAGES):
            try:
                edition = self._library.quiz(attempt.course_id, language)
            except KlartextError:
                continue  # a broken translation must not stop a test that can be read in another language
            editions.setdefault(edition.language, edition)
        own = editions.get(attempt.language, shown)
        fitted = renewed(attempt, own, tuple(editions.values()))
        return Running(fitted, attempt, outline, shown, own, tuple(editions.values()))

    def _keep(self, running: Running) -> Running:
        self._running[running.attempt.id] = running
        return running

    def _known(self, attempt_id: str) -> Running:
        running = self._running.get(attempt_id)
        if running is None:
            raise NotPossible("attempt-unknown")
        return running

    def _counted(self, outline: CourseOutline, quiz: Quiz) -> tuple[Attempt, ...]:
        """The finished attempts that count, read from history only where the test limits them."""
        if quiz.attempts is None:
            return ()
        since = self._standing.renewable_since(outline)
        finished = self._store.attempts(quiz.id)
        return finished if since is None else tuple(one for one in finished if one.started.date() >= since)

    def _left_after(self, running: Running) -> int | None:
        left = attempts_left(running.own, running.attempt.course_version, self._counted(running.outline, running.own))
        return None if left is None else max(0, left - 1)

    def _finished(self, running: Running) -> Finished:
        attempt, outline = running.attempt, running.outline
        assert attempt.result is not None
        left = attempts_left(running.own, outline.version, self._counted(outline, running.own))
        return Finished(
            result=attempt.result,
            lessons_to_reread=lessons_to_reread(outline, missed(running.own, attempt)),
            certificate_offered=self._standing.certificate_offered(outline),
            state=self._standing.of(outline),
            attempt=attempt,
            items=running.views(finished=True),
            topics=running.topics(),
            attempts_left=left,
        )
