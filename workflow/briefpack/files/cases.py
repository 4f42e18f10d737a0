"""Cases: the folders of an inputs library, each read as its documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from briefpack.case.content import FILES
from briefpack.case.fields import CASE_ID, LONGEST_NAME
from briefpack.files.documents import Document, read_document
from briefpack.files.sources import CLEAR, ENCRYPTED, TEXTS, hidden_documents, translations
from briefpack.files.visible import visible
from briefpack.problems import Place, Problem, Severity
from briefpack.text.near_miss import near_miss

REGISTRY = "registry"
_KNOWN = (*FILES, REGISTRY)


def read_documents(folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    """Return the documents of a case folder by stem, without data if unreadable, and every problem.

    A file whose name is misspelt counts as unreadable, so that no reference to what it holds is called wrong. The
    sealed registry is not read here: no stage that makes a pack may see it.
    """
    documents: dict[str, Document] = {}
    if not folder.is_dir():
        return documents, [Problem(Place(str(folder)), "there is no such case folder: check the path")]
    problems = _strangers(folder)
    if not (folder / "case.yaml").is_file():
        problems.append(Problem(Place(str(folder / "case.yaml")), _NO_CASE))
    for stem in FILES:
        path = folder / f"{stem}.yaml"
        if path.is_file():
            document, found = read_document(path, (stem,))
            problems.extend(found)
            documents[stem] = document or Document(str(path), None, {})
    for path in _yaml_files(folder):
        for stem in get_close_matches(path.stem, _KNOWN, n=1):
            if stem in FILES and stem != "case":
                documents.setdefault(stem, Document(str(path), None, {}))
    return documents, problems


def read_translations(folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    """Return the documents with translations of the texts of a case by language, and every problem with them."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for path in translations(folder):
        if path.suffix == ".yaml":
            document, found = read_document(path, (path.stem,))
            problems += found
            documents |= {path.stem: document} if document else {}
        else:
            message = f"this file is not read: name it by its language, such as {TEXTS}/fr.yaml"
            problems.append(Problem(Place(str(path)), message))
    return documents, problems


def _yaml_files(folder: Path) -> list[Path]:
    return visible(folder, "*.yaml", "*.yml")


_NO_CASE = "the file is missing: a case needs a case.yaml with at least an id and a title"


def _strangers(folder: Path) -> list[Problem]:
    """Return a problem for each YAML file that no stage reads, so that a misspelt name does not pass silently."""
    problems = list(_hidden(folder))
    for path in _yaml_files(folder):
        if path.suffix == ".yml" and path.stem in _KNOWN:
            problems.append(Problem(Place(str(path)), f"this file is not read: rename it to {path.stem}.yaml"))
        elif path.stem not in _KNOWN:
            hint = near_miss(path.stem, _KNOWN) or f": known are {', '.join(f'{stem}.yaml' for stem in _KNOWN)}"
            problems.append(Problem(Place(str(path)), f"no such file belongs to a case{hint}: rename or remove it"))
    sealed = (path for path in visible(folder, "*.age") if path.name != ENCRYPTED)
    message = f"this file is not read: of a case only {ENCRYPTED} is encrypted, so rename or remove it"
    problems += [Problem(Place(str(path)), message) for path in sealed]
    return problems


def _hidden(folder: Path) -> Iterator[Problem]:
    """Return a problem for each file of a case that is hidden by a dot before its name.

    Other hidden files are ignored.
    """
    for path in hidden_documents(folder):
        name = path.name.removeprefix(".")
        severity: Severity = "error" if name in {CLEAR, ENCRYPTED} else "warning"
        message = f"this file is hidden, so it is not read: rename it to {name}, or move it out of the case"
        yield Problem(Place(str(path)), message, severity)


def same_id(folder: Path, document: Document) -> list[Problem]:
    """Return a problem if the id in case.yaml is not the name of the folder; it says if that is another case's name."""
    folder = folder.resolve()
    name = document.data.get("id") if isinstance(document.data, dict) else None
    name = name.get("value") if isinstance(name, dict) else name
    if not isinstance(name, str) or name == folder.name:
        return []
    if not re.fullmatch(CASE_ID, folder.name):
        example = re.sub(r"^[^a-z]+|-$", "", re.sub(r"[^a-z0-9]+", "-", folder.name.lower())) or "river-talks"
        message = f"rename the folder to small letters, digits and hyphens, for example '{example}'"
    elif _may_be_a_case(name) and (folder.parent / name / "case.yaml").is_file():
        message = f"two cases have the same id, the other is {folder.parent / name}: write 'id: {folder.name}' here"
    else:
        message = f"the id must be the name of the folder: write 'id: {folder.name}', or rename the folder"
    return [Problem(document.places.get(("case", "id"), Place(document.file)), message)]


def _may_be_a_case(name: str) -> bool:
    """Return whether a folder can have this name; the system refuses to look up a name that is too long."""
    return len(name) <= LONGEST_NAME and bool(re.fullmatch(CASE_ID, name))
