"""Templates: the Jinja sources of the base and of one organisation, each under its path below the template library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefpack.documents import SUFFIX
from briefpack.files.texts import read_text
from briefpack.files.visible import visible
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.organisation import BASE, FOLDERS, OWN, Templates
from briefpack.problems import Place, Problem, Refusal
from briefpack.text.near_miss import near_miss

#: The files of an organisation that are read.
_READ = re.compile(
    r"organisation\.yaml|style\.(?:docx|dotx|docm|dotm)|wording/[^/]+\.yaml|.*\.csl|(?:.*/)?README\.md|.*\.md\.j2"
    rf"|logo\.\w+|{OWN}/[^/]+\.png"
)


_HIDES = (
    "for {folder} this file takes the place of {common}, of which nothing is printed there: if both should count, "
    "begin this one with '{{% extends \"{common}\" %}}'; if not, name that file here in a comment"
)
_OF_WORD = frozenset({".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot", ".odt", ".rtf"})


def read_templates(root: Path, organisation: str) -> Templates:
    """Return the templates of an organisation; raise Refusal if any of its files overrides nothing."""
    if not (root / BASE / f"pack{SUFFIX}").is_file():
        place = Place(str(root / BASE / f"pack{SUFFIX}"))
        raise Refusal([Problem(place, "the file is missing: a template library needs the folder base")])
    outside = [problem for folder in (BASE, organisation) for problem in links_out(root, folder)]
    if outside:
        raise Refusal(outside)
    sources = {name: text for folder in (BASE, organisation) for name, text in _sources(root, folder)}
    problems = [*_stray(root, organisation, sources), *_without_effect(root / organisation)]
    if problems:
        raise Refusal(problems)
    return Templates(str(root), organisation, sources)


def hidden(templates: Templates) -> Iterator[Problem]:
    """Return a warning for each common file of the organisation that one for an audience hides.

    One that names it, to stand on it or in a comment, does so on purpose.
    """
    for name, text in templates.sources.items():
        organisation, folder, *rest = name.split("/")
        common = "/".join((organisation, *rest))
        is_above = organisation == templates.organisation and folder in FOLDERS and common in templates.sources
        if is_above and common not in text and folder in templates.used_for(common):
            yield Problem(Place(f"{templates.root}/{name}"), _HIDES.format(folder=folder, common=common), "warning")


def links_out(root: Path, folder: str) -> list[Problem]:
    """Return a problem for each link out of the template library in a folder, and for the folder if it is one.

    Such a link could lead to a case, or to anything.
    """
    homes = (root.resolve(), (root / folder).resolve())
    paths = (path for path in visible(root / folder, "**/*") if path.is_symlink())
    remedy = "this link leads out of the template library: if all readers may have the file, put a copy of it here"
    return [Problem(Place(str(path)), remedy) for path in paths if not any(map(path.resolve().is_relative_to, homes))]


def _sources(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    for path in visible(root / folder, f"**/*{SUFFIX}"):
        name = path.relative_to(root).as_posix()
        yield name, read_text(path)


def _stray(root: Path, organisation: str, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Return a problem for each template of the organisation that overrides none of the base for its audience."""
    for name in sources:
        folder, *rest = name.split("/")
        if folder != organisation or rest[0] == OWN:
            continue
        # The common folder is for packs: of the report and the register it holds nothing that is theirs alone.
        audiences = (rest.pop(0),) if rest[0] in FOLDERS else PACK_AUDIENCES
        bare, base = "/".join(rest), {one for audience in audiences for one in _of_base(sources, audience)}
        if bare not in base:
            others = [one for one in FOLDERS if f"{BASE}/{one}/{bare}" in sources]
            hint = near_miss(bare, base) or f": the base has {', '.join(sorted(base))}"
            hint = f": move it to {organisation}/{others[0]}/" if others else hint
            remedy = f"a new part belongs in {organisation}/{OWN}/"
            yield Problem(Place(str(root / name)), f"this template does not override one of the base{hint}; {remedy}")


def _without_effect(folder: Path) -> Iterator[Problem]:
    """Return a problem for each file of an organisation that nothing reads, such as wording under a wrong name.

    Hidden files are allowed.
    """
    for path in visible(folder, "**/*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.name[0] not in "~#" and not path.name.endswith("~") and not _READ.fullmatch(name):
            if path.suffix in _OF_WORD:
                remedy = "a Word template is called style.docx or style.dotx (.docm, .dotm), and is saved from Word"
                yield Problem(Place(str(path)), f"nothing reads this file: {remedy}")
                continue
            named = "organisation.yaml, style.docx (or .dotx), logo.png, wording/<language>.yaml"
            known = f"{named}, {OWN}/*.png, *.csl and *{SUFFIX}"
            remedy = f"an organisation has {known}"
            yield Problem(Place(str(path)), f"nothing reads this file: {remedy}")


def _of_base(sources: Mapping[str, str], audience: str) -> Iterator[str]:
    """Return the templates that the base has for an audience, its own and the common ones."""
    others = tuple(f"{BASE}/{other}/" for other in FOLDERS if other != audience)
    for name in sources:
        if name.startswith(f"{BASE}/") and not name.startswith(others):
            yield name.removeprefix(f"{BASE}/").removeprefix(f"{audience}/")
