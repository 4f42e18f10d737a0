"""Sources: all files that the packs of a case are made from, as one digest, and whether any changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from os import scandir, walk
from os.path import normcase
from pathlib import Path
from time import time_ns

from briefpack.files.digests import digest, joined, members
from briefpack.handbook import PHASES

_PACKAGE = Path(__file__).resolve().parents[1]
_LOCK = _PACKAGE.parents[1] / "requirements.lock"
#: The two names that the sealed registry of a case may have: as it was typed, or encrypted with age.
CLEAR, ENCRYPTED = "registry.yaml", "registry.yaml.age"
#: The folder of a case that holds translations of its texts, a file for each language.
TEXTS = "texts"
#: In nanoseconds, longer than the steps in which any file system counts time.
_STEP = 2_000_000_000
_KINDS = (".yaml", ".yml", ".age")
_STEMS = ("case", *(phase.name for phase in PHASES), "coordination", "engagements")
_HIDDEN = frozenset({*(f".{stem}.yaml" for stem in _STEMS), f".{CLEAR}", f".{ENCRYPTED}"})


@dataclass(frozen=True)
class Sources:
    """What the packs of a case in one house style are made from; the sealed registry is among its documents."""

    case: Path
    templates: Path
    organisation: str
    page_numbers: str

    def digests(self, shared: tuple[str, str] | None = None) -> tuple[str, str]:
        """Return the digest of all that these packs come from, and that of the part that other cases share.

        `shared` are the digests of that part, as `shared_digests` returns them, if they are known to be still true.
        """
        shared = shared or self.shared_digests()
        return made_from(*shared, digest(*documents(self.case)), self.page_numbers), joined(*shared)

    def shared_digests(self) -> tuple[str, str]:
        """Return the digest of briefpack and that of the templates."""
        return digest_of_briefpack(), digest_of_templates(self.templates, self.organisation)

    def moves(self) -> tuple[object, ...]:
        """Return a state that differs once a file was written, moved, added or removed, even if that was undone.

        A digest cannot tell that a file held something else in between. The folders of briefpack itself do not count,
        because Python writes its bytecode there.
        """
        return self.shared_moves(), _moves([self.case])

    def shared_moves(self) -> tuple[tuple[object, ...], ...]:
        """Return the same of the files that other cases share."""
        return _moves([*_folders(self.templates, self.organisation)], _PACKAGE, _LOCK)


def are_settled(moves: Sequence[tuple[object, ...]]) -> bool:
    """Return whether files have been in the state `moves` for two seconds, so that any later edit changes the state.

    File systems count time in steps: of two edits within one step, the second does not change the date.
    """
    return all(int(str(one[-1])) < time_ns() - _STEP for one in moves if len(one) > 1)


def made_from(briefpack: str, templates: str, documents: str, page_numbers: str) -> str:
    """Return one digest of all that the packs of a case come from."""
    return joined(briefpack, templates, documents, page_numbers)


def digest_of_briefpack() -> str:
    """Return the digest of the package and of the versions that it runs with."""
    return digest(_PACKAGE, _LOCK)


def digest_of_templates(templates: Path, organisation: str) -> str:
    """Return the digest of the template folders that feed a house style: the base's and its own."""
    return digest(*_folders(templates, organisation))


def documents(folder: Path) -> list[Path]:
    """Return the YAML files and the encrypted files in the folder of a case, by name, then its translations."""
    return _files(folder, lambda name: name in _HIDDEN or _is_document(name), inside=TEXTS)


def _is_document(name: str) -> bool:
    return name[0] not in "._" and normcase(name).endswith(_KINDS)


def translations(folder: Path) -> list[Path]:
    """Return the files of a case that hold translations of its texts, by name."""
    return _files(folder / TEXTS, _is_document)


def hidden_documents(folder: Path) -> list[Path]:
    """Return the files of a case that only a dot before their name hides, such as `.evaluation.yaml`."""
    return _files(folder, _HIDDEN.__contains__)


def _files(folder: Path, is_wanted: Callable[[str], bool], inside: str = "") -> list[Path]:
    """Return the files of a folder whose names are wanted, by name, in one look; none if it cannot be read.

    Where it has a folder named `inside`, the documents there come after them. Every build looks into the folder of
    every case: this is most of the cost of a build that has nothing to do.
    """
    try:
        with scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return []
    names = sorted(entry.name for entry in found if is_wanted(entry.name) and entry.is_file())
    within = inside and any(entry.name == inside and entry.is_dir() for entry in found)
    return [*(folder / name for name in names), *(_files(folder / inside, _is_document) if within else ())]


def _folders(templates: Path, organisation: str) -> Iterator[Path]:
    yield from (templates / "base", templates / organisation)


def _moves(folders: Sequence[Path], *others: Path) -> tuple[tuple[object, ...], ...]:
    inside = [path for folder in folders if folder.is_dir() for path in (folder, *_folders_in(folder))]
    files = [file for source in (*folders, *others) for _, file in members(source)]
    return tuple(_stood(path) for path in (*inside, *files))


def _folders_in(folder: Path) -> Iterator[Path]:
    yield from (Path(place, name) for place, names, _ in walk(folder) for name in names)


def _stood(path: Path) -> tuple[object, ...]:
    try:
        found = path.stat()
    except OSError:
        return (str(path),)
    return (str(path), found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
