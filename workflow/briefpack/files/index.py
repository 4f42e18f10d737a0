"""Index: one page that shows every case and pack of a library with its state, and links to the packs.

It names a case by its folder and says nothing else of it, so that it may lie beside packs of any mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Literal
from urllib.parse import quote

from briefpack.files.library import Library
from briefpack.files.writing import write_all

State = Literal["current", "kept", "missing"]

_WORDS: dict[State, tuple[str, str]] = {
    "current": ("●", "up to date"),
    "kept": ("◐", "last good pack kept; the newest build failed"),
    "missing": ("○", "not built"),
}
_STYLE = """
body { font: 16px/1.5 Arial, sans-serif; color: #1c2430; max-width: 62rem; margin: 2.5rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; color: #1f3864; margin-bottom: .2rem }
h2 { font-size: 1.15rem; color: #1f3864; margin: 2rem 0 .4rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid #8a97ab }
th { font-weight: 600 }
a { color: #1f4e8c }
.kept { color: #7a3e00; font-weight: 600 }
.missing { color: #8c1d1d; font-weight: 600 }
"""


def write_index(library: Library) -> None:
    """Put `index.html` into the outputs of a library; raise Refusal where it cannot be written."""
    write_all({library.outputs / "index.html": index_page(library).encode()})


def index_page(library: Library) -> str:
    """Give the index as HTML; it depends on which packs are there and on no clock."""
    cases = "".join(_case(library, case) for case in library.cases)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Briefing packs</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Briefing packs</h1>\n<p>{_summary(library)}</p>\n{cases}</body>\n</html>\n"
    )


def _summary(library: Library) -> str:
    states = [state for case in library.cases for *_, state in _packs(library, case)]
    counts = (f"{states.count(state)} {words}" for state, (_, words) in _WORDS.items() if state in states)
    return "; ".join(counts) or "No cases yet."


def _case(library: Library, case: str) -> str:
    rows = "".join(_row(*pack) for pack in _packs(library, case))
    head = "<tr><th>For</th><th>House style</th><th>Language</th><th>Pack</th><th>State</th></tr>"
    return f"<h2>{escape(case)}</h2>\n<table>\n{head}\n{rows}</table>\n"


def _packs(library: Library, case: str) -> Iterator[tuple[str, str, str, str, State]]:
    for audience in library.audiences:
        for organisation in library.organisations:
            for language in library.languages:
                name = f"{case}.{audience}.{language}"
                path = f"{organisation}/{case}/{name}"
                yield audience, organisation, language, path, _state(library, case, organisation, name)


def _state(library: Library, case: str, organisation: str, name: str) -> State:
    """Give a pack's state: a job that failed left no receipt, and released files outlive it."""
    receipts = library.outputs / ".receipts"
    released = library.outputs / organisation / case
    if not all((released / f"{name}.{kind}").is_file() for kind in ("docx", "md")):
        return "missing"
    checked = (receipts / "check" / f"{case}.txt").is_file()
    made = (receipts / "pack" / organisation / f"{name}.txt").is_file()
    return "current" if checked and made else "kept"


def _row(audience: str, organisation: str, language: str, path: str, state: State) -> str:
    sign, words = _WORDS[state]
    links = f'<a href="{quote(path)}.docx">Word</a> · <a href="{quote(path)}.md">Markdown</a>'
    return (
        f"<tr><td>{escape(audience)}</td><td>{escape(organisation)}</td><td>{escape(language)}</td>"
        f"<td>{links if state != 'missing' else ''}</td>"
        f'<td class="{state}">{sign} {words}</td></tr>\n'
    )
