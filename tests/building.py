"""What the tests of the core build with: small cases in a folder, copies of the shipped ones, and packs of both."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any, get_args
from unittest.mock import patch

import pytest
import yaml

from briefpack.__main__ import main
from briefpack.case.content import Case
from briefpack.case.words import Tlp
from briefpack.disclosure.inside import inside
from briefpack.disclosure.select import select
from briefpack.disclosure.view import About, Items, Leaf, Node, View
from briefpack.files.catalogues import read_catalogue
from briefpack.files.citation_styles import read_citation_style
from briefpack.files.documents import Document, parse_document
from briefpack.files.organisations import read_organisation_settings
from briefpack.files.registries import open_registry
from briefpack.files.templates import read_templates
from briefpack.findings.own import own_findings
from briefpack.gate.wanted import AlwaysPrinted
from briefpack.handbook import Audience
from briefpack.house.wording import Catalogue
from briefpack.packs import checking
from briefpack.packs.checking import CheckedCase
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.problems import Problem, Refusal
from briefpack.reading.check import check
from briefpack.stages.render import CitationStyle, Compiled, MarkdownStyle, render
from briefpack.stages.render import documents_of as documents_for

ROOT = Path(__file__).resolve().parents[1]
INPUTS = ROOT / "inputs"
TEMPLATES = ROOT / "templates"
SHIPPED = ("harbour-talks", "inter-tajik-dialogue")
PACKS: tuple[Audience, ...] = ("track-i", "track-ii")

#: The ten lines with which `inputs/README.md` says a case can start.
TEN_LINES = """\
sensitivity: shared
id: river-talks
title: River Talks
summary: Millers and fishers of two valleys meet to agree who may draw water.
place: Two valleys with one river
period: {from: 2024-01}
version: "0.1"
date_of_information: 2024-03-01
handling: {mark: confidential, tlp: amber}
gaps_in_evidence: [Nobody has counted who draws water at night.]
"""

#: The least that case.yaml may hold, opened to both tracks.
LEAST = "sensitivity: shared\nid: river-talks\ntitle: River Talks\n"


@dataclass(frozen=True)
class Told:
    """What a run of the command line gave: its exit status, what it printed, and what it complained of."""

    status: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """Return the lines on standard error."""
        return self.err.splitlines()


def read_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Return the case in a folder and its warnings; raise Refusal with every problem where it has an error."""
    intake = take_in(folder)
    if intake.case is None or not intake.sound:
        raise Refusal(intake.problems)
    return intake.case, list(intake.problems)


def check_case(folder: Path, **how: Any) -> CheckedCase:
    """Return the case in a folder, checked beside its registry; raise Refusal with every problem."""
    return checking.check_case(take_in(folder), open_registry(folder), **how)


def make_packs(order: Order) -> dict[str, bytes]:
    """Return the finished files of an order by name, as `pack` makes them; raise Refusal where anything is wrong."""
    return {path.as_posix(): data for path, data in packed(order, Path(), None, lambda _: None).items()}


def gated_alone(order: Order) -> dict[str, bytes]:
    """Return the same where the case was not checked: what is withheld is kept from its packs by the gate alone."""
    with patch.object(checking, "check_case", _unchecked):
        return make_packs(order)


def _unchecked(
    intake: Intake, _: object, __: object, ___: object, printed: Sequence[AlwaysPrinted], **____: object
) -> CheckedCase:
    every = {one.catalogue.language: intake.in_language(one.catalogue.language).sound for one in printed}
    views = {language: one for language, one in every.items() if one}
    return CheckedCase(next(iter(views.values())), (), views)


def tell(capsys: pytest.CaptureFixture[str], *arguments: object) -> Told:
    """Run a subcommand in this process."""
    capsys.readouterr()
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return Told(status, printed.out, printed.err)


def write_case(parent: Path, name: str = "river-talks", **files: str) -> Path:
    """Return a new case folder with these YAML files by stem."""
    folder = parent / name
    folder.mkdir(parents=True, exist_ok=True)
    for stem, text in files.items():
        (folder / f"{stem}.yaml").write_text(dedent(text), encoding="utf-8")
    return folder


def copied_case(parent: Path, name: str = "harbour-talks") -> Path:
    """Return a copy of a shipped case in English alone, to change and break."""
    return in_english(shutil.copytree(INPUTS / name, parent / name))


