"""Citation styles: reads the one that an organisation names, from its folder or from those that come with briefpack."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from briefpack.files.visible import visible
from briefpack.files.writing import read_bytes
from briefpack.problems import Place, Problem, Refusal
from briefpack.text.near_miss import near_miss

SUFFIX = ".csl"
_NAMESPACE = {"cs": "http://purl.org/net/xbiblio/csl"}
_PARENT = "string(/cs:style/cs:info/cs:link[@rel='independent-parent']/@href)"
_FORMAT = "string(/cs:style/cs:info/cs:category/@citation-format)"
_NUMBERED = "//*[not(self::cs:key)][@variable='citation-number' or @variable='citation-label']"
#: Finds styles that number or label their sources; packs use the keys of the case instead.
_LABELLING = frozenset({"numeric", "label"})


def unknown_style(folder: Path, style: str, place: Place) -> list[Problem]:
    """Return a problem where an organisation's folder and briefpack have no citation style of this name."""
    if _file(folder, style) is not None:
        return []
    known = [*_names(), *_own(folder)]
    remedy = f"there is {', '.join(known)}; another goes into {folder} as a file in CSL, and is named as 'name{SUFFIX}'"
    return [Problem(place, f"there is no citation style '{style}'{near_miss(style, known)}: {remedy}")]


def read_citation_style(folder: Path, style: str) -> bytes:
    """Return the citation style that an organisation names, in CSL; raise Refusal where packs cannot use it.

    `folder` is the organisation's; `style` a name, or the path of a file below the folder.
    """
    file = _file(folder, style)
    if file is None:
        raise Refusal(unknown_style(folder, style, Place(str(folder / "organisation.yaml"))))
    content = read_bytes(file)
    problems = list(_problems(str(folder / style), content)) if style.endswith(SUFFIX) else []
    if problems:
        raise Refusal(problems)
    return content


def _file(folder: Path, style: str) -> Path | None:
    if style.endswith(SUFFIX):
        return folder / style if style in _own(folder) else None
    return _brought() / f"{style}{SUFFIX}" if style in _names() else None


def _names() -> list[str]:
    return sorted(path.stem for path in _brought().glob(f"*{SUFFIX}"))


def _own(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in visible(folder, f"**/*{SUFFIX}")]


def _brought() -> Path:
    """Return the folder of styles that come with citeproc-py."""
    return _data() / "styles"


def _data() -> Path:
    """Return the folder of the data of citeproc-py, without importing it."""
    found = find_spec("citeproc")
    return Path(found.origin if found and found.origin else "").parent / "data"


def _problems(file: str, content: bytes) -> Iterator[Problem]:
    """Return a problem for each reason why packs cannot use an organisation's own style."""
    if b"<!DOCTYPE" in content:
        yield Problem(Place(file), "a citation style may not have a DOCTYPE: remove that line")
        return
    try:
        root = etree.fromstring(content, etree.XMLParser(encoding="UTF-8", resolve_entities=False))
    except etree.XMLSyntaxError as fault:
        place = Place(file, fault.lineno or 1, max(fault.offset or 1, 1))
        yield Problem(place, "this is not XML: download the style's file again")
        return
    if parent := str(root.xpath(_PARENT, namespaces=_NAMESPACE)):
        yield Problem(Place(file), f"this style only points to another: use {parent}")
        return
    schema = etree.RelaxNG(etree.parse(str(_data() / "schema" / "schemas" / "styles" / "csl.rng")))
    if not schema.validate(root):
        line = max(fault.line for fault in schema.error_log)
        yield Problem(Place(file, line), "this is not valid CSL: correct it here, or download it again")
        return
    yield from (Problem(Place(file), message) for message in _unusable(root))


def _unusable(root: etree._Element) -> Iterator[str]:
    if root.find("cs:bibliography", _NAMESPACE) is None and root.get("class") != "note":
        yield "this style has neither a bibliography nor notes: use one that has"
    elif str(root.xpath(_FORMAT, namespaces=_NAMESPACE)) in _LABELLING or root.xpath(_NUMBERED, namespaces=_NAMESPACE):
        yield "this style numbers its sources, but packs cite by the keys of the case: use an author-date style"
