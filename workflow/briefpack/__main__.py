"""The command line of briefpack: briefing packs for track I and track II from structured YAML.

What makes packs is imported by the subcommand that needs it: a build calls this many times, and loading takes longer
than checking a case.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack.arguments import parser
from briefpack.case.content import Case
from briefpack.checks import uncited
from briefpack.files.choices import PAGE_NUMBERS, case_names
from briefpack.files.writing import read_bytes, write_all
from briefpack.intake import check_case, disclosed_case, ordinary_texts, read_printed
from briefpack.problems import Place, Problem, Refusal, errors
from briefpack.reporting import tell_problems, unusable
from briefpack.telling import hush

if TYPE_CHECKING:
    from briefpack.pipeline import Order

_INPUTS = Path("inputs")
#: The language whose wording checks know; packs are in the languages that are asked for.
_LANGUAGE = "en"
#: The exit status of a command that somebody stopped from the keyboard, as shells give it.
_STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and give the exit status: 0, or 1 where something was refused, or 130 where it was stopped."""
    options = parser(_RUNS).parse_args(arguments)
    return _guarded(lambda: options.run(options))


def _guarded(run: Callable[[], int | None]) -> int:
    """Run something, tell what it refuses, and return its exit status; 0 where it returns none."""
    try:
        status = run() or 0
        sys.stdout.flush()
    except Refusal as refusal:
        tell_problems(refusal.problems)
        return 1
    except KeyboardInterrupt:
        return _STOPPED
    except BrokenPipeError:
        # Whoever reads our output has seen enough (`| head`): nothing is wrong, and nothing is left to print to.
        hush(sys.stdout)
        return 0
    except OSError as fault:
        # A fault that names no file is none of whoever typed the command.
        if fault.filename is None:
            raise
        tell_problems([unusable(fault, vars(options).values())])
        return 1
    return status


def _check(options: argparse.Namespace) -> int:
    """Print the problems and open questions of each case; one bad case does not keep the others from being checked."""
    status = 0
    pattern = _name_pattern(options)
    printed = read_printed(options.templates, options.organisation, _LANGUAGE)
    for folder in options.cases or _every_case():
        try:
            before = _compared(options, folder)
            tell_problems(before)
            status = 1 if errors(before) else status
            checked = check_case(folder, name_pattern=pattern, printed=[printed])
        except Refusal as refusal:
            tell_problems(refusal.problems)
            status = 1
            if not options.quiet:
                print(f"{folder}: open questions are listed once no error is left")
            continue
        tell_problems(checked.warnings)
        if options.sources:
            tell_problems(list(uncited.problems(checked.case)))
        if not options.quiet:
            _tell_questions(folder, checked.case, options.templates)
    return status


def _compared(options: argparse.Namespace, folder: Path) -> list[Problem]:
    """Give what is to be said of the released packs of a case, where the folder of the outputs was named."""
    if not options.outputs or not options.outputs.is_dir():
        return []
    from briefpack.history import moved
    from briefpack.recalling import recalled

    return [*recalled(folder, options.templates, options.outputs), *moved(folder, options.outputs)]


def _name_pattern(options: argparse.Namespace) -> str | None:
    """Give the pattern by which the organisation that is named, if any, tells people's names."""
    if not options.organisation:
        return None
    from briefpack.files.organisations import read_organisation

    return read_organisation(options.templates, options.organisation).name_pattern


def _every_case() -> list[Path]:
    """Give the cases of the folder `inputs` where the command is given; raise Refusal where there are none."""
    folders = [_INPUTS / name for name in case_names(_INPUTS)] if _INPUTS.is_dir() else []
    if not folders:
        raise Refusal([Problem(Place(str(_INPUTS)), "there is no case here: name the case folders to be checked")])
    return folders


def _tell_questions(folder: Path, case: Case, templates: Path) -> None:
    from briefpack.inquiry import worded_questions

    asked, summary = worded_questions(case, templates)
    for place, text in asked:
        print(f"{place}: question: {text}")
    print(f"{folder}: {summary}")


def _pack(options: argparse.Namespace) -> int:
    from briefpack.packing import packed, put

    order = _order(options)
    print(*put(order, packed(order, options.into, options.outputs, tell_problems)), sep="\n")
    return 0


