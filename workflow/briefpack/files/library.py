"""Library: the folders that a build works on, the packs that are asked for, and what each of them is made from.

The Snakefile imports this on every call, so it needs nothing heavier than PyYAML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from briefpack.files.batches import MOST
from briefpack.files.case_languages import Spoken, worded
from briefpack.files.choices import Choice, choices, unknown
from briefpack.files.digests import digest, joined
from briefpack.files.layout import NO_LAYOUT, can_lay_out
from briefpack.files.page_numbers import PAGE_NUMBERS
from briefpack.files.sending import Pair, asked_for, nothing_sent, read_pairs, still_there, unsent
from briefpack.files.settings import SENDS, Option, Setting, from_command_line, read_settings
from briefpack.files.sources import digest_of_briefpack, digest_of_templates, documents, made_from
from briefpack.handbook import PACK_AUDIENCES
from briefpack.pack_files import TEAM_ONLY, name_of
from briefpack.problems import Place, Problem, Refusal

_TAKEN = (
    "no organisation can have this name: the folder of the outputs that has it holds reports alone; rename this one"
)
_FOLDERS = ("inputs", "templates", "outputs")
_OPTIONS = (*_FOLDERS, "cases", "organisation", "audience", "language", "page_numbers", "batch")


@dataclass(frozen=True)
class Library:
    """The folders of a build, what it makes packs for, and the digests of what they are made from.

    `pairs` are each organisation with each case that it sends, one organisation after another: whoever goes through the
    packs of a library goes through these.

    `languages` are those that packs may be in, `worded_in` has those of them that the packs of each organisation have
    wording in, and `languages_of` for each of the `pairs` those of these that the case is written in.

    `briefpack` is the digest of the package and of the versions it runs with; `templates_of` gives for each
    organisation the digest of the template folders that feed it, the base and its own; `documents_of` gives for each
    case the digest of its YAML files, the sealed registry among them. `batch` says how many cases one job
    packs at most. `warnings` are for whoever builds. `audiences` are those of packs; `has_reports` says whether the
    coordinator's reports are made too, of cases that name their recipients.
    `has_registers` says whether registers across cases are made: not where cases were chosen for one build alone, since
    a register is of all that an organisation sends: of all that are `sent`, in whatever language.
    """

    inputs: Path
    templates: Path
    outputs: Path
    cases: tuple[str, ...]
    organisations: tuple[str, ...]
    pairs: tuple[Pair, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    worded_in: Mapping[str, tuple[str, ...]]
    languages_of: Mapping[Pair, tuple[str, ...]]
    page_numbers: str
    batch: int
    warnings: tuple[str, ...]
    briefpack: str
    templates_of: Mapping[str, str]
    documents_of: Mapping[str, str]
    has_reports: bool = False
    has_registers: bool = False
    sent: tuple[Pair, ...] = ()

    def packs(self, organisation: str, case: str) -> list[str]:
        """Return the names of the packs of a case, one for each reader, such as `harbour-talks.track-i.en`."""
        return [name_of(case, *reader) for reader in product(self.audiences, self.languages_of[organisation, case])]

    def reports(self, organisation: str, case: str) -> list[str]:
        """Return the names of the reports that a case may have, such as `harbour-talks.team.en`; it says if it has."""
        languages = self.languages_of[organisation, case] if self.has_reports else ()
        return [name_of(case, "coordinator", language) for language in languages]

    def made_from(self, organisation: str, case: str) -> str:
        """Return the digest of what the packs of a case come from: its documents, the templates and briefpack.

        The sealed registry counts too: no pack is made from it, but each is compared with it before its release.
        """
        return made_from(self.briefpack, self.templates_of[organisation], self.documents_of[case], self.page_numbers)

    def shared(self, organisation: str) -> str:
        """Return the digest of what all packs of a house style come from, whatever their case."""
        return joined(self.briefpack, self.templates_of[organisation])


def open_library(config: Mapping[str, object], seen: Mapping[str, str] | None = None) -> Library:
    """Return the library of a configuration: what `--config` says, else `inputs/config.yaml`, else all there is.

    Raises:
        Refusal: keys or words are unknown (each is told with all that exist), or folders cannot be used.
            Mistakes in the file are told even where the command line overrides it.
    """
    try:
        return _opened(config, seen or {})
    except OSError as fault:
        place = Place(str(fault.filename))
        raise Refusal([Problem(place, f"this cannot be read: {fault.strerror}")]) from None


def open_whole_library(config: Mapping[str, object], seen: Mapping[str, str] | None = None) -> Library:
    """Return the library of a configuration as if nothing of it had been narrowed on the command line.

    `seen` gives the digest of the documents of each case for which it is known, so that they are not read again.
    """
    return open_library({name: config[name] for name in _FOLDERS if name in config}, seen)


def _opened(config: Mapping[str, object], seen: Mapping[str, str]) -> Library:
    _refuse(unknown("setting", key, Option(key), _OPTIONS) for key in config if key not in _OPTIONS)
    inputs, templates, outputs = (_folder(name, config.get(name, name)) for name in _FOLDERS)
    _refuse(_unusable(inputs, templates, outputs))
    available = choices(inputs, templates)
    file = inputs / "config.yaml"
    asked = _asked(config, available, file)
    cases, organisations, audiences, languages, page_numbers = (one.chosen(asked.get(one.key)) for one in available)
    _refuse(Problem(Place(str(templates / name)), _TAKEN) for name in organisations if name == TEAM_ONLY)
    of_cases, of_organisations, *_ = available
    sent = read_pairs(file, of_organisations, of_cases)
    sending = asked_for(sent, organisations, cases)
    _refuse(() if sending else (nothing_sent(file),))
    worded_in = {name: worded(languages, templates, name) for name in organisations}
    spoken = Spoken(inputs, sending, worded_in)
    _refuse(spoken.mistakes(file, config))
    # Where organisations alone are named, what they send is what was meant.
    lost = unsent(sending, cases) if of_cases.key in asked or of_organisations.key not in asked else ()
    warnings = (*lost, *spoken.left_out(), *_without_layout(page_numbers))
    return Library(
        inputs,
        templates,
        outputs,
        cases,
        organisations,
        spoken.pairs,
        tuple(audience for audience in audiences if audience in PACK_AUDIENCES),
        languages,
        worded_in,
        spoken.languages_of,
        page_numbers[-1] if can_lay_out() else PAGE_NUMBERS[0],
        _batch(config.get("batch", MOST)),
        (*warnings, *still_there(outputs, sent, of_organisations.found, of_cases.found)),
        briefpack=digest_of_briefpack(),
        templates_of={name: digest_of_templates(templates, name) for name in organisations},
        documents_of={case: seen.get(case) or digest(*documents(inputs / case)) for case in cases},
        has_reports="coordinator" in audiences,
        has_registers="coordinator" in audiences and "cases" not in config,
        sent=sending,
    )


def _without_layout(page_numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Return a warning where page numbers are asked for that nothing here can tell."""
    return () if can_lay_out() or page_numbers == PAGE_NUMBERS[:1] else (NO_LAYOUT,)


