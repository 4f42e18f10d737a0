"""YAML lines: what came back with a form, for a person to look at and put into the files of the case.

Every text stands in double quotes on one line, with an escape for whatever is not plainly visible: nothing that was
written into a form can become a key, an item, a comment or the end of a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.forms.entries import FormRecord, RecordEntry

_HEAD = (
    "What came back with a record form. For the team alone, until you open it: look at each line, then put the lists",
    "into the files that are named above them, and delete this file.",
)
_CLOSED = "sensitivity: team_only"
_SPACES = " \u3000"


def yaml_lines(record: FormRecord, title: str) -> Iterator[str]:
    """Return what a form says as lines of YAML; `title` is ours and says which form it was."""
    yield from (f"# {line}" for line in (*_HEAD, title))
    lists: dict[tuple[str, str], list[RecordEntry]] = {}
    for entry in record.entries:
        lists.setdefault((entry.section.file, entry.section.items), []).append(entry)
    for (file, items), entries in sorted(lists.items()):
        yield from ("", f"# into {file}.yaml", f"{items}:")
        for entry in entries:
            row = f"{entry.section.name}, row {entry.row}"
            yield f"  - {_CLOSED}  # {'; '.join(filter(None, (row, entry.section.remark)))}"
            yield from (f"    {key}: {quoted(text)}" for key, text in entry.values.items())
    if record.not_placed:
        yield from ("", "# into no file as it stands: decide where it belongs", "not_placed:")
        for one in record.not_placed:
            yield from (
                f"  - {_CLOSED}  # {one.because}",
                f"    place: {quoted(one.place)}",
                f"    text: {quoted(one.text)}",
            )


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
