"""What turns out about a policy after it was read, told at the line it comes from."""

from __future__ import annotations

from pathlib import Path

from desktop.content.logo import read_logo
from desktop.content.policy import MAX_POLICY_BYTES, is_folder
from desktop.content.sources import Notes, Source, read_source
from desktop.model.policy import Policy
from desktop.model.problem import Problem


def out_of_reach(path: Path, policy: Policy) -> tuple[Problem, ...]:
    """What the policy names and this computer does not have now: its folders (warnings) and its logo."""
    read = read_source(path, MAX_POLICY_BYTES)
    if read.value is None:
        return ()
    notes = Notes(read.value)
    drop = (policy.drop_folder,) if policy.drop_folder else ()
    for folder in (*policy.course_folders, *policy.quiz_folders, *drop):
        if not is_folder(folder):
            line = next((n for n, text in enumerate(read.value.lines, start=1) if folder.name in text.split("#")[0]), 1)
            column = max(0, read.value.excerpt(line).find(folder.name)) + 1
            notes.warning("policy-folder-unreachable", line, column, len(folder.name), path=str(folder))
    return (*notes.found(), *(read_logo(policy.logo).problems if policy.logo else ()))


def warning_at(path: Path, key: str, value: str, code: str, **data: str) -> Problem:
    """A warning at the first line in which key and value stand, else one of them; for what turns out after reading."""
    read = read_source(path, MAX_POLICY_BYTES).value
    notes = Notes(read or Source.of(path, ""))
    lines = [
        (n, line.lower()) for n, line in enumerate(notes.source.lines, start=1) if not line.lstrip().startswith("#")
    ]
    for wanted in ((key, value), (value,), (key,)):
        for number, line in lines:
            if all(word.lower() in line for word in wanted):
                notes.warning(code, number, line.find(wanted[-1].lower()) + 1, len(wanted[-1]), **data)
                return notes.problems[0]
    notes.warning(code, 1, 1, 1, **data)
    return notes.problems[0]
