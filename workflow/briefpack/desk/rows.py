"""Rows: the packs of a library, each with its state, its recall and what is known of it, as rows of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from unicodedata import combining, normalize
from urllib.parse import quote

from briefpack import pack_files
from briefpack.desk.facts import Facts, day_of, facts_of, in_words
from briefpack.desk.leftovers import recalled
from briefpack.files.library import Library
from briefpack.files.recalls import FOLDER, Recall, note_of, read_recall
from briefpack.files.receipts import read_receipt, receipt_file
from briefpack.files.states import WORDS, State, state_of
from briefpack.text.bidi import is_left_to_right

#: For whom the packs of an audience are, in words.
READERS: Mapping[str, str] = {"track-i": "for officials (track I)", "track-ii": "for convenors (track II)"}
COLUMNS = ("Case", "Pack", "Mark", "Version", "Information as of", "Next deadline", "State", "Files")
#: The states of packs, the best first.
RANKS: Mapping[State, int] = {state: rank for rank, state in enumerate(WORDS)}
#: What each is called in a list to choose from, in fewer words than in a row.
STATES: Mapping[str, str] = {
    "current": "up to date",
    "older": "older than its sources",
    "altered": "changed by hand",
    "kept": "kept from before",
    "missing": "not built",
}


@dataclass(frozen=True)
class PackRow:
    """A pack that a library asks for: of whom, for whom, in which state, and what is known of it."""

    case: str
    organisation: str
    audience: str
    language: str
    state: State
    recall: Recall | None
    facts: Facts

    @property
    def path(self) -> str:
        """Return the path of its files from the outputs, without their endings."""
        return f"{self.organisation}/{self.case}/{self.case}.{self.audience}.{self.language}"


def packs_of(library: Library) -> Iterator[PackRow]:
    """Return every pack that a library asks for, those of a case together."""
    senders: dict[str, list[str]] = {case: [] for case in library.cases}
    for organisation, case in library.pairs:
        senders[case].append(organisation)
    for case, sent_by in senders.items():
        for audience in library.audiences:
            for organisation in sent_by:
                for language in library.languages_of[organisation, case]:
                    yield _pack(library, case, organisation, audience, language)


def _pack(library: Library, case: str, organisation: str, audience: str, language: str) -> PackRow:
    name = f"{case}.{audience}.{language}"
    receipt = read_receipt(library.outputs / receipt_file(organisation, name))
    state = state_of(library, organisation, case, name, receipt)
    recall = read_recall(note_of(library.outputs / FOLDER, organisation, name))
    return PackRow(case, organisation, audience, language, state, recall, facts_of(receipt, library.documents_of[case]))


@dataclass(frozen=True)
class KnownNames:
    """What the cases, house styles and languages of a library are called, as far as any of its packs tells."""

    cases: Mapping[str, str]
    houses: Mapping[str, str]
    languages: Mapping[str, str]

    @classmethod
    def told_by(cls, packs: Iterable[PackRow]) -> KnownNames:
        """Return the names that the facts of packs tell."""
        # A case is called what it is called in its first language, which comes first.
        every = [*packs][::-1]
        return cls(
            {pack.case: pack.facts.title for pack in every if pack.facts.title},
            {pack.organisation: pack.facts.house for pack in every if pack.facts.house},
            {pack.language: pack.facts.language for pack in every if pack.facts.language},
        )

    def case(self, folder: str) -> str:
        """Return the title of a case, or the name of its folder."""
        return self.cases.get(folder, folder)

    def sender(self, organisation: str, language: str) -> str:
        """Return the house style and the language of a pack, by their names where these are known."""
        return f"{self.houses.get(organisation, organisation)} · {self.languages.get(language, language)}"


def rows_of(packs: Iterable[PackRow], names: KnownNames) -> Iterator[str]:
    """Return the row of each pack, the cases in the order of their names; the first row of a case names it loudest."""
    before = ""
    for pack in sorted(packs, key=lambda one: (in_order(names.case(one.case)), one.case)):
        yield _row(pack, names, is_first=pack.case != before)
        before = pack.case


def in_order(name: str) -> list[tuple[int, str]]:
    """Return what names are sorted by: letters whatever their case and accents, numbers by how large they are."""
    letters = "".join(letter for letter in normalize("NFD", name.casefold()) if not combining(letter))
    parts = re.split(r"(\d+)", letters)
    return [(len(part.lstrip("0")) if place % 2 else 0, part) for place, part in enumerate(parts)]


def _row(pack: PackRow, names: KnownNames, *, is_first: bool) -> str:
    facts, (sign, words, *_) = pack.facts, WORDS[pack.state]
    again = "" if is_first else ' class="again"'
    return (
        f'<tr data-o="{escape(pack.organisation)}" data-r="{pack.audience}" data-s="{pack.state}"{again}>'
        f"{case_cell(pack.case, names)}"
        f"<td>{READERS[pack.audience]}<small>{isolated(names.sender(pack.organisation, pack.language))}</small></td>"
        f"{_told(facts.mark, facts.height)}{_told(facts.version)}{_told(in_words(facts.date), day_of(facts.date))}"
        f"{_deadline(facts)}"
        f'<td data-k="{RANKS[pack.state]}">{sign} {words}{recalled(pack.recall)}</td>'
        f"<td>{_links(pack) if _is_fit(pack.state, pack.recall) else ''}</td></tr>\n"
    )


def case_cell(case: str, names: KnownNames) -> str:
    """Return the cell that names a case, by its title where that is known, and always by its folder."""
    folder = f"<small>{escape(case)}</small>" if case in names.cases else ""
    return f'<th scope="row">{isolated(names.case(case))}{folder}</th>'


def isolated(text: str) -> str:
    """Return a text as HTML: brackets and signs at its ends run as its own words do, whichever way these run."""
    return escape(text) if is_left_to_right(text) else f"<bdi>{escape(text)}</bdi>"


def _told(text: str, key: object = None) -> str:
    """Return the cell of a text, sorted by a key where it has one; without a text it is not known."""
    if not text:
        return '<td data-k="">not known</td>'
    return f"<td>{isolated(text)}</td>" if key is None else f'<td data-k="{key}">{isolated(text)}</td>'


def _deadline(facts: Facts) -> str:
    """Return the cell of the next deadline; that none is shown does not say that there is none."""
    if not facts.due:
        return '<td data-k="">none shown</td>'
    return (
        f'<td data-k="{day_of(facts.due)}">{escape(in_words(facts.due))}<small>{isolated(facts.due_for)}</small></td>'
    )


def _links(pack: PackRow) -> str:
    return " ".join(f'<a href="{quote(pack.path)}{kind}">{name}</a>' for kind, name in pack_files.KINDS.items())


def _is_fit(state: State, recall: Recall | None) -> bool:
    """Return whether the files of a pack may be handed on: they exist, and are not to be recalled."""
    return state == "current" or (state != "missing" and recall is None)
