"""Settings: what the command line and `inputs/config.yaml` ask a build for, each word with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefpack.files.misread import misread
from briefpack.files.texts import read_text
from briefpack.problems import Place, Problem, Refusal

#: The key under which the file says of organisations which cases they send.
SENDS = "sends"
#: The key under which an organisation says that it does not exist.
INVENTED = "invented"


@dataclass(frozen=True, order=True)
class Option(Place):
    """A place on the command line: the option of `--config` whose name stands for the file."""

    def __str__(self) -> str:
        return f"--config {self.file}"


@dataclass(frozen=True)
class Setting:
    """One key, where it stands, and the words it was given, each with its own place."""

    place: Place
    words: tuple[tuple[str, Place], ...]


def from_command_line(key: str, value: object) -> Setting:
    """Return the setting of `--config key=value`, the value being one word, several with commas between, or a list."""
    place = Option(key)
    values = value if isinstance(value, list) else [] if value is None else str(value).split(",")
    return Setting(place, tuple((str(word).strip(), place) for word in values if str(word).strip()))


def read_settings(path: Path, keys: Collection[str] = ()) -> dict[str, Setting]:
    """Return the settings of a YAML file by key, or those of some keys; none if there is no such file or it is empty.

    Raises:
        Refusal: the file is not YAML, has a key twice, or holds anything but keys with words.
    """
    return _settings(path, {name: pair for name, pair in _read(path).items() if name in (keys or {name} - {SENDS})})


def read_sends(path: Path) -> dict[str, Setting]:
    """Return the cases that each organisation sends by the file's key `sends`, and nothing of one that sends all.

    Raises:
        Refusal: the same as for the other settings.
    """
    _, node = _read(path).get(SENDS, (None, None))
    return _settings(path, _pairs(path, node, f"{SENDS}: {{default: [harbour-talks]}}")) if node else {}


def is_invented(organisation: Path) -> bool:
    """Return whether an organisation says of itself, in its folder, that it does not exist; not where that is wrong."""
    path = organisation / "organisation.yaml"
    if INVENTED not in (path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""):
        return False
    try:
        said = read_settings(path, (INVENTED,)).get(INVENTED)
    except Refusal:
        return False
    return said is not None and [word for word, _ in said.words] == ["true"]


def _read(path: Path) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return the keys of the file, each with its node and that of its value."""
    text = read_text(path) if path.exists() else ""
    root = _root(path, text)
    if root is None:
        return {}
    if wrong := [*_misread(path, root, text.splitlines())]:
        raise Refusal(wrong)
    return _pairs(path, root, "languages: [en]")


def _pairs(path: Path, node: yaml.Node, example: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise Refusal([Problem(_place(path, node), f"keys are expected here: write for example '{example}'")])
    pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for key, value in node.value:
        if key.value in pairs:
            message = f"the key '{key.value}' is repeated: keep one"
            raise Refusal([Problem(_place(path, key), message)])
        pairs[str(key.value)] = key, value
    return pairs


def _settings(path: Path, pairs: Mapping[str, tuple[yaml.Node, yaml.Node]]) -> dict[str, Setting]:
    return {name: Setting(_place(path, key), _words(path, value)) for name, (key, value) in pairs.items()}


def _misread(path: Path, node: yaml.Node, lines: Sequence[str]) -> Iterator[Problem]:
    """Return a problem for what YAML misreads, so that no build silently leaves something out."""
    if isinstance(node, yaml.ScalarNode):
        for row, column, message in misread(node, lines):
            yield Problem(Place(str(path), row + 1, column + 1), message)
    else:
        for one in node.value:
            for each in one if isinstance(one, tuple) else (one,):
                yield from _misread(path, each, lines)


def _root(path: Path, text: str) -> yaml.Node | None:
    """Return the content of a YAML file as nodes with places, each word as it is written."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as fault:
        raise Refusal([_not_yaml(path, fault)]) from fault
    return node


def _words(path: Path, node: yaml.Node) -> tuple[tuple[str, Place], ...]:
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for each in nodes:
        if not isinstance(each, yaml.ScalarNode):
            message = "a word or a list of words is expected here: write for example '[en, fr]'"
            raise Refusal([Problem(_place(path, each), message)])
    return tuple((each.value, _place(path, each)) for each in nodes if each.value)


def _place(path: Path, node: yaml.Node) -> Place:
    return Place(str(path), node.start_mark.line + 1, node.start_mark.column + 1)


def _not_yaml(path: Path, fault: yaml.YAMLError) -> Problem:
    mark = getattr(fault, "problem_mark", None)
    place = Place(str(path), mark.line + 1, mark.column + 1) if mark else Place(str(path))
    return Problem(place, "this is not YAML: check the indentation, the quotes and the brackets around this place")
