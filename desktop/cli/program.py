"""The command line: `check`, `verify` and `tour`, and, with no command, the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop import __version__
from desktop.cli import check_report, verify_report
from desktop.model.certificate import VerdictName
from desktop.model.errors import KlartextError
from desktop.model.problem import Severity
from desktop.rendering.sentences import Sentences

if TYPE_CHECKING:
    from desktop.app.views import CheckReport


@dataclass(frozen=True)
class Doors:
    """What the program is given by whoever wires it: the shipped files and the two ways to start Qt."""

    assets: Path
    open_window: Callable[[Path | None, Path | None], int]
    run_tour: Callable[[Path | None, Path, bool], int]


def pick_language(asked: str | None, environment: dict[str, str]) -> str:
    """The asked-for language, else that of the environment; German where it says nothing."""
    if asked:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "").partition(".")[0].partition("_")[0]
        if value and value not in ("C", "POSIX"):
            return "de" if value == "de" else "en"
    return "de"


def asked_language(arguments: list[str]) -> str | None:
    """The `--language` among raw arguments, needed before click can print its help in that language."""
    for index, word in enumerate(arguments):
        value = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("de", "en"):
            return value
    return None


def build(doors: Doors, sentences: Sentences) -> click.Group:
    """The program with its help in the language of `sentences`."""

    def words(code: str) -> str:
        return sentences.say(code, {}).text

    settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

    @click.group(invoke_without_command=True, help=words("help-program"), context_settings=settings)
    @click.version_option(__version__, prog_name="klartext", help=words("help-version"))
    @click.option("--home", type=click.Path(path_type=Path, file_okay=False), help=words("help-home"))
    @click.option("--language", type=click.Choice(["de", "en"]), help=words("help-language"))
    @click.option("--policy", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=words("help-policy"))
    @click.pass_context
    def klartext(context: click.Context, home: Path | None, language: str | None, policy: Path | None) -> None:
        del language  # read before the program was built
        context.obj = home
        if context.invoked_subcommand is None:
            context.exit(doors.open_window(home, policy))

    klartext.add_command(_check(doors, sentences))
    klartext.add_command(_verify(sentences))
    klartext.add_command(_tour(doors, words))
    return klartext


def _format_option(sentences: Sentences) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help=sentences.say("help-format", {}).text,
    )


def _paths() -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))


def _check(doors: Doors, sentences: Sentences) -> click.Command:
    @click.command("check", help=sentences.say("help-check", {}).text)
    @_paths()
    @click.option("--fix", is_flag=True, help=sentences.say("help-fix", {}).text)
    @_format_option(sentences)
    @click.pass_context
    def check(context: click.Context, paths: tuple[Path, ...], fix: bool, form: str) -> None:
        if fix:
            report = _fixed(context, paths, doors, sentences, aside=form == "json")
        else:
            from desktop.app.checking import check_paths

            report = check_paths(paths, assets=doors.assets, home=context.obj)
        if form == "json":
            click.echo(check_report.as_json(report.problems, sentences))
        else:
            for problem in report.problems:
                click.echo(check_report.as_text(problem, sentences, click.style) + "\n")
            click.echo(check_report.summary(report.problems, report.files, sentences))
        errors = any(p.severity is Severity.ERROR for p in report.problems)
        context.exit(1 if errors else 0)

    return check


def _fixed(
    context: click.Context, paths: tuple[Path, ...], doors: Doors, sentences: Sentences, *, aside: bool
) -> CheckReport:
    """Write missing ids, say each in a line (`aside`: on stderr, because a tool reads stdout), and what remains."""
    from desktop.app.fixing import fix_paths

    done = fix_paths(paths, assets=doors.assets, home=context.obj)
    for one in done.written:
        click.echo(check_report.written(one.file, one.line, one.id), err=aside)
    code = "fix-summary" if done.written else "fix-nothing"
    click.echo(sentences.say(code, {"count": str(len(done.written))}).text + ("" if aside else "\n"), err=aside)
    return done.rest


def _verify(sentences: Sentences) -> click.Command:
    @click.command("verify", help=sentences.say("help-verify", {}).text)
    @_paths()
    @_format_option(sentences)
    @click.pass_context
    def verify(context: click.Context, paths: tuple[Path, ...], form: str) -> None:
        from desktop.app.verifying import verify_paths

        verdicts = verify_paths(paths)
        if form == "json":
            click.echo(verify_report.as_json(verdicts, sentences))
        else:
            for verdict in verdicts:
                click.echo(verify_report.as_text(verdict, sentences, click.style))
            if not verdicts:
                click.echo(sentences.say("verify-empty", {}).text, err=True)
        sealed = bool(verdicts) and all(v.name is VerdictName.SEALED for v in verdicts)
        context.exit(0 if sealed else 1)

    return verify


def _tour(doors: Doors, words: Callable[[str], str]) -> click.Command:
    @click.command("tour", help=words("help-tour"))
    @click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help=words("help-out"))
    @click.option("--all", "everything", is_flag=True, help=words("help-all"))
    @click.pass_context
    def tour(context: click.Context, out: Path, everything: bool) -> None:
        context.exit(doors.run_tour(context.obj, out, everything))

    return tour


def usage_sentence(error: click.ClickException, sentences: Sentences) -> str:
    """What was wrong with the words typed, in the language of `sentences`; click's own words for rare faults."""
    match error:
        case click.MissingParameter():
            code, what = "usage-missing", error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        case click.NoSuchOption():
            code, what = "usage-unknown-option", error.option_name
        case click.NoSuchCommand():
            code, what = "usage-unknown-command", error.command_name
        case click.BadParameter():
            code, what = "usage-bad-value", error.message
        case _:
            return error.format_message()
    sentence = sentences.say(code, {"what": what})
    return f"{sentence.text} {sentence.hint}"


def run(arguments: list[str], doors: Doors) -> int:
    """Run the program; a failure of the error tree becomes its sentence on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A C locale or a Windows code page must not turn an umlaut into a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language = pick_language(asked_language(arguments), dict(os.environ))
    sentences = Sentences(doors.assets, language)
    try:
        result = build(doors, sentences).main(arguments, prog_name="klartext", standalone_mode=False)
    except KlartextError as error:
        sentence = sentences.say(error.code, error.data)
        click.echo(f"{sentence.text} {sentence.hint}".strip(), err=True)
        return 2
    except click.ClickException as error:
        click.echo(usage_sentence(error, sentences), err=True)
        return error.exit_code
    except click.Abort:
        return 130
    return int(result or 0)
