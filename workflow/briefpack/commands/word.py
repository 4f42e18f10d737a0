"""Word: the commands that turn any Markdown of the dialect into Word, and examine a style document."""

from __future__ import annotations

import argparse

from briefpack.commands.packs import may_have_page_numbers
from briefpack.commands.reporting import tell_problems
from briefpack.files.writing import write_all
from briefpack.packs.house_styles import word_from
from briefpack.packs.style_trial import examined
from briefpack.packs.word_styles import adopted
from briefpack.problems import Place, Problem, Refusal


def typeset(options: argparse.Namespace) -> int:
    """Turn Markdown of the dialect into Word."""
    if options.output.suffix != ".docx":
        raise Refusal(
            [Problem(Place(str(options.output)), "the name of a Word file ends in .docx: choose such a name")]
        )
    paged = may_have_page_numbers(options.page_numbers)
    word = word_from(options.markdown, options.templates, options.organisation, page_numbers=paged)
    write_all({options.output: word})
    print(f"{options.output}: made")
    return 0


def style(options: argparse.Namespace) -> int:
    """Print whose each used style is, and what of a template was changed; what cannot be used is a problem."""
    lines, problems = examined(adopted(options.templates, options.style, {}), str(options.style))
    for line in lines:
        print(line)
    tell_problems(problems)
    return 1 if problems else 0
