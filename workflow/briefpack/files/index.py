"""Index: one page that shows every case and pack of a library with its state, and links to the packs.

It names a case by its folder and says nothing else about it, so that it may lie beside packs of any mark. Of
the reports to coordinators between the tracks it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir
from html import escape
from os import listdir
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from briefpack import pack_files
from briefpack.files.choices import case_names, organisation_names
from briefpack.files.library import Library, open_whole_library
from briefpack.files.recalls import FOLDER, Recall, note_of, notes, read_recall
from briefpack.files.states import WORDS, State, state_of, summary
from briefpack.files.writing import write_all
from briefpack.problems import Place, Problem, Refusal

_STYLE = """
body { font: 16px/1.5 Arial, sans-serif; color: #1c2430; max-width: 62rem; margin: 2.5rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; color: #1f3864; margin-bottom: .2rem }
h2 { font-size: 1.15rem; color: #1f3864; margin: 2rem 0 .4rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid #8a97ab }
th { font-weight: 600 }
th, td:not(:last-child) { white-space: nowrap }
th:last-child { width: 46% }
td { vertical-align: top }
a { color: #1f4e8c }
.older, .altered, .kept { color: #7a3e00; font-weight: 600 }
.missing, .recall { color: #8c1d1d; font-weight: 600 }
"""

#: Stands between the parts of a pack's file name, at least three times: case, audience, language, ending.
_DOTS = 2


class _Pack(NamedTuple):
    """One row of the index: whom the pack is for, its path without its ending, its state, and any recall of it."""

    audience: str
    organisation: str
    language: str
    path: str
    state: State
    recall: Recall | None


def renew_index(config: Mapping[str, object], project: Path = Path(), seen: Mapping[str, str] | None = None) -> str:
    """Write the index of the whole library of a configuration; return in lines what prevents that, or nothing.

    The folders of the library are relative to `project`; `seen` gives the digest of the documents of each case for
    which it is known. No mistake of a person raises an exception here: this is the end of a build.
    """
    try:
        with chdir(project):
            write_index(open_whole_library(config, seen))
    except Refusal as refusal:
        return f"{refusal}\n"
    except OSError as fault:
        file = fault.filename or "index.html"
        return f"{Problem(Place(str(file)), f'this cannot be read for the index: {fault.strerror}')}\n"
    return ""


def write_index(library: Library) -> None:
    """Put `index.html` into the outputs of a library; raise Refusal where it cannot be written."""
    write_all({library.outputs / "index.html": index_page(library).encode()})


def index_page(library: Library) -> str:
    """Return the index as HTML; it depends on which packs exist and what they were made from, not on the time."""
    senders: dict[str, list[str]] = {case: [] for case in library.cases}
    for organisation, case in library.pairs:
        senders[case].append(organisation)
    packs = {case: list(_packs(library, case, sent_by)) for case, sent_by in senders.items()}
    cases = "".join(_case(case, rows) for case, rows in packs.items() if rows)
    states = [pack.state for rows in packs.values() for pack in rows]
    shown = [pack.recall for rows in packs.values() for pack in rows if pack.recall]
    others = list(_other_recalls(library, shown))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Briefing packs</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Briefing packs</h1>\n<p>{summary(states)}{_calling(len(shown) + len(others))}</p>\n"
        f"{cases}{_called_back(others)}{_withdrawn(library)}</body>\n</html>\n"
    )


def said_of(case: str, organisation: str, readers: Iterable[tuple[str, str]], recalls: Path) -> Iterator[str]:
    """Return what the index says about the packs of a case in one house style, except its fixed words.

    `readers` are those of the packs, by audience and language, and `recalls` is the folder of the notes.
    """
    yield from (case, organisation)
    for audience, language in readers:
        recall = read_recall(note_of(recalls, organisation, f"{case}.{audience}.{language}"))
        yield from recall.versions if recall else ()


def _calling(recalls: int) -> str:
    """Return the sentence on released packs that are to be recalled, if there are any."""
    if not recalls:
        return ""
    counted = "1 pack released before is" if recalls == 1 else f"{recalls} packs released before are"
    return f" {counted} to be recalled."


def _case(case: str, packs: list[_Pack]) -> str:
    rows = "".join(_row(*pack) for pack in packs)
    head = "<tr><th>For</th><th>House style</th><th>Language</th><th>Pack</th><th>State</th></tr>"
    return f"<h2>{escape(case)}</h2>\n<table>\n{head}\n{rows}</table>\n"


def _packs(library: Library, case: str, organisations: Iterable[str]) -> Iterator[_Pack]:
    for audience in library.audiences:
        for organisation in organisations:
            for language in library.languages:
                name = f"{case}.{audience}.{language}"
                path = f"{organisation}/{case}/{name}"
                state = state_of(library, organisation, case, name)
                recall = read_recall(note_of(library.outputs / FOLDER, organisation, name))
                yield _Pack(audience, organisation, language, path, state, recall)


def _other_recalls(library: Library, shown: Iterable[Recall]) -> Iterator[Recall]:
    """Return the recalls that no row shows, because this library does not build their packs now."""
    seen = {recall.note for recall in shown}
    yield from (
        recall for note in notes(library.outputs / FOLDER) if note not in seen and (recall := read_recall(note))
    )


def _called_back(recalls: list[Recall]) -> str:
    """Return the section on packs that are to be recalled and are not built now, or nothing."""
    rows = "".join(
        f"<li>{escape(recall.note.parent.name)}/{escape(recall.note.stem)}{_recalled(recall)}</li>\n"
        for recall in recalls
    )
    return f"<h2>Released before, and not built now</h2>\n<ul>\n{rows}</ul>\n" if rows else ""


def _withdrawn(library: Library) -> str:
    """Return the section on what lies in the outputs but is no longer built, or nothing: no build deletes it."""
    rows = "".join(f"<li>{escape(line)}</li>\n" for line in _left_over(library))
    return f"<h2>No longer built</h2>\n<ul>\n{rows}</ul>\n" if rows else ""


def _left_over(library: Library) -> list[str]:
    """Return a line for each folder whose organisation or case is gone, and each pack that is not asked for now."""
    cases, organisations = set(case_names(library.inputs)), organisation_names(library.templates)
    asked = {(organisation, name) for organisation, case in library.pairs for name in library.packs(case)}
    found = set()
    for folder, name in _released(library.outputs):
        pack, organisation, case = name.rpartition(".")[0], folder.parent.name, folder.name
        if organisation not in organisations:
            found.add(f"withdrawn: delete {folder.parent}")
        elif case not in cases:
            found.add(f"withdrawn: delete {folder}")
        elif (organisation, pack) not in asked:
            found.add(f"no longer asked for, and not built again: {folder / pack}")
    return sorted(found)


def _released(outputs: Path) -> Iterator[tuple[Path, str]]:
    """Return the folder and the name of each Word and Markdown file in the place of a pack."""
    for folder in (one for one in outputs.glob("[!.]*/*/") if one.parent.name != pack_files.TEAM_ONLY):
        for name in listdir(folder) if folder.is_dir() else ():  # noqa: PTH208
            if (
                name.endswith((pack_files.WORD, pack_files.MARKDOWN))
                and name.startswith(f"{folder.name}.")
                and name.count(".") > _DOTS
            ):
                yield folder, name


def _row(audience: str, organisation: str, language: str, path: str, state: State, recall: Recall | None) -> str:
    sign, words, *_ = WORDS[state]
    links = " · ".join(f'<a href="{quote(path)}{kind}">{name}</a>' for kind, name in pack_files.KINDS.items())
    return (
        f"<tr><td>{escape(audience)}</td><td>{escape(organisation)}</td><td>{escape(language)}</td>"
        f"<td>{links if _is_fit(state, recall) else ''}</td>"
        f'<td class="{state}">{sign} {words}{_recalled(recall)}</td></tr>\n'
    )


def _is_fit(state: State, recall: Recall | None) -> bool:
    """Return whether the files of a pack may be handed on: they exist, and are not to be recalled."""
    return state == "current" or (state != "missing" and recall is None)


def _recalled(recall: Recall | None) -> str:
    """Return which pack is to be recalled, and how to end the recall, or nothing."""
    if recall is None:
        return ""
    versions = escape(", ".join(recall.versions))
    done = f"when everyone has been told, delete {escape(str(recall.note))}"
    return f'<br><span class="recall">■ to be recalled: the pack released {versions}; {done}</span>'
