"""Index: one page that shows every case and pack of a library with its state, and links to the packs.

It lies beside packs of any mark, so what it says of a case stands in the views of both readers. Of the reports to
coordinators between the tracks it says nothing, and it leads nowhere where they lie.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import chdir
from pathlib import Path

from briefpack.desk.facts import Facts
from briefpack.desk.leftovers import called_back, other_recalls, withdrawn
from briefpack.desk.page import page, search, table_of
from briefpack.desk.rows import COLUMNS, READERS, STATES, KnownNames, PackRow, packs_of, rows_of
from briefpack.desk.team import TEAM_PAGE, team_page
from briefpack.files.library import Library, open_library, open_whole_library
from briefpack.files.recalls import note_of, read_recall
from briefpack.files.states import summary
from briefpack.files.writing import take_away, write_all
from briefpack.problems import Place, Problem, Refusal

_SHOWN = (
    '<p class="about">Of each case this page shows only what both readers may see, and where that is not known, the '
    "name of its folder. A mark is that of the pack itself. A brief for a meeting or session lies beside the pack of "
    "its reader, with <code>brief</code> and a number in its name; none is listed here, since how many one side has "
    "is not for the other.</p>\n"
)


def renew_index(config: Mapping[str, object], project: Path = Path(), seen: Mapping[str, str] | None = None) -> str:
    """Write the pages of the whole library of a configuration; return in lines what prevents that, or nothing.

    The folders of the library are relative to `project`; `seen` gives the digest of the documents of each case for
    which it is known. No mistake of a person raises an exception here: this is the end of a build.
    """
    try:
        with chdir(project):
            asked = open_library(config, seen).organisations if "organisation" in config else None
            write_index(open_whole_library(config, seen), asked)
    except Refusal as refusal:
        return f"{refusal}\n"
    except OSError as fault:
        file = fault.filename or "index.html"
        return f"{Problem(Place(str(file)), f'this cannot be read for the index: {fault.strerror}')}\n"
    return ""


def write_index(library: Library, asked: Collection[str] | None = None) -> None:
    """Put `index.html` into the outputs of a library, and beside the reports the page for the team if there is any.

    Of organisations that were not `asked` for it shows what was ever built: nobody waits for the rest.

    Raises:
        Refusal: a page cannot be written, or the team's cannot be deleted where there is no report any more.
    """
    packs = [one for one in packs_of(library) if _is_awaited(one, asked)]
    pages = {library.outputs / "index.html": _page_of(library, packs)}
    for_team, place = team_page(library, KnownNames.told_by(packs)), library.outputs / TEAM_PAGE
    write_all(pages | ({place: for_team} if for_team else {}))
    if not for_team:
        take_away(place)


def _is_awaited(pack: PackRow, asked: Collection[str] | None) -> bool:
    return asked is None or pack.organisation in asked or pack.state != "missing" or pack.recall is not None


def index_page(library: Library) -> str:
    """Return the index as HTML; it depends on which packs exist and what they were made from, not on the time."""
    return _page_of(library, list(packs_of(library))).decode()


def said_of(case: str, organisation: str, packs: Iterable[tuple[str, Facts]], recalls: Path) -> Iterator[str]:
    """Return what the index says about the packs of a case in one house style, except its fixed words.

    `packs` are the name and the facts of each, and `recalls` is the folder of the notes.
    """
    yield from (case, organisation)
    for name, facts in packs:
        recall = read_recall(note_of(recalls, organisation, name))
        yield from dict.fromkeys((*facts.texts(), *(recall.versions if recall else ())))


def _page_of(library: Library, packs: list[PackRow]) -> bytes:
    names = KnownNames.told_by(packs)
    shown = [pack.recall for pack in packs if pack.recall]
    others, shown_of = list(other_recalls(library, shown)), {pack.organisation for pack in packs}
    lead = f"<p>{summary(pack.state for pack in packs)}{_calling(len(shown) + len(others))}</p>\n{_SHOWN}"
    filters: dict[str, Mapping[str, str]] = {
        "o": {one: names.houses.get(one, one) for one in library.organisations if one in shown_of},
        "r": {one: READERS[one] for one in library.audiences},
        "s": STATES,
    }
    table = search("packs", filters) + table_of("Every pack, by its case", COLUMNS, rows_of(packs, names))
    return page("Briefing packs", lead, table, COLUMNS, called_back(others) + withdrawn(library))


def _calling(recalls: int) -> str:
    """Return the sentence on released packs that are to be recalled, if there are any."""
    if not recalls:
        return ""
    counted = "1 pack released before is" if recalls == 1 else f"{recalls} packs released before are"
    return f" {counted} to be recalled."