def case_of(parent: Path, case: str = LEAST, **files: str) -> Case:
    """Return the case that these YAML files spell."""
    found, _ = read_case(write_case(parent, case=case, **files))
    return found


def problems_of(folder: Path) -> list[Problem]:
    """Return every problem of a case folder, warnings too, as a person checking it would be told them."""
    try:
        return list(check_case(folder).warnings)
    except Refusal as refusal:
        return list(refusal.problems)


def complaints(parent: Path, case: str = LEAST, **files: str) -> list[str]:
    """Return what is said about these YAML files, without the folder they are in."""
    folder = write_case(parent, case=case, **files)
    return [str(problem).removeprefix(f"{folder}/") for problem in problems_of(folder)]


def documents_of(data: Mapping[str, Any]) -> dict[str, Document]:
    """Return data, by file stem, as documents whose places are those of its YAML."""
    documents = {}
    for stem, content in data.items():
        document, _ = parse_document(yaml.safe_dump(content, sort_keys=False), f"{stem}.yaml", (stem,))
        assert document is not None
        documents[stem] = document
    return documents


def plain_data(name: str) -> dict[str, Any]:
    """Return the YAML of a shipped case by file stem, every scalar as the text it was written as."""
    paths = sorted((INPUTS / name).glob("*.yaml"))
    loaded = {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for path in paths}
    return {stem: content for stem, content in loaded.items() if stem != "registry"}


@dataclass(frozen=True)
class _Bare:
    """A document without places, for cases whose places do not matter."""

    data: Any
    places: Mapping[Any, Any]


def case_from(data: Mapping[str, Any]) -> Case | None:
    """Return the case that plain data spells, or None where it has an error."""
    checked = check({stem: _Bare(content, {}) for stem, content in data.items()})  # type: ignore[misc]
    return None if checked.problems else checked.case


@functools.cache
def shipped(name: str) -> Case:
    """Return a shipped case."""
    case, _ = read_case(INPUTS / name)
    return case


@functools.cache
def wording(organisation: str | None = None) -> Catalogue:
    """Return the English wording."""
    return read_catalogue(TEMPLATES, organisation, "en")


def markdown_of(view: View, templates: Path = TEMPLATES, organisation: str = "default", language: str = "en") -> str:
    """Return the Markdown pack of a view, with the other documents of its reader behind it."""
    settings = read_organisation_settings(templates, organisation)
    catalogue = read_catalogue(templates, organisation, language)
    compiled = _COMPILED if templates == TEMPLATES and language == "en" else None
    citations = citation_style(templates / organisation, settings.citation_style)
    style = MarkdownStyle(settings, read_templates(templates, organisation), catalogue, citations, compiled)
    computed = own_findings(view, catalogue, settings.findings)
    return "\n".join(render(view, style, computed, document=one) for one in documents_for(view, view.audience))


@functools.cache
def citation_style(folder: Path, name: str) -> CitationStyle:
    """Return an organisation's citation style in British English."""
    return CitationStyle(read_citation_style(folder, name), "en-GB", name)


_COMPILED = Compiled()


@functools.cache
def shipped_packs(name: str, organisation: str = "default") -> dict[str, bytes]:
    """Return the finished files of a shipped case by name."""
    return make_packs(Order(INPUTS / name, TEMPLATES, organisation, PACKS, ("en",)))


def shipped_pack(name: str, audience: Audience, organisation: str = "default") -> tuple[str, bytes]:
    """Return the Markdown and the Word pack of a shipped case."""
    files = shipped_packs(name, organisation)
    return files[f"{name}.{audience}.en.md"].decode("utf-8"), files[f"{name}.{audience}.en.docx"]


def pack_for(case: Case, audience: Audience) -> str:
    """Return the Markdown pack of a case for an audience."""
    return markdown_of(select(case, audience))


def own_templates(parent: Path, files: Mapping[str, str]) -> Path:
    """Return a copy of the template library with an organisation `ours` that has these files."""
    library = parent / "templates"
    shutil.copytree(TEMPLATES / "base", library / "base")
    for name, text in {"organisation.yaml": "name: Ours\n", **files}.items():
        path = library / "ours" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return library


