"""Page: what both pages of the desk have around their tables; each is one file that asks nothing of any network.

Its style and its script stand in it, and its policy lets a browser run these two and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from briefpack.files.writing import read_bytes

#: The letters by which rows and filters name what is filtered by, and what a person reads there.
FILTERS: Mapping[str, str] = {"o": "House style", "r": "Reader", "s": "State"}


def page(title: str, lead: str, table: str, columns: Iterable[str], rest: str = "") -> bytes:
    """Return a whole page with one table: `lead` says what it shows, `rest` comes behind it; all but `title` is HTML.

    Where the table has no room, each row is a card, and `columns` names its parts.
    """
    style = _part("page.css") + "".join(
        f'@media screen and (max-width: 60rem) {{ td:nth-child({number})::before {{ content: "{name}" }} }}\n'
        for number, name in enumerate(columns, 1)
    )
    script = _part("page.js")
    told = {"title": escape(title), "lead": lead, "table": table, "rest": rest}
    return Template(_part("page.html")).substitute(told, style=style, script=script, **_policy(style, script)).encode()


def table_of(caption: str, columns: Iterable[str], rows: Iterable[str]) -> str:
    """Return a table with a caption; its rows are HTML already, sorted by the first column."""
    first, *others = columns
    heads = [
        f'<th scope="col" aria-sort="ascending">{first}</th>',
        *(f'<th scope="col">{name}</th>' for name in others),
    ]
    return (
        f"<table>\n<caption>{caption}</caption>\n<thead>\n<tr>{''.join(heads)}</tr>\n</thead>\n"
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
    )


def search(noun: str, filters: Mapping[str, Mapping[str, str]]) -> str:
    """Return the form that narrows the table, hidden until the script can work it.

    `filters` gives for each letter of FILTERS the words to choose from, by what rows say.
    """
    chosen = "".join(_choice(letter, words) for letter, words in filters.items())
    return (
        f'<form hidden data-noun="{noun}">\n'
        f'<div><label for="text">Search</label><input type="search" id="text" name="text" autocomplete="off"></div>\n'
        f'{chosen}<button type="reset">Show all</button>\n</form>\n<p role="status"></p>\n'
    )


def _choice(letter: str, words: Mapping[str, str]) -> str:
    options = "".join(f'<option value="{escape(value)}">{escape(word)}</option>' for value, word in words.items())
    return (
        f'<div><label for="{letter}">{FILTERS[letter]}</label><select id="{letter}" name="{letter}">'
        f'<option value="">all</option>{options}</select></div>\n'
    )


def _policy(style: str, script: str) -> dict[str, str]:
    return {f"{name}_hash": b64encode(sha256(text.encode()).digest()).decode() for name, text in
            (("style", style), ("script", script))}  # fmt: skip


@cache
def _part(name: str) -> str:
    return read_bytes(Path(__file__).with_name(name)).decode()
