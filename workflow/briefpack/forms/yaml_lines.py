"""YAML lines: what came back with a form, for a person to look at and put into the files of the case.

Every text stands in double quotes on one line, with an escape for whatever is not plainly visible: nothing that was
written into a form can become a key, an item, a comment or the end of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefpack.forms.record_items import EntryValue, FormRecord, RecordEntry
from briefpack.forms.sections import STATES

_HEAD = (
    "What came back with a record form. How to put it in:",
    "1. Look at each item; what is not right, change or leave out.",
    "2. Open the file that is named above a list. If it has this key already, put the items below those there;",
    "   if it has none, put the key and its items in at the end.",
    "3. Each item says team_only: no pack tells it, and checks may say that it is withheld or ask what it leaves open.",
    "   When others may read one, put another word there; leave the line out where the file's own word should hold.",
    "4. Run `briefpack check`, and delete this file: it is for the team alone.",
)
_CLOSED = "sensitivity: team_only"
_OWED = "these commitments are there already: put the line `state` into each, in place of the one that it has"
_SPACES = " \u3000"


def yaml_lines(record: FormRecord, title: str) -> Iterator[str]:
    """Return what a form says as lines of YAML; `title` is ours and says which form it was."""
    yield from (f"# {line}" for line in (*_HEAD, title))
    lists: dict[tuple[str, str], list[RecordEntry]] = {}
    for entry in record.entries:
        if entry.section is not STATES:
            lists.setdefault((entry.section.file, entry.section.items), []).append(entry)
    for (file, items), entries in sorted(lists.items()):
        yield from ("", f"# into {file}.yaml", f"{items}:")
        for entry in entries:
            row = f"{entry.section.name}, row {entry.row}"
            yield f"  # {'; '.join(filter(None, (row, entry.remark)))}"
            yield from _item(_values(entry))
    states = [entry for entry in record.entries if entry.section is STATES]
    if states:
        yield from ("", f"# in {STATES.file}.yaml: {_OWED}", f"{STATES.items}:")
        yield from (line for entry in states for line in _state(entry))
    if record.not_placed:
        yield from ("", "# into no file as it stands: decide where it belongs", "not_placed:")
        for one in record.not_placed:
            yield f"  # {one.because}"
            yield from _item((f"place: {quoted(one.place)}", f"text: {quoted(one.text)}"))


def _item(lines: Iterable[str]) -> Iterator[str]:
    """Return an item of a list, closed to all but the team by a last line that can be left out."""
    first, *others = (*lines, _CLOSED)
    yield f"  - {first}"
    yield from (f"    {other}" for other in others)


def _values(entry: RecordEntry) -> Iterator[str]:
    for key, value in entry.values.items():
        written = entry.written.get(key)
        yield f"{key}: {_shown(value)}" + (f"  # written as {quoted(written)}" if written else "")


def _shown(value: EntryValue) -> str:
    """Return a value on one line, each text of it in quotes."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(quoted, value))}]"
    return f"{{{', '.join(f'{key}: {quoted(text)}' for key, text in value.items())}}}"


def _state(entry: RecordEntry) -> Iterator[str]:
    """Return the state of a commitment, which alone is closed: the commitment stands in the case as it is."""
    first, *others = (f"{key}: {_shown(text)}" for key, text in entry.values.items() if key != "state")
    yield f"  - {first}  # {entry.section.name}, row {entry.row}"
    yield from (f"    {other}" for other in others)
    yield f"    state: {{value: {_shown(entry.values['state'])}, {_CLOSED}}}"


def quoted(text: str) -> str:
    """Return a text in the double quotes of YAML, on one line of characters that can be seen."""
    return '"' + "".join(map(_sign, text)) + '"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign == "\n":
        return "\\n"
    if sign.isprintable() or sign in _SPACES:
        return sign
    return f"\\U{ord(sign):08X}" if ord(sign) > 0xFFFF else f"\\u{ord(sign):04X}"
