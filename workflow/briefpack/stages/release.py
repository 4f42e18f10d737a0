"""Release: inspects the finished files, and lets the gate read them, before anyone gets them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefpack import pack_files
from briefpack.gate.manifest import manifest_of
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import Sought
from briefpack.gate.verdict import Proof, allowances_used, leaks, prove, refused, told
from briefpack.inspection.cleanliness import Declared
from briefpack.inspection.furniture import NONE_SHOWN, ShownLetterhead
from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import open_package
from briefpack.problems import Place, Problem, Refusal
from briefpack.text.escaping import on_one_line, unescaped
from briefpack.word.front_matter import FrontMatter

_NOT_RELEASED = "the {} is not released"
_FRONT_MATTER = re.compile(r'^(title|pagetitle|organisation|language|date|mark|caveat): (".*")$', re.MULTILINE)
#: What of the front matter may stand at the foot of pages, beside the meanings of signs.
_AT_THE_FOOT = ("title", "pagetitle", "short", "case", "version", "date", "date_in_words", "mark", "page_wording")
_ANY_KEY = re.compile(r'^(\w+): (".*")$', re.MULTILINE)
_AS_WRITTEN = re.compile(r"^(\w+): (.+)$", re.MULTILINE)
_NUMBERS = re.compile(r"\{pages?\}")
#: The meaning of a sign, as the title of a link within the document.
_MEANINGS = re.compile(r'(?:\]: |\]\()#\S+ "((?:[^"\\\n]|\\.)+)"')
#: The facts that a manifest takes from the front matter of a pack, and their names in the manifest.
_FACTS = {"mark": "mark", "version": "version", "date_of_information": "date"}


class Leaking(Refusal):
    """Raised where a finished pack holds what its reader must not see, whatever else is wrong with it."""


def release(
    name: str, audience: str, finished: Finished, sought: Sought, letterhead: ShownLetterhead = NONE_SHOWN
) -> dict[str, bytes]:
    """Return the files of one pack with its manifest; raise Refusal with everything that keeps one from release.

    It is Leaking if the gate finds anything.

    No surface of any file may hold what is searched for. A copy with a canary on each surface proves each time that the
    gate reads all of them. A Word pack must also be valid, accessible and clean, and bear this letterhead alone. No
    message quotes a text; for a find of the gate it names only the rule and the pack.
    """
    problems = inspected(finished.files, letterhead)
    proof = prove(_with(finished, name, manifest_of(finished.files, {}, Proof((), ()), 0)))
    problems += proof.problems(name)
    whole = _whole(name, audience, finished, sought, proof)
    found = refused(name, leaks(whole, sought))
    if found:
        raise Leaking([*problems, *found])
    if problems:
        raise Refusal(problems)
    return dict(whole.files)


def explained(name: str, audience: str, finished: Finished, sought: Sought) -> list[Problem]:
    """Return each find in the files that would be released, for the author of the case: file, surface, line, field."""
    return told(leaks(_whole(name, audience, finished, sought, Proof((), ())), sought))


def _whole(name: str, audience: str, finished: Finished, sought: Sought, proof: Proof) -> Finished:
    """Return the files of a pack with their manifest."""
    house = finished.folder.removeprefix(f"{pack_files.TEAM_ONLY}/").partition("/")[0]
    facts = {
        "pack": name,
        "organisation": house,
        "audience": audience,
        **_facts(finished.files.get(name + pack_files.MARKDOWN, b"")),
        **finished.counts,
    }
    return _with(finished, name, manifest_of(finished.files, facts, proof, allowances_used(finished, sought)))


def _with(finished: Finished, name: str, manifest: bytes) -> Finished:
    return replace(finished, files={**finished.files, name + pack_files.MANIFEST: manifest})


def inspected(files: Mapping[str, bytes], letterhead: ShownLetterhead = NONE_SHOWN) -> list[Problem]:
    """Return every problem with the form of the Word packs among finished files.

    A Word pack must say of itself what the Markdown pack of the same name says, and bear this letterhead.
    """
    words = (name for name in files if name.endswith(pack_files.WORD))
    return [problem for name in words for problem in _problems(name, files, letterhead)]


def _problems(name: str, files: Mapping[str, bytes], letterhead: ShownLetterhead) -> Iterator[Problem]:
    package, faults = open_package(files[name])
    if package is not None:
        beside = files.get(name.removesuffix(pack_files.WORD) + pack_files.MARKDOWN)
        faults = faults_of_pack(package, None if beside is None else _declared(beside), letterhead)
    for fault in faults:
        yield Problem(Place(name), f"{fault}: {_NOT_RELEASED.format(pack_files.kind_of(name))}", rule=fault.kind)


def _declared(markdown: bytes) -> Declared:
    """Return what the front matter of a Markdown pack says."""
    found = _FRONT_MATTER.findall(_front(markdown))
    return Declared(**{key: _said(text) for key, text in found}, foot=_foot(markdown))


def _foot(markdown: bytes) -> tuple[str, ...]:
    """Return the texts that the foot of pages may be made of, with `1` where Word fills in a number."""
    # A house style may write a key without quotes, and may leave out how pages are counted.
    said = {"page_wording": FrontMatter.page_wording, **dict(_AS_WRITTEN.findall(_front(markdown)))}
    front = [
        _said(text) if text.startswith('"') else on_one_line(text.strip("'"))
        for text in map(said.get, _AT_THE_FOOT)
        if text
    ]
    meanings = (unescaped(each) for each in _MEANINGS.findall(markdown.decode()))
    return tuple(dict.fromkeys(_NUMBERS.sub("1", text) for text in (*front, *meanings) if text))


def _facts(markdown: bytes) -> dict[str, str | None]:
    """Return the facts for the manifest of a pack, from its front matter."""
    said = dict(_ANY_KEY.findall(_front(markdown)))
    return {fact: _said(said[key]) if key in said else None for fact, key in _FACTS.items()}


def _said(text: str) -> str:
    """Return a quoted text of the front matter as plain text."""
    return on_one_line(unescaped(json.loads(text)))


def _front(markdown: bytes) -> str:
    return markdown.decode("utf-8").removeprefix("---\n").partition("\n---\n")[0]
