"""Arguments: what can be typed on the command line, and the help for each of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import briefpack
from briefpack.files.page_numbers import PAGE_NUMBERS
from briefpack.handbook import PACK_AUDIENCES, RELEASED_TO, Audience

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; what it returns has the name of the subcommand under `command`."""
    whole = argparse.ArgumentParser(prog="briefpack", description=(briefpack.__doc__ or "").partition("\n")[0])
    commands = whole.add_subparsers(required=True, dest="command", metavar="COMMAND")
    _check(commands)
    _pack(commands)
    _report(commands)
    _register(commands)
    _build(commands)
    _batch(commands)
    _explain(commands)
    _readers(commands)
    _texts(commands)
    _record(commands)
    _new_organisation(commands)
    _typeset(commands)
    style = _command(
        commands, "style", "say what a Word template gives to packs, what the base fills in, and what is mended"
    )
    style.add_argument("style", type=Path, metavar="STYLE.docx")
    _library(style)
    _custody(commands)
    return whole


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = _command(
        commands, "check", "print every problem of cases, and the open questions of those without an error"
    )
    check.add_argument("cases", nargs="*", type=Path, metavar="CASE_DIR", help="default: every case in ./inputs")
    machines = (
        "json and sarif print one document of problems and findings, without open questions (default: %(default)s)"
    )
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=machines)
    check.add_argument("--quiet", action="store_true", help="print problems only, no open questions")
    found = "print, for the team alone, what does not fit between the tracks; exit status 3 where it is high or medium"
    check.add_argument("--findings", action="store_true", help=found)
    check.add_argument("--sources", action="store_true", help="warn of each fact for which no source is named")
    _library(check)
    check.add_argument(
        "--organisation",
        help="check this house style, too: its files, lengths of pages, names by its pattern, findings as it sets them",
    )
    check.add_argument(
        "--outputs", type=Path, help=("where packs were released, to see which of them would be refused today")
    )


