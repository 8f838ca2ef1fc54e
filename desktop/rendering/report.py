"""The report on everything that is kept, as one HTML page that needs nothing from anywhere else."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path

from desktop.model.my_data import KeptData


def render(kept: KeptData, assets: Path, language: str, *, made: datetime, version: str) -> str:
    """The page in German ("de") or English; every word of the learner's is escaped, and it prints on A4."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = assets / "report"
    spoken = language if (folder / f"{language}.toml").is_file() else "en"
    words = tomllib.loads((folder / f"{spoken}.toml").read_text(encoding="utf-8"))
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def day(value: date) -> str:
        month = words["months"][value.month - 1]
        return str(words["day"]).format(day=value.day, month=month, year=value.year)

    def number(value: float) -> str:
        whole = f"{value:.1f}".removesuffix(".0")
        return whole.replace(".", words["decimal"])

    environment.filters |= {"day": day, "number": number}
    template = environment.get_template("report.html.j2")
    return template.render(kept=kept, words=words, language=spoken, made=made, version=version)
