"""The documentation of the templates says what there is, no less and no more.

`python -m tests.renew` writes the table of blocks into the README as it should stand: purposes are kept, and a block
that has none yet is left without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes
from tests.building import make_packs

from briefpack.case.content import FILES
from briefpack.case.dates import PartialDate, Point
from briefpack.case.fields import Item
from briefpack.disclosure.view import Items, Leaf
from briefpack.documents import SUFFIX
from briefpack.files.organisations import read_organisation_settings
from briefpack.findings.own import OwnFindings
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house.organisation import OrganisationSettings, Templates
from briefpack.house.wording import Catalogue
from briefpack.packs.orders import Order
from briefpack.pictures.picture import PICTURES
from briefpack.stages.render.environment import PackEnvironment
from briefpack.stages.render.pack import Pack
from briefpack.stages.render.printing import Printer
from briefpack.stages.render.reach import LISTED, OF_MAPPINGS, OF_TEXTS
from briefpack.word.house import COLOURS

TEMPLATES = Path(__file__).parents[2] / "templates"
INPUTS = TEMPLATES.parent / "inputs"
BASE = TEMPLATES / "base"
README = TEMPLATES / "README.md"
ORGANISATIONS = sorted(one.parent.name for one in TEMPLATES.glob("*/organisation.yaml"))
FOLDERS = sorted(one.name for one in TEMPLATES.glob("[!._]*") if one.is_dir())
NAMES = (*FILES, "pack", "computed")
CODE = re.compile(r"`([^`\n]+)`")
FILE_NAME = re.compile(r"[\w./-]+\.(?:md\.j2|md|yaml|docx|py|csl)")

Block = tuple[str, str]


def section(heading: str) -> str:
    """Return the text of the README below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", README.read_text(encoding="utf-8"), re.M | re.S)
    assert found, f"templates/README.md has no heading '{heading}'"
    return found[1]


