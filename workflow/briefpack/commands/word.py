"""Word: the commands that turn any Markdown of the dialect into Word, and examine a style document."""

from __future__ import annotations

import argparse

from briefpack.commands.packs import may_have_page_numbers
from briefpack.commands.reporting import tell_problems
from briefpack.files.organisations import read_organisation_settings
from briefpack.files.writing import write_all
from briefpack.packs.documents import word_from
from briefpack.packs.style_trial import examined
from briefpack.packs.word_styles import adopted
from briefpack.problems import Place, Problem, Refusal


def typeset(options: argparse.Namespace) -> int:
    """Turn Markdown into Word, and tell what is lost; a text of the dialect alone where it is asked to be strict."""
    if options.output.suffix != ".docx":
        raise Refusal(
            [Problem(Place(str(options.output)), "the name of a Word file ends in .docx: choose such a name")]
        )
    paged = may_have_page_numbers(options.page_numbers)
    word, losses = word_from(
        options.markdown, options.templates, options.organisation, page_numbers=paged, strict=options.strict
    )
    write_all({options.output: word})
    tell_problems(losses)
    print(f"{options.output}: made")
    return 0


def style(options: argparse.Namespace) -> int:
    """Print whose each used style is, what was changed, and the letterhead; what cannot be used is a problem.

    Of a template in the folder of an organisation it says what of the letterhead is confirmed.
    """
    folder = options.style.resolve().parent
    is_in_library = (folder / "organisation.yaml").is_file()
    settings = read_organisation_settings(folder.parent, folder.name) if is_in_library else None
    left_out = settings.letterhead.leave_out if settings else ()
    made = adopted(options.templates, options.style, {}, left_out)
    lines, problems = examined(made, str(options.style), settings)
    for line in lines:
        print(line)
    tell_problems(problems)
    return 1 if problems else 0