def _asked(config: Mapping[str, object], available: Iterable[Choice], file: Path) -> dict[str, Setting]:
    """Return what was asked for, by key: settings of the command line override those of the file; refuse mistakes."""
    settings = read_settings(file)
    keys = [choice.key for choice in available]
    known = [*keys, SENDS]
    _refuse(unknown("setting", key, setting.place, known) for key, setting in settings.items() if key not in keys)
    options = (choice for choice in available if choice.option in config)
    typed = {choice.key: from_command_line(choice.option, config[choice.option]) for choice in options}
    _refuse(_mistakes(available, settings, typed))
    return settings | typed


def _mistakes(available: Iterable[Choice], *said: Mapping[str, Setting]) -> Iterator[Problem]:
    """Return what is wrong with each setting, even if it is overridden, or with the default if there is none."""
    for choice in available:
        for setting in [each[choice.key] for each in said if choice.key in each] or (None,):
            yield from choice.problems(setting)


def _batch(value: object) -> int:
    """Return the most cases of one job."""
    # In Python, `True` is a whole number too.
    if type(value) is int and value > 0:
        return value
    message = "a whole number above 0 is expected here: how many cases one job packs at most"
    raise Refusal([Problem(Option("batch"), message)])


def _folder(name: str, value: object) -> Path:
    """Return a folder as it was written; Snakemake would read braces in it as a wildcard."""
    if value is None or isinstance(value, list) or set("{}") & set(str(value)):
        _refuse([Problem(Option(name), "one folder is expected here, without braces in its name")])
    return Path(str(value))


def _unusable(inputs: Path, templates: Path, outputs: Path) -> Iterable[Problem]:
    """Return what is wrong with the folders of a build."""
    for name, folder in (("inputs", inputs), ("templates", templates)):
        if not folder.is_dir():
            yield Problem(Option(name), f"there is no folder '{folder}': name the folder that holds the {name}")
        if outputs.resolve().is_relative_to(folder.resolve()):
            yield Problem(Option("outputs"), f"'{outputs}' lies in the {name}: packs need a folder of their own")


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise Refusal(found)