def rows(heading: str) -> list[list[str]]:
    """Return the cells of each row, but for the header, of the table below a heading."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def listed(heading: str) -> list[str]:
    """Return what the first column of the table below a heading names."""
    return [name for row in rows(heading) for name in CODE.findall(row[0])]


def parsed(template: Path) -> nodes.Template:
    """Return the parsed form of a template."""
    return jinja2.Environment(autoescape=False).parse(template.read_text(encoding="utf-8"))


def chain(node: nodes.Node, aliases: dict[str, str]) -> str:
    """Return the dotted path that an expression names, with names that a template set put back; or nothing."""
    if isinstance(node, nodes.Name):
        return aliases.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        inner = chain(node.node, aliases)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def variables(tree: nodes.Node, aliases: dict[str, str]) -> set[str]:
    """Return the paths of the case, of the pack and of what is computed that a piece of a template asks for.

    What it includes counts as its own, unless that has blocks and so rows of its own.
    """
    known = dict(aliases)
    for assign in tree.find_all(nodes.Assign):
        if isinstance(assign.target, nodes.Name) and chain(assign.node, known).split(".")[0] in NAMES:
            known[assign.target.name] = chain(assign.node, known)
    paths = {
        chain(node, known).removesuffix(".none_because").removesuffix(".does_not_apply")
        for node in tree.find_all((nodes.Name, nodes.Getattr))
    }
    found = {path for path in paths if path.split(".")[0] in NAMES}
    for include in tree.find_all(nodes.Include):
        part = BASE / include.template.value if isinstance(include.template, nodes.Const) else BASE
        if part.is_file() and parsed(part).find(nodes.Block) is None:
            found |= variables(parsed(part), known)
    return found


def blocks() -> Iterator[tuple[Block, str]]:
    """Return each block of the base by template and name, with the variables it uses as the README writes them."""
    for template in sorted(BASE.rglob(f"*{SUFFIX}"), key=reading_order):
        tree = parsed(template)
        aliases = {
            assign.target.name: chain(assign.node, {})
            for assign in tree.body
            if isinstance(assign, nodes.Assign) and isinstance(assign.target, nodes.Name)
        }
        for block in tree.find_all(nodes.Block):
            found = sorted(variables(block, aliases))
            longest = [path for path in found if not any(other.startswith(f"{path}.") for other in found)]
            name = template.relative_to(BASE).as_posix()
            yield (name, block.name), ", ".join(f"`{path}`" for path in longest) or "none"


def reading_order(template: Path) -> tuple[str, str]:
    """Return what brings the common template and those of the audiences together."""
    folder, _, rest = template.relative_to(BASE).as_posix().partition("/")
    return (rest, folder) if folder in PACK_AUDIENCES else (template.relative_to(BASE).as_posix(), "")


def table() -> str:
    """Return the rows of the table of blocks as they should stand, with the purposes that the README gives now."""
    purposes = {(row[0], row[1]): row[2] for row in rows("Every block")}
    cells = ((f"`{name}`", f"`{block}`", used) for (name, block), used in blocks())
    return "\n".join(
        f"| {name} | {block} | {purposes.get((name, block), '')} | {used} |" for name, block, used in cells
    )


def test_every_picture_is_named_where_it_can_be_moved_and_asked_for() -> None:
    """Whoever moves a picture or leaves it out finds its name in the README, and among the names in `pack`."""
    (asked,) = (row[1] for row in rows("Names in pack") if "`pack.pictures`" in row[0])
    assert set(PICTURES) <= set(CODE.findall(section("Pictures")))
    assert {*PICTURES, "own/NAME"} == set(CODE.findall(asked))


def test_every_block_stands_in_the_readme_with_its_variables() -> None:
    """The table of blocks is the one that the templates give: no block missing, none that is gone, no other names."""
    written = [line for line in section("Every block").splitlines() if line.startswith("| `")]
    assert written == table().splitlines()


def test_every_block_has_a_purpose() -> None:
    """Each row of the table of blocks says what its block is for."""
    assert [row[:2] for row in rows("Every block") if len(row) != 4 or not row[2]] == []


def test_the_filters_are_those_that_templates_have() -> None:
    """The README lists each filter that the printer gives to templates, and no other."""
    assert sorted(listed("Filters")) == sorted(
        Printer(Catalogue("en", {"document.callouts": "For action, Take care, Missing, Possible harm, Note"})).filters()
    )


def test_the_functions_are_those_that_templates_have() -> None:
    """The README lists each function that the printer gives to templates, and no other."""
    assert sorted(listed("Functions")) == sorted(
        Printer(Catalogue("en", {"document.callouts": "For action, Take care, Missing, Possible harm, Note"})).globals()
    )


def test_the_names_are_those_that_templates_know() -> None:
    """The README lists the files of the case, the pack and what is computed, with everything in the last two."""
    in_pack = {f"pack.{name}" for name in (*(one.name for one in fields(Pack)), *methods(Pack))}
    assert listed("Names") == list(NAMES)
    assert set(listed("Names in pack")) == in_pack
    assert listed("Names in computed") == [f"computed.{one.name}" for one in fields(OwnFindings)]


def test_what_may_be_asked_is_what_templates_reach() -> None:
    """The README lists what is open of texts, mappings, values and dates, and the filters and functions of Jinja."""
    asked = {row[0].split(",")[0]: {*CODE.findall(row[1])} for row in rows("What else may be asked")}
    environment = PackEnvironment(
        Templates("", "", {}),
        "track-i",
        Printer(Catalogue("en", {"document.callouts": "For action, Take care, Missing, Possible harm, Note"})),
    )
    assert (
        asked["Jinja's functions"]
        == environment.globals.keys()
        - Printer(
            Catalogue("en", {"document.callouts": "For action, Take care, Missing, Possible harm, Note"})
        ).globals()
    )
    assert (
        asked["Jinja's filters"]
        == environment.filters.keys()
        - Printer(
            Catalogue("en", {"document.callouts": "For action, Take care, Missing, Possible harm, Note"})
        ).filters()
    )
    assert asked["a text"] == OF_TEXTS
    assert asked["names with something under each"] == OF_MAPPINGS
    assert asked["a value"] == LISTED[Leaf]
    assert asked["a list"] == LISTED[Items]
    assert asked["a date"] == LISTED[PartialDate] | LISTED[Point] | LISTED[date]


def methods(kind: type) -> list[str]:
    """Return the names of what templates may call on an object of a class."""
    return [name for name, member in vars(kind).items() if callable(member) and not name.startswith("_")]


def test_the_keys_of_an_organisation_are_those_of_the_model() -> None:
    """The README lists each key that organisation.yaml may hold, and no other."""
    assert sorted(listed("organisation.yaml")) == sorted(keys(OrganisationSettings))


def keys(model: type[Item], prefix: str = "") -> Iterator[str]:
    """Return the dotted keys of a mapping in organisation.yaml."""
    for name, field in model.model_fields.items():
        key = f"{prefix}{field.alias or name}"
        if isinstance(field.annotation, type) and issubclass(field.annotation, Item):
            yield from keys(field.annotation, f"{key}.")
        else:
            yield key


def test_the_words_for_sections_and_annexes_are_those_of_the_model() -> None:
    """The README names each section and annex that a pack may have, and no other."""
    plain = OrganisationSettings(name="Plain")
    known = {name for audience in PACK_AUDIENCES for name in (*plain.body(audience), *plain.annexes(audience))}
    assert set(listed("Sections and annexes")) == known


@pytest.mark.parametrize("folder", [".", *FOLDERS])
def test_the_files_that_a_readme_names_exist(folder: str) -> None:
    """Each file named in a README stands somewhere below it, or in a case."""
    named = CODE.findall((TEMPLATES / folder / "README.md").read_text(encoding="utf-8"))
    files = [name for name in named if FILE_NAME.fullmatch(name)]
    assert files
    assert [name for name in files if not any((TEMPLATES / folder).rglob(name)) and not any(INPUTS.rglob(name))] == []


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("slot", ["heading", "accent"])
def test_the_colours_of_text_can_be_read(organisation: str, slot: str) -> None:
    """A shipped house style keeps to what the README asks: text stands out from white by at least 4.5 to 1."""
    colour = getattr(read_organisation_settings(TEMPLATES, organisation).colours, slot) or COLOURS[slot]
    assert (1 + 0.05) / (luminance(colour) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour between 0, black, and 1, white (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("case", ["harbour-talks", "inter-tajik-dialogue"])
def test_the_example_shows_officials_what_its_readme_says(case: str) -> None:
    """Riverside's track I pack has its own order and headings, no annex of activities, and a line on its cover."""
    pack = riverside(case, "track-i")
    headings = re.findall(r"^## (.*)", pack, re.M)
    body = headings.index("Speaking notes")
    assert headings[body : body + 3] == ["Speaking notes", "Coordination between the tracks", "Step 1: Assessment"]
    assert not [heading for heading in headings if "Activities" in heading]
    assert "**Contact:** Dialogue desk, second floor\n\n**Period:** " in pack
    assert re.search(r"^\*\*Period:.*\n\n\*After use please return this pack .*\n\n\*\*Purpose:", pack, re.M)


@pytest.mark.parametrize("case", ["harbour-talks", "inter-tajik-dialogue"])
def test_the_example_shows_convenors_what_its_readme_says(case: str) -> None:
    """Riverside's track II pack numbers its questions, has the activities first and a glossary, if any, as a list."""
    pack = riverside(case, "track-ii")
    assert "### Questions to ask\n\n1. " in pack
    assert "## Annex B: Activities\n" in pack
    assert bool(re.search(r"^## Annex F: Glossary\n\n- \*\*", pack, re.M)) == (case != "harbour-talks")
    assert "**Prepared by:** Riverside Institute for Dialogue, Track II programme" in pack


def riverside(case: str, audience: Audience) -> str:
    """Return the Markdown pack of a shipped case in the example's house style."""
    files = make_packs(Order(INPUTS / case, TEMPLATES, "riverside-institute", (audience,), ("en",)))
    return files[f"{case}.{audience}.en.md"].decode()


def renewed() -> str:
    """Return the README with the table of blocks as it should stand."""
    written = section("Every block")
    anew = re.sub(r"(?:^\| `.*\n)+", lambda _: f"{table()}\n", written, flags=re.M)
    return README.read_text(encoding="utf-8").replace(written, anew)
