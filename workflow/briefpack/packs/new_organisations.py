"""New organisations: the files with which the folder of an organisation begins, one example of each kind of change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefpack.adoption.letterhead import PARTS, LetterPart
from briefpack.case.fields import CASE_ID, LONGEST_NAME
from briefpack.files.writing import read_bytes
from briefpack.house.organisation import BASE, FOLDERS
from briefpack.pack_files import TEAM_ONLY
from briefpack.packs.letterheads import fault_of
from briefpack.packs.style_trial import examined
from briefpack.packs.word_styles import KINDS, adopted
from briefpack.problems import Place, Problem, Refusal, refused_under

_EXAMPLES = Path(__file__).parent / "new-organisation"
#: Folders beside those of the organisations, in templates or outputs, that are something else.
_TAKEN = frozenset({BASE, TEAM_ONLY, *FOLDERS})
_MISNAMED = (
    "a name begins with a small letter and holds small letters and digits, with '-' between, such as my-office: packs "
    "appear in a folder of that name"
)
_IS_TAKEN = "this name stands for a folder of briefpack's own: choose another one"
_IS_THERE = "this is there already, and is left as it is: choose another name, or change what is there"
_NO_TEMPLATE = f"a Word template ends in {', '.join(KINDS)}: save it as one of these in Word"
_LETTERHEAD = """
# 6. The letterhead of your Word template: 'briefpack style' says what each part shows.
# Take the # away from the next two lines, and from each part that packs should bear.
# letterhead:
#   confirmed:
{confirmed}#   alternative_text: Logo of {title}
"""
#: What a Word template of one's own gives itself.
_GIVEN_BY_STYLE = re.compile(r"^(?:paper|colours):.*\n(?:  .*\n)*", re.MULTILINE)


@refused_under("house_style")
def new_organisation(templates: Path, name: str, style: Path | None) -> tuple[dict[Path, bytes], list[str]]:
    """Return the files of a new organisation by where they go, and what is to be said of its Word template, if any.

    Raises:
        Refusal: no organisation can have the name, it is there already, or the template cannot be used.
    """
    folder = templates / name
    _refuse([*_misplaced(folder, name), *_no_template(style)])
    files = {folder / path.relative_to(_EXAMPLES): _filled(path, name) for path in sorted(_EXAMPLES.rglob("*.*"))}
    if style is None:
        return files, []
    made = adopted(templates, style, {})
    told, faults = examined(made, str(style))
    _refuse(faults)
    settings = folder / "organisation.yaml"
    given = _GIVEN_BY_STYLE.sub(_left_to_style, files[settings].decode()) + _to_confirm(made.letterhead, _titled(name))
    files[settings] = given.encode()
    return files | {folder / f"style{style.suffix.casefold()}": read_bytes(style)}, told


def _misplaced(folder: Path, name: str) -> Iterator[Problem]:
    if len(name) > LONGEST_NAME or not re.fullmatch(CASE_ID, name):
        yield Problem(Place(str(folder)), _MISNAMED)
    elif name in _TAKEN:
        yield Problem(Place(str(folder)), _IS_TAKEN)
    elif folder.exists():
        yield Problem(Place(str(folder)), _IS_THERE)


def _no_template(style: Path | None) -> Iterator[Problem]:
    if style and style.suffix.casefold() not in KINDS:
        yield Problem(Place(str(style)), _NO_TEMPLATE)


def _refuse(found: list[Problem]) -> None:
    if found:
        raise Refusal(found)


def _filled(path: Path, name: str) -> bytes:
    """Return one of the example's files with the name of the organisation in it."""
    return read_bytes(path).replace(b"{title}", _titled(name).encode()).replace(b"{name}", name.encode())


def _titled(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _left_to_style(keys: re.Match[str]) -> str:
    """Return keys as comments, so that what the Word template has counts."""
    return "".join(f"# {line}\n" for line in keys[0].splitlines())


def _to_confirm(parts: Sequence[LetterPart], title: str) -> str:
    """Return keys as comments that have packs bear a template's letterhead, once a person has looked at each part."""
    borne = [part for part in parts if part.lines and not fault_of(part)]
    lines = (f"#     - {part.confirmation}  # {PARTS[part.name]}\n" for part in borne)
    return _LETTERHEAD.format(confirmed="".join(lines), title=title) if borne else ""