def add_language(library: Path, language: str, locale: str) -> None:
    """Write the wording of another language into a template library: that of English, with other dates and lists."""
    folder = library / "base" / "wording"
    english = (folder / "en.yaml").read_text(encoding="utf-8")
    assert "locale: en_GB\n" in english
    other = english.replace("locale: en_GB\n", f"locale: {locale}\n")
    (folder / f"{language}.yaml").write_text(other, encoding="utf-8")


def pseudo_wording(language: str, locale: str) -> str:
    """Return a complete wording that is in no language: English with a mark on each vowel, and dates of a locale."""
    marks = {*get_args(Tlp), "confidential"}
    lines = (TEMPLATES / "base" / "wording" / "en.yaml").read_text(encoding="utf-8").splitlines()
    found = [f"# {language}", f"locale: {locale}", 'reviewed_by: ""']
    for line in lines[lines.index("locale: en_GB") + 1 :]:
        key, _, said = line.partition(": ")
        pieces = re.split(r"(\{[^{}]*\}|TLP:\S+)", said)
        marked = (one if place % 2 else re.sub("[aeou]", "\\g<0>\u0308", one) for place, one in enumerate(pieces))
        kept = key.startswith("#") or not said or key.strip() in marks
        found += [] if key == "reviewed_by" else [line if kept else f"{key}: {''.join(marked)}"]
    return "\n".join(found)


def written_in(folder: Path, *languages: str) -> Path:
    """Let a case say in which languages its texts are, the first that of its plain ones, without its translations."""
    file = in_english(folder) / "case.yaml"
    file.write_text(f"languages: [{', '.join(languages)}]\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    return folder


def in_english(folder: Path) -> Path:
    """Leave of a case in several languages its English alone."""
    file = folder / "case.yaml"
    text = file.read_text(encoding="utf-8")
    alone = re.sub(r"\{en: ([^,{}]+), [^{}]*\}", r"\1", re.sub(r"^languages: .*\n", "", text, flags=re.MULTILINE))
    listed = re.search(r"^languages: \[en, (.*)\]$", text, flags=re.MULTILINE)
    for other in listed[1].split(", ") if listed else ():
        alone = re.sub(rf"^( +){other}: (?:>-\n(?:\1 +.*\n)+|.*\n)", "", alone, flags=re.MULTILINE)
    if alone != text:
        file.write_text(alone, encoding="utf-8")
    shutil.rmtree(folder / "texts", ignore_errors=True)
    return folder


def dumped(view: View) -> list[Any]:
    """Return everything that a template could ask of a view, as plain data.

    Items are told apart by order of meeting.
    """
    return list(_Dump().of(view.root))


def _named(value: Leaf | Node) -> Any:
    return value if isinstance(value, Leaf) else value.id


class _Dump:
    """One walk over what a view holds: each item is opened where it is first met and numbered ever after."""

    def __init__(self) -> None:
        self.met: dict[int, int] = {}

    def of(self, value: Any, name: object = "") -> Iterator[Any]:
        """Return a value, what is said about it, and all that is inside it."""
        if isinstance(value, Leaf):
            yield (
                name,
                str(value),
                value.shape.name,
                (value.about.verification, value.about.likelihood, value.about.confidence),
                (value.about.confidence_because, [str(_named(read.value)) for read in value.about.readings]),
            )
            yield from self._about(value.about)
        elif isinstance(value, Node):
            yield from self._node(value, name)
        elif isinstance(value, Items):
            yield (name, len(value), str(value.none_because) if value.none_because else None)
            for inner in value:
                yield from self.of(inner)
        else:
            for party, inner in value:
                yield from (*self.of(party, name), *self.of(inner))

    def _node(self, node: Node, name: object) -> Iterator[Any]:
        known = id(node) in self.met
        yield (name, "item", self.met.setdefault(id(node), len(self.met)))
        if not known:
            yield from self._about(inside(node).about)
            for field, inner in inside(node).fields.items():
                yield from self.of(inner, field)

    def _about(self, about: About) -> Iterator[Any]:
        for cite in about.cites:
            yield cite.at
            yield from self.of(cite.source, "source")
        for read in about.readings:
            yield str(_named(read.value))
            for cite in read.cites:
                yield cite.at
                yield from self.of(cite.source, "source of a reading")