def _pack(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = _command(commands, "pack", "make the Word and Markdown packs of one case")
    _order(pack)
    pack.add_argument("--into", type=Path, required=True, metavar="DIR", help="where the files are put")
    pack.add_argument("--outputs", type=Path, metavar="DIR", help="where packs were released, to compare them")


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    gives = "make the report to the coordinator between the tracks, of a case that names who gets it"
    report = _command(commands, "report", gives)
    _house(report)
    report.add_argument("--into", type=Path, required=True, metavar="DIR", help="where the files are put")


def _register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    gives = "make the register of an organisation across the cases that name its recipients as their own"
    register = _command(commands, "register", gives)
    _library(register)
    register.add_argument("--inputs", type=Path, default=Path("inputs"), help="default: the folder inputs here")
    register.add_argument("--organisation", default="default", help="whose register (default: %(default)s)")
    register.add_argument("--language", nargs="+", help="default: each that every case in it is written in")
    stands = "where packs were released, to say how they stand (default: %(default)s)"
    register.add_argument("--outputs", type=Path, default=Path("outputs"), metavar="DIR", help=stands)
    task = register.add_mutually_exclusive_group(required=True)
    task.add_argument("--into", type=Path, metavar="DIR", help="where the files are put")
    task.add_argument("--explain", action="store_true", help="say what the gate finds in it, where, and of which field")
    task.add_argument("--batch", type=Path, metavar="BATCH.json", help="release it, as the last job of a build does")


def _build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = _command(commands, "build", "make the packs of one case and release them, as a job of snakemake does")
    _order(build, RELEASED_TO)
    build.add_argument("--outputs", type=Path, required=True, metavar="DIR", help="where packs are released")
    told = "digests of all files that these packs are made from, and of those shared by all packs of the house style"
    build.add_argument("--made-from", nargs=2, required=True, metavar=("OWN", "SHARED"), help=told)


def _batch(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    batch = _command(commands, "batch", "make and release the packs of many cases, as a job of snakemake does")
    batch.add_argument("batch", type=Path, metavar="BATCH.json", help="the file in which the build has listed them")


def _explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    says = "say where each part of a document comes from; without AUDIENCE, what the gate finds in the packs of a case"
    explain = _command(commands, "explain", says)
    _order(explain, RELEASED_TO)
    whose = "say which template, block and organisation gave each part of this reader's pack or report, and what fed it"
    explain.add_argument("reader", nargs="?", type=_audience, metavar="AUDIENCE", help=whose)
    explain.add_argument(
        "--document", metavar="NAME", help="of another document of that reader, such as brief.1 or record.1"
    )
    explain.add_argument("--section", metavar="PART", help="of that document only this, such as assessment or cover")
    explain.add_argument("--outputs", type=Path, metavar="DIR", help="where the build releases packs")


def _audience(word: str) -> str:
    if word in RELEASED_TO:
        return word
    raise argparse.ArgumentTypeError(
        f"'{word}' gets no document: write track-i for officials, track-ii for convenors, coordinator for the report"
    )


def _readers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    readers = _command(
        commands, "readers", "say who may see what of a case, and by which rule, before anything is built"
    )
    readers.add_argument("case", type=Path, metavar="CASE_DIR")
    _library(readers)
    readers.add_argument("--organisation", help="list also what is shown but not printed by its templates")
    readers.add_argument("--lacks", choices=PACK_AUDIENCES, help="list only what this audience does not see whole")


def _texts(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    prints = "print the texts of a case that readers would get and that one of its languages lacks, to be filled in"
    texts = _command(commands, "texts", prints)
    texts.add_argument("case", type=Path, metavar="CASE_DIR")
    texts.add_argument("--language", required=True, help="one of the 'languages' of the case, but for the first")


def _record(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    record = _command(commands, "record", "read a record form that came back, and give it as YAML for the team")
    record.add_argument("form", type=Path, metavar="FORM.docx", nargs="+", help="one form: of several none is read")
    record.add_argument("--to", type=Path, metavar="FILE", help="write it there, readable by you alone; a new file")
    record.add_argument("--case", type=Path, metavar="CASE_DIR", help="default: that of the released form, in --inputs")
    record.add_argument(
        "--inputs", type=Path, default=Path("inputs"), metavar="DIR", help="default: the folder inputs here"
    )
    where = "where the form was released (default: %(default)s)"
    record.add_argument("--outputs", type=Path, default=Path("outputs"), metavar="DIR", help=where)
    _library(record)


def _new_organisation(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    gives = "make the folder of an organisation, with one example of each kind of change"
    new = _command(commands, "new-organisation", gives)
    new.add_argument("name", metavar="NAME", help="of its folder: small letters and digits, with '-' between")
    new.add_argument("--style", type=Path, metavar="FILE", help="its own Word template, which is copied and examined")
    _library(new)


def _order(command: argparse.ArgumentParser, audiences: Sequence[Audience] = PACK_AUDIENCES) -> None:
    _house(command)
    command.add_argument("--audience", choices=audiences, nargs="+", default=audiences, help="default: all of these")


def _house(command: argparse.ArgumentParser) -> None:
    command.add_argument("case", type=Path, metavar="CASE_DIR")
    _library(command)
    command.add_argument("--organisation", default="default", help="whose house style (default: %(default)s)")
    command.add_argument("--language", nargs="+", help="default: each language of the case that has wording")
    _page_numbers(command)


def _typeset(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    typeset = _command(commands, "typeset", "turn Markdown into Word, and tell what is lost on the way")
    typeset.add_argument("markdown", type=Path, metavar="IN.md")
    typeset.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx")
    _library(typeset)
    _page_numbers(typeset)
    strict = "refuse what a pack may not hold, and read --- as a page break, as in packs"
    typeset.add_argument("--strict", action="store_true", help=strict)
    typeset.add_argument("--organisation", help="whose house style (default: the base's)")


def _custody(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ordinary = _command(
        commands, "ordinary", ("print the lines for the registry that say where a name is an ordinary word")
    )
    ordinary.add_argument("case", type=Path, metavar="CASE_DIR")
    ordinary.add_argument("--language", nargs="+", help="those of the packs (default: all that the case is in)")
    seal = _command(commands, "seal", "encrypt a case's registry for those who may open it")
    seal.add_argument("registry", type=Path, metavar="CASE_DIR/registry.yaml")
    seal.add_argument("--to", nargs="+", default=[], metavar="KEY", help="public keys: age1... or 'ssh-ed25519 ...'")
    seal.add_argument("--new-key", type=Path, metavar="FILE", help="make a key for yourself too, and put it here")
    seal.add_argument(
        "--remove", action="store_true", help="delete the clear file once your key has opened the sealed one"
    )
    unseal = _command(commands, "unseal", "print a sealed registry, with your key, without writing a file")
    unseal.add_argument("sealed", type=Path, metavar="CASE_DIR/registry.yaml.age")
    unseal.add_argument("-o", "--output", type=Path, metavar="FILE", help="put it there, as a sealed report has to be")


def _page_numbers(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--page-numbers", choices=PAGE_NUMBERS, default=PAGE_NUMBERS[0], help="in the contents (default: %(default)s)"
    )


def _library(command: argparse.ArgumentParser) -> None:
    command.add_argument("--templates", type=Path, default=TEMPLATES, help="the template library")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, gives: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=gives, description=gives)
