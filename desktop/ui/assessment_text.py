"""The result of a self-assessment in words: to copy, to print, and for those who do not see the chart."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from desktop.app.assessments import AssessmentResult, DimensionScore
from desktop.ui import wording


def as_text(result: AssessmentResult) -> str:
    """The result as plain lines."""
    lines = [result.assessment.title, day_of(result), ""]
    for axis in result.profile.scores:
        lines += [f"{axis.dimension.title}: {percent_of(axis)}", axis.words, ""]
    for run, profile in result.earlier:
        figures = ", ".join(f"{axis.dimension.title} {percent_of(axis)}" for axis in profile.scores)
        when = wording.day(run.finished.date()) if run.finished else ""
        lines.append(
            QCoreApplication.translate("AssessmentText", "Earlier, {day}: {figures}").format(day=when, figures=figures)
        )
    return "\n".join(lines).strip() + "\n"


def as_html(result: AssessmentResult) -> str:
    """The result below its title, for a sheet to print; its words are escaped."""
    parts = []
    for axis in result.profile.scores:
        parts += [
            f"<h3>{html.escape(axis.dimension.title)}: {percent_of(axis)}</h3>",
            f"<p>{html.escape(axis.words)}</p>",
        ]
    private = QCoreApplication.translate("AssessmentText", "A private result. It is part of no certificate.")
    return "".join([*parts, f"<p><i>{html.escape(private)}</i></p>"])


def day_of(result: AssessmentResult) -> str:
    """The day on which the run was finished."""
    return wording.day(result.run.finished.date()) if result.run.finished else ""


def percent_of(axis: DimensionScore) -> str:
    """A score as it is written."""
    return wording.percent(axis.percent / 100)
