"""Plays a learner who sees nothing: from the first start to the certificate, by keyboard, knowing only what is said.

Run by Debian's own Python inside the session that `session.py` makes. The one argument is a file with the course's
texts and the right answers, as words: what somebody has learned who read the lessons.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reader import NothingSaid, Reader, Seen, content, name_of, states

Item = dict[str, Any]


class Learner:
    """The way through one course."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self._plan = plan
        self.reader = Reader("Klartext")

    def go(self) -> None:
        """The whole way."""
        self._first_start()
        self._find_course()
        for number, lesson in enumerate(self._plan["lessons"], 1):
            self._read(lesson, last=number == len(self._plan["lessons"]))
        self._take_test()
        self._get_certificate()

    # -- to the course ------------------------------------------------------------------------------------------

    def _first_start(self) -> None:
        reader = self.reader
        reader.hear("Welcome")
        reader.focus_on("text", "Your name")
        self._expect_window("Welcome")
        reader.look_over("first start")
        reader.write(self._plan["name"])
        for field in ("Personnel reference", "Language", "Appearance", "Text size"):
            reader.tab_to(*_FIELDS[field])
        reader.tab_to("push button", "Continue")
        reader.press("Return")
        reader.hear("What applies to you?")
        reader.look_over("role")
        role = reader.focus_on("radio button")
        assert "checked" in states(role), "the role that is marked does not say so"
        assert role.description, "a role says nothing about its way"
        reader.press("Down")
        reader.wait(lambda: reader.focus != role and "checked" in states(reader.focus), "no way to the next role")
        reader.press("Return")
        reader.hear("Overview")

    def _find_course(self) -> None:
        reader = self.reader
        reader.look_over("home")
        entry = reader.wait(lambda: reader.find("push button", "Courses"), "no way to the courses")
        # The entry itself says which keys lead there.
        reader.press(entry.description.replace("Alt+", "alt+"))
        reader.hear("Courses")
        reader.look_over("courses")
        reader.tab_to("push button", self._plan["course"])
        reader.press("Return")
        reader.hear(self._plan["course"])
        reader.look_over("course")
        reader.tab_to("push button", "Start the course")
        reader.press("Return")

    def _expect_window(self, title: str) -> None:
        """Without a window that calls itself one, a screen reader reads nothing of it."""
        window = self.reader.program[0]
        assert window.getRoleName() in ("frame", "window"), f"the window calls itself {window.getRoleName()}"
        assert window.name.startswith(title), window.name
        self.reader.wait(lambda: "active" in states(window), "the window never says that it is active")

    # -- lessons ------------------------------------------------------------------------------------------------

    def _read(self, lesson: dict[str, Any], *, last: bool) -> None:
        reader = self.reader
        reader.hear(lesson["title"])
        reader.focus_on("heading", lesson["title"])
        onward = "To the final test" if last else "Next lesson: "
        reader.wait(lambda: reader.find("push button", onward), f"no way on after {lesson['title']}")
        self._read_all(lesson, reader.look_over(lesson["title"]))
        for check in lesson["checks"]:
            self._answer(check)
            self._hear_verdict(check)
        for task in lesson["tasks"]:
            reader.tab_to("check box", task, back=self._is_above(task))
            reader.press("space")
            reader.wait(lambda: "checked" in states(reader.focus), f"“{task}” does not say that it is ticked")
        reader.tab_to("push button", onward)
        reader.hear("Lesson read")
        reader.press("Return")

    def _read_all(self, lesson: dict[str, Any], screen: list[Seen]) -> None:
        whole = "\n".join(_one_line(words) for one in screen for words in (one.name, one.description))
        for words in lesson["texts"]:
            assert _one_line(words) in whole, f"not to be read in {lesson['title']}: {words}"
        headings = {one.name for one in screen if one.role == "heading"}
        missing = set(lesson["headings"]) - headings
        assert not missing, f"in {lesson['title']} these are no headings: {missing}, only {headings}"

    def _is_above(self, task: str) -> bool:
        """Whether a task stands before what has the keyboard: then one goes back to it."""
        order = [one[1:3] for one in self.reader.screen()]
        here = (self.reader.focus.getRoleName(), name_of(self.reader.focus))
        return order.index(("check box", task)) < order.index(here)

    # -- answering ----------------------------------------------------------------------------------------------

    def _answer(self, item: Item) -> None:
        getattr(self, "_answer_" + item["type"].replace("-", "_"))(item)

    def _answer_single(self, item: Item) -> None:
        reader = self.reader
        (right,) = item["right"]
        option = self._to_option("radio button", item, right)
        assert "checked" not in states(option)
        reader.press("space")
        reader.wait(lambda: "checked" in states(option), f"“{right}” does not say that it is chosen")

    _answer_true_false = _answer_single

    def _answer_multiple(self, item: Item) -> None:
        for right in item["right"]:
            option = self._to_option("check box", item, right)
            self.reader.press("space")
            self.reader.wait(lambda option=option: "checked" in states(option), f"“{right}” does not say it is ticked")

    def _to_option(self, role: str, item: Item, words: str) -> Any:
        """Tab to the first option of the question, then on with the arrow keys."""
        reader = self.reader
        reader.tab_to(role)
        while self._question_around() != item["stem"]:
            reader.tab()
            reader.tab_to(role)
        for _ in item["options"]:
            if name_of(reader.focus).split(": ", 1)[-1] == words:
                return reader.focus
            before = name_of(reader.focus)
            reader.press("Down")
            reader.wait(lambda before=before: name_of(reader.focus) != before, "the arrow leads nowhere")
        raise NothingSaid(f"no option “{words}”")

    def _question_around(self) -> str:
        """The nearest group with a name around the keyboard: what a screen reader says on entering it."""
        above = self.reader.focus.parent
        while above is not None and not (above.getRoleName() == "panel" and above.name):
            above = above.parent
        assert above is not None, f"“{name_of(self.reader.focus)}” belongs to no question"
        return str(above.name)

    def _answer_matching(self, item: Item) -> None:
        for left, right in item["pairs"]:
            self._choose(self.reader.tab_to("combo box", f"What belongs to “{left}”?"), right)

    def _choose(self, field: Any, words: str) -> None:
        for _ in range(12):
            if content(field) == words:
                return
            before = content(field)
            self.reader.press("Down")
            self.reader.wait(lambda before=before: content(field) != before, f"“{words}” is not in {name_of(field)}")
        raise NothingSaid(f"“{words}” cannot be chosen in {name_of(field)}")

    def _answer_ordering(self, item: Item) -> None:
        reader = self.reader
        for place, step in enumerate(item["steps"], 1):
            button = self._to_step(step)
            while not button.description.startswith(f"now at place {place} of"):
                reader.press("space")
                reader.hear("Place ")

    def _to_step(self, step: str) -> Any:
        """The button that moves a step up, or where it is the first, the one that moves it down."""
        wanted = f"Move up: {step}"
        first = self.reader.find("push button", wanted)
        if first is not None and "sensitive" not in first.states:
            return first.thing
        return self.reader.tab_to("push button", wanted)

    def _answer_cloze(self, item: Item) -> None:
        for number, words in enumerate(item["gaps"], 1):
            name = f"Gap {number} of {len(item['gaps'])}"
            if self.reader.find("combo box", name) is not None:
                self._choose(self.reader.tab_to("combo box", name), words)
            else:
                self.reader.tab_to("text", name)
                self.reader.write(words)

    def _answer_short(self, item: Item) -> None:
        self.reader.tab_to("text", "Your ")
        self.reader.write(item["text"])

    _answer_numeric = _answer_short

    def _answer_reflection(self, item: Item) -> None:
        self.reader.tab_to("text", "Your thoughts")
        self.reader.write("I would ask first.")
        self.reader.press("ctrl+Return")

    def _hear_verdict(self, item: Item) -> None:
        """In a lesson an option is final at once; everything else is confirmed."""
        if item["type"] in ("multiple", "matching", "ordering", "cloze", "short", "numeric"):
            self.reader.tab_to("push button", "Check")
            self.reader.press("Return")
        self._hear_right(item)

    def _hear_right(self, item: Item) -> None:
        said = self.reader.hear("Kept." if item["type"] == "reflection" else "Correct.")
        for words in item["feedback"]:
            assert words in said, f"“{words}” is not said: {said}"

    # -- the test -----------------------------------------------------------------------------------------------

    def _take_test(self) -> None:
        reader, items = self.reader, {item["stem"]: item for item in self._plan["test"]}
        count = len(items)
        reader.hear("Test: ")
        for number in range(1, count + 1):
            heading = f"Question {number} of {count}"
            if number > 1:
                reader.hear(heading)
            screen = reader.look_over(heading)
            assert any(one.fits("heading", heading) for one in screen), f"no heading says {heading}"
            item = items.pop(next(one.name for one in screen if one.name in items))
            self._answer(item)
            if item["type"] != "reflection":
                reader.tab_to("push button", "Confirm")
                reader.press("Return")
            self._hear_right(item)
            reader.focus_on("push button", "See the result" if number == count else "Next")
            reader.press("Return")
        assert not items, f"never asked: {list(items)}"

    def _get_certificate(self) -> None:
        reader = self.reader
        said = reader.hear("Passed")
        assert "100" in said, said
        reader.look_over("result")
        reader.tab_to("push button", "Get your certificate")
        reader.press("Return")
        reader.hear("Your certificate")
        shown = [one.name for one in reader.look_over("offer")]
        assert self._plan["name"] in shown, "the sheet does not say whose it is"
        assert any(self._plan["course"] in words for words in shown), "the sheet does not say for which course"
        reader.tab_to("push button", "Issue certificate")
        reader.press("Return")
        reader.hear("The certificate has been issued.")
        reader.look_over("certificates")


def _one_line(words: str) -> str:
    return " ".join(words.split())


_FIELDS = {
    "Personnel reference": ("text", "Personnel reference"),
    "Language": ("combo box", "Language"),
    "Appearance": ("combo box", "Appearance"),
    "Text size": ("slider", "Text size"),
}


def main() -> None:
    """Play; say what was found; end with 0 only if nothing was."""
    learner = Learner(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    try:
        learner.go()
    except AssertionError as error:
        learner.reader.findings.append(str(error))
    learner.reader.press("ctrl+q")
    for finding in dict.fromkeys(learner.reader.findings):
        print(finding)
    sys.exit(1 if learner.reader.findings else 0)


if __name__ == "__main__":
    main()