def _build(options: argparse.Namespace) -> int:
    from briefpack.building import build

    build(_order(options), options.outputs, options.page_numbers, options.made_from, tell_problems)
    return 0


def _batch(options: argparse.Namespace) -> int:
    from briefpack.batching import pack_batch
    from briefpack.building import build, warm
    from briefpack.files.batches import read_batch
    from briefpack.pipeline import Order

    batch = read_batch(options.batch)
    readers = (tuple(batch.audiences), tuple(batch.languages), batch.page_numbers != PAGE_NUMBERS[0])
    any_case = Order(Path(batch.inputs), Path(batch.templates), batch.organisation, *readers)
    shared = warm(any_case, batch.page_numbers)

    def one(case: str) -> int:
        order = replace(any_case, case=any_case.case / case)
        told = (batch.cases[case], batch.shared)
        return _guarded(lambda: build(order, Path(batch.outputs), batch.page_numbers, told, tell_problems, shared))

    return 1 if pack_batch(batch, one) else 0


def _explain(options: argparse.Namespace) -> int:
    """Print each find of the gate in the packs of a case; the exit status is 1 where there is one."""
    from briefpack.packing import explained

    found = explained(_order(options), options.outputs)
    for problem in sorted(found):
        print(problem)
    return 1 if found else 0


def _readers(options: argparse.Namespace) -> int:
    """Print who may see what of a case; the exit status is 1 where a rule of disclosure is broken."""
    from briefpack.readers import told

    case, broken = disclosed_case(options.case)
    tell_problems(broken)
    for line in told(case, options.templates, options.organisation, options.lacks):
        print(line)
    return 1 if broken else 0


def _order(options: argparse.Namespace) -> Order:
    from briefpack.pipeline import Order

    return Order(
        options.case,
        options.templates,
        options.organisation,
        tuple(options.audience),
        tuple(options.language),
        _may_have_page_numbers(options),
    )


def _may_have_page_numbers(options: argparse.Namespace) -> bool:
    """Say whether the contents can have the page numbers that were asked for, or print why they cannot."""
    from briefpack.files.layout import NO_LAYOUT, can_lay_out

    if options.page_numbers == PAGE_NUMBERS[0]:
        return False
    if not can_lay_out():
        print(f"warning: {NO_LAYOUT}", file=sys.stderr)
    return can_lay_out()


def _typeset(options: argparse.Namespace) -> int:
    if options.output.suffix != ".docx":
        raise Refusal([Problem(Place(str(options.output)), "Word files end in .docx: choose such a name")])
    from briefpack.house_styles import word_from

    paged = _may_have_page_numbers(options)
    word = word_from(options.markdown, options.templates, options.organisation, page_numbers=paged)
    write_all({options.output: word})
    return 0


def _style(options: argparse.Namespace) -> int:
    """Print the state of each style that packs use; what is missing or wrong is a problem."""
    from briefpack.style_trial import examined

    lines, problems = examined(read_bytes(options.style), str(options.style))
    for line in lines:
        print(line)
    tell_problems(problems)
    return 1 if problems else 0


def _ordinary(options: argparse.Namespace) -> int:
    """Print what the registry may say of texts in which a name is the ordinary word."""
    print(*ordinary_texts(options.case, options.language), sep="\n")
    return 0


def _seal(options: argparse.Namespace) -> int:
    from briefpack.custody import seal

    print(*seal(options.registry, options.to, options.new_key, remove=options.remove), sep="\n")
    return 0


def _unseal(options: argparse.Namespace) -> int:
    from briefpack.custody import unseal

    print(unseal(options.registry), end="")
    return 0


_RUNS = {
    "check": _check,
    "pack": _pack,
    "build": _build,
    "batch": _batch,
    "explain": _explain,
    "readers": _readers,
    "typeset": _typeset,
    "style": _style,
    "ordinary": _ordinary,
    "seal": _seal,
    "unseal": _unseal,
}


if __name__ == "__main__":
    # Looking for garbage is a tenth of a command's time, and of use in a large case only, with so many more objects.
    gc.freeze()
    gc.set_threshold(200_000, 5, 5)
    result = main()
    gc.freeze()
    sys.exit(result)
