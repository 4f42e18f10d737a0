"""Registries: sealed with age and opened in memory alone, and told of by nothing but places."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pyrage
import pytest
from pyrage import x25519
from tests.building import LEAST, PACKS, TEMPLATES, Told, copied_case, make_packs, tell, write_case

from briefpack.case.registry import Registry, Sealed
from briefpack.files.library import open_library
from briefpack.files.registries import open_registry
from briefpack.files.sealing import IDENTITY
from briefpack.files.sources import documents
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

Capture = pytest.CaptureFixture[str]
PEOPLE = "people:\n  heron: {name: Tamsel Orrelby, spellings: [Orrelby], consent: {audiences: [track_i, track_ii]}}\n"
CASE = LEAST + (
    "actors: [{id: lead, name: Lead, alias: heron}]\nplace: {sensitivity: team_only, say_withheld: true, ask: lead}\n"
)
WORDS = ("Tamsel", "Orrelby", "heron", "AGE-SECRET-KEY")


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(IDENTITY, raising=False)


def make_ssh_key(path: Path, passphrase: str = "") -> str:
    """Return the public half of a new SSH key; skip the test where nothing here can make one."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed here")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", path], check=True)
    return path.with_name(f"{path.name}.pub").read_text(encoding="utf-8")


def make_key(path: Path) -> str:
    """Return the public half of a new key, whose secret half is in a file as age-keygen writes it."""
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    path.write_text(f"# created: today\n# public key: {public}\n\n{identity}\n", encoding="utf-8")
    return public


def sealed_case(parent: Path, text: str = PEOPLE, case: str = CASE) -> Path:
    """Return a case whose registry is encrypted for the key in `key.txt` beside it."""
    folder = write_case(parent, case=case)
    recipient = x25519.Recipient.from_str(make_key(parent / "key.txt"))
    (folder / "registry.yaml.age").write_bytes(pyrage.encrypt(text.encode(), [recipient]))
    return folder


def discreet(told: Told) -> bool:
    """Return whether nothing of a registry or a key was printed."""
    return not any(word in told.out + told.err for word in WORDS)


# Opening


def test_a_sealed_registry_is_read_like_a_clear_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the key it gives the same people, and the places are lines of the clear text."""
    folder = sealed_case(tmp_path)
    clear = write_case(tmp_path / "clear", case=CASE, registry=PEOPLE)
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    assert open_registry(folder).registry == open_registry(clear).registry
    assert open_registry(folder).places["people", "heron", "name"].line == 2
    assert open_registry(folder).places["people", "heron", "name"].file == f"{folder}/registry.yaml.age"


@pytest.mark.parametrize("kind", ["several keys", "an SSH key", "armour", "a byte order mark"])
def test_keys_and_files_are_taken_as_age_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A file may hold several keys, or one of SSH; what is sealed may be armoured."""
    folder = write_case(tmp_path, case=CASE)
    key, text = tmp_path / "key.txt", PEOPLE.encode()
    recipient: object = x25519.Recipient.from_str(make_key(key))
    if kind == "several keys":
        key.write_text(f"{x25519.Identity.generate()}\n{key.read_text()}", encoding="utf-8")
    if kind == "an SSH key":
        key.unlink()
        recipient = pyrage.ssh.Recipient.from_str(make_ssh_key(key))
    if kind == "a byte order mark":
        text = b"\xef\xbb\xbf" + text
    encrypted = pyrage.encrypt(text, [recipient], armored=kind == "armour")
    (folder / "registry.yaml.age").write_bytes(encrypted)
    monkeypatch.setenv(IDENTITY, str(key))
    assert isinstance(open_registry(folder).registry, Registry)


def _another_key(path: Path) -> str:
    make_key(path)
    return str(path)


def _written(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize(
    ("named", "why"),
    [
        (lambda _: "", "BRIEFPACK_AGE_IDENTITY is not set: let it name the file that holds your key"),
        (lambda folder: f"{folder}/lost.txt", "the file that BRIEFPACK_AGE_IDENTITY names cannot be read (No such file or directory)"),
        (lambda folder: str(folder), "the file that BRIEFPACK_AGE_IDENTITY names cannot be read (Is a directory)"),
        (lambda folder: _another_key(folder / "other.txt"), "the key in the file that BRIEFPACK_AGE_IDENTITY names does not open this registry"),
        (lambda folder: _written(folder / "other.txt", b"Orrelby"), "the file that BRIEFPACK_AGE_IDENTITY names does not hold a usable key"),
        (lambda folder: _written(folder / "other.txt", b"\xff\xfe"), "the file that BRIEFPACK_AGE_IDENTITY names does not hold a usable key"),
        (lambda folder: _written(folder / "other.txt", b""), "the file that BRIEFPACK_AGE_IDENTITY names does not hold a usable key"),
        (lambda folder: _written(folder / "other.txt", b"-----BEGIN OPENSSH PRIVATE KEY-----\nOrrelby\n"), "the file that BRIEFPACK_AGE_IDENTITY names does not hold a usable key"),
    ],
    ids=["not set", "no file", "a folder", "another key", "no key", "bytes", "empty", "half an SSH key"],
)  # fmt: skip
def test_without_the_key_it_is_sealed_and_everything_else_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, named: object, why: str
) -> None:
    """One line says where, why and what to do; the other problems of the case are told too."""
    folder = sealed_case(tmp_path, case=CASE + "likelihood_scale: phiaa\n")
    monkeypatch.setenv(IDENTITY, named(tmp_path))  # type: ignore[operator]
    assert isinstance(open_registry(folder).registry, Sealed)
    told = tell(capsys, "check", folder)
    (line,) = (line for line in told.problems if "registry" in line)
    assert line.startswith(f"{folder}/registry.yaml.age:1:1: warning: {why}")
    assert any(line.startswith(f"{folder}/case.yaml:6:19: error: ") for line in told.problems)
    assert discreet(told)


def test_a_key_with_a_passphrase_does_not_open_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build cannot be asked for one."""
    folder, key = sealed_case(tmp_path), tmp_path / "ssh"
    make_ssh_key(key, "secret")
    monkeypatch.setenv(IDENTITY, str(key))
    assert isinstance(open_registry(folder).registry, Sealed)


@pytest.mark.parametrize("content", [b"", b"people: {}", b"age-encryption.org/v1\n-> X25519 "])
def test_what_is_not_sealed_with_age_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """A damaged file is told as one that does not open, without a traceback."""
    folder = sealed_case(tmp_path)
    (folder / "registry.yaml.age").write_bytes(content)
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    found = open_registry(folder).registry
    assert isinstance(found, Sealed)
    assert "or the registry is damaged" in found.problem.message


def test_a_check_without_the_key_passes_but_no_pack_is_begun(tmp_path: Path, capsys: Capture) -> None:
    """On its own it warns; where packs are to be made of the case, it is an error, told once, and nothing is made."""
    folder, out = sealed_case(tmp_path), tmp_path / "out"
    assert tell(capsys, "check", folder).status == 0
    told = tell(capsys, "pack", folder, "--into", out)
    assert told.status == 1
    assert [line.split(": ")[1] for line in told.problems] == ["error"]
    assert not out.exists()


def test_no_pack_is_released_without_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """What could not be compared with the registry does not leave; with the key it does."""
    folder, out = sealed_case(tmp_path), tmp_path / "out"
    told = tell(capsys, "pack", folder, "--into", out)
    assert told.status == 1
    assert f"{folder}/registry.yaml.age:1:1: error: {IDENTITY} is not set" in told.err
    with pytest.raises(Refusal, match=f"{IDENTITY} is not set"):
        make_packs(Order(folder, TEMPLATES, "default", PACKS, ("en",)))
    assert not out.exists()
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    assert tell(capsys, "pack", folder, "--into", out).status == 0
    assert any(out.iterdir())


def test_both_files_side_by_side_are_an_error(tmp_path: Path, capsys: Capture) -> None:
    """Nobody can tell which of the two is true, with a key or without."""
    folder = sealed_case(tmp_path)
    (folder / "registry.yaml").write_text(PEOPLE, encoding="utf-8")
    told = tell(capsys, "check", folder)
    assert told.status == 1
    assert [line.split(": error: ")[1] for line in told.problems] == [
        "registry.yaml lies beside it, but a case has only one of the two: delete the one that is out of date"
    ]


def test_a_sealed_file_under_another_name_is_told(tmp_path: Path, capsys: Capture) -> None:
    """It would pass for a case without a registry."""
    folder = sealed_case(tmp_path)
    (folder / "registry.yaml.age").rename(folder / "people.age")
    told = tell(capsys, "check", folder)
    assert (
        f"{folder}/people.age:1:1: error: this file is not read: of a case only registry.yaml.age is encrypted"
        in told.err
    )


# What problems say


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("people:\n  heron: {name: Tamsel Orrelby, nmae: x}\n", 2, "unknown key (did you mean 'name'?)"),
        ("people:\n  heron: {name: x, Orrelby: x}\n", 2, "unknown key"),
        ("people:\n  heron: {name: x, O'Orrelby'x: x}\n", 2, "unknown key"),
        ("people:\n  heron: {name: x}\n  heron: {name: Tamsel}\n", 3, "this key is repeated"),
        ("people:\n  Tamsel: {name: x}\n", 2, "an id begins with a small letter"),
        ("people:\n  Tamsel Orrelby: {name: x}\n", 2, "an id begins with a small letter"),
        ("people:\n  heron: Tamsel Orrelby\n", 2, "expected an item"),
        ("people:\n  heron: {name: {value: Tamsel, heron: x}}\n", 2, "unknown key beside 'value'"),
        ("people:\n  heron: {name: x, party: Tamsel Orrelby}\n", 2, "an id begins with a small letter"),
        ("people:\n  heron: {name: x, consent: {audiences: [Orrelby]}}\n", 2, "not an allowed value"),
        ("people:\n  heron: {name: x, consent: {until: Orrelby}}\n", 2, "expected a date"),
        ("people:\n  heron: [Tamsel: Orrelby\n", 2, "this is not YAML"),
        ("people: &heron\n", 1, "anchors"),
        ("peple: {}\n", 1, "unknown key (did you mean 'people'?)"),
        ("", 1, "the file is empty"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encrypted", [False, True])
def test_what_is_wrong_with_a_registry_is_told_by_place_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, text: str, line: int, said: str, encrypted: bool
) -> None:
    """A misspelt key could be a name, and an id that is told is an alias: neither is repeated."""
    folder = sealed_case(tmp_path, text)
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    if not encrypted:
        (folder / "registry.yaml.age").unlink()
        (folder / "registry.yaml").write_text(text, encoding="utf-8")
    told = tell(capsys, "check", folder)
    assert told.status == 1
    assert any(f"/registry.yaml{'.age' * encrypted}:{line}:" in one and said in one for one in told.problems)
    assert discreet(told)
    with pytest.raises(Refusal):
        open_registry(folder).opened()


# The clear text stays in memory

_WATCHED = dedent(
    """
    import os, sys
    from briefpack.__main__ import main

    written = []

    def watch(event, arguments):
        if event == "open" and len(arguments) == 3 and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            written.append(str(arguments[0]))
        elif event in ("tempfile.mkstemp", "tempfile.mkdtemp", "subprocess.Popen", "os.exec", "os.posix_spawn"):
            written.append(event)

    sys.addaudithook(watch)
    status = main(sys.argv[1:])
    print("OPENED", *written, sep="\\n")
    sys.exit(status)
    """
)


def _watched(folder: Path, *arguments: object) -> list[str]:
    """Return the files that a subcommand opened for writing, in a process of its own with its own temporary folder."""
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    environment = {**os.environ, IDENTITY: str(folder / "key.txt"), "TMPDIR": str(temporary), "HOME": str(temporary)}
    finished = subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED, *map(str, arguments)],
        cwd=temporary, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    assert not any(word in finished.stdout + finished.stderr for word in WORDS)
    return finished.stdout.partition("OPENED\n")[2].splitlines()


def test_the_clear_text_never_touches_the_disk(tmp_path: Path) -> None:
    """A check writes nothing at all, and a pack its own files; no file anywhere below holds a word of the registry."""
    folder, out = sealed_case(tmp_path), tmp_path / "out"
    assert _watched(tmp_path, "check", folder, "--quiet") == []
    written = _watched(tmp_path, "pack", folder, "--into", out)
    assert written
    assert all(path.startswith(f"{out}/.river-talks.") for path in written)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    found = [path for path in files if any(word.encode() in path.read_bytes() for word in ("Tamsel", "Orrelby"))]
    assert len(files) > 5
    assert found == []


# The library


def test_what_is_encrypted_is_sealed_to_a_build_too(tmp_path: Path) -> None:
    """An edit of it has the packs of its case compared with it again."""
    sealed_case(tmp_path / "inputs")
    (tmp_path / "templates" / "base" / "wording").mkdir(parents=True)
    (tmp_path / "templates" / "base" / "wording" / "en.yaml").touch()
    (tmp_path / "templates" / "default").mkdir()
    (tmp_path / "templates" / "default" / "organisation.yaml").touch()
    (tmp_path / "inputs" / "key.txt").unlink()
    config = {name: str(tmp_path / name) for name in ("inputs", "templates", "outputs")}
    before = open_library(config)
    assert [path.name for path in documents(before.inputs / "river-talks")] == ["case.yaml", "registry.yaml.age"]
    (tmp_path / "inputs" / "river-talks" / "registry.yaml.age").write_bytes(b"another")
    after = open_library(config)
    assert after.made_from("default", "river-talks") != before.made_from("default", "river-talks")


# Sealing


def test_a_registry_is_sealed_for_everybody_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Each of them can open it; the clear file stays until somebody deletes it, and that is said."""
    folder = copied_case(tmp_path)
    clear, encrypted = folder / "registry.yaml", folder / "registry.yaml.age"
    expected = open_registry(folder).registry
    keys = [make_key(tmp_path / name) for name in ("one.txt", "two.txt")]
    told = tell(capsys, "seal", clear, "--to", *keys)
    assert (told.status, told.err) == (0, "")
    assert told.out == (
        f"{encrypted}: sealed for 2\n{clear}: delete this file now; while both lie here, no pack of the case is built\n"
    )
    clear.unlink()
    for name in ("one.txt", "two.txt"):
        monkeypatch.setenv(IDENTITY, str(tmp_path / name))
        assert open_registry(folder).registry == expected
        assert tell(capsys, "check", folder, "--quiet").status == 0


def test_a_key_is_made_along_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Its file is for its owner alone and replaces none; what is printed of it is the public half."""
    folder, key = write_case(tmp_path, case=CASE, registry=PEOPLE), tmp_path / "key.txt"
    told = tell(capsys, "seal", folder / "registry.yaml", "--new-key", key, "--remove")
    assert (told.status, told.err) == (0, "")
    assert "age1" in told.out
    assert discreet(told)
    assert key.stat().st_mode & 0o777 == 0o600
    assert not (folder / "registry.yaml").exists()
    monkeypatch.setenv(IDENTITY, str(key))
    assert isinstance(open_registry(folder).registry, Registry)
    before = key.read_bytes()
    (folder / "registry.yaml").write_text(PEOPLE, encoding="utf-8")
    again = tell(capsys, "seal", folder / "registry.yaml", "--new-key", key)
    assert again.problems == [f"{key}:1:1: error: this file is there already: choose another name"]
    assert key.read_bytes() == before


def test_the_clear_file_is_removed_only_once_it_was_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Sealed for somebody else alone, it stays; sealed for oneself too, it goes."""
    folder = write_case(tmp_path, case=CASE, registry=PEOPLE)
    clear = folder / "registry.yaml"
    mine, theirs = make_key(tmp_path / "mine.txt"), make_key(tmp_path / "theirs.txt")
    monkeypatch.setenv(IDENTITY, str(tmp_path / "mine.txt"))
    told = tell(capsys, "seal", clear, "--to", theirs, "--remove")
    assert told.status == 1
    assert "the registry is sealed, but this file was left here to be safe: the key" in told.err
    assert clear.exists()
    assert tell(capsys, "seal", clear, "--to", theirs, mine, "--remove").status == 0
    assert not clear.exists()
    assert isinstance(open_registry(folder).registry, Registry)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("registry.yaml",), "--to:1:1: error: nobody could open it: name a public key, or make one with --new-key"),
        (("registry.yaml", "--to", "Orrelby"), "--to:1:1: error: key 1 is not a public key of age"),
        (("registry.yaml", "--to", "AGE-SECRET-KEY-1X"), "--to:1:1: error: key 1 is not a public key of age"),
        (("registry.yaml", "--to", "ssh-ed25519 Orrelby"), "--to:1:1: error: key 1 is not a public key of age"),
        (("case.yaml", "--to", "KEY"), "/case.yaml:1:1: error: only a case's registry.yaml is sealed"),
        (("wrong/registry.yaml", "--to", "KEY"), "/wrong/registry.yaml:1:9: error: expected an item"),
        (("none/registry.yaml", "--to", "KEY"), "/none/registry.yaml:1:1: error: the file is missing"),
    ],
)
def test_what_cannot_be_sealed_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    """What was typed is not repeated: it could be a secret key."""
    folder = write_case(tmp_path, case=CASE, registry=PEOPLE)
    write_case(folder, "wrong", registry="people: Orrelby\n")
    public = make_key(tmp_path / "key.txt")
    name, *rest = arguments
    told = tell(capsys, "seal", folder / name, *(public if word == "KEY" else word for word in rest))
    assert told.status == 1
    assert said in told.problems[0]
    assert discreet(told)
    assert list(tmp_path.rglob("*.age")) == []


def test_a_sealed_registry_is_printed_for_who_has_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """It comes back as it was; without the key one line says why not."""
    folder = sealed_case(tmp_path)
    told = tell(capsys, "unseal", folder / "registry.yaml.age")
    assert (told.status, told.out) == (1, "")
    assert told.problems[0].startswith(f"{folder}/registry.yaml.age:1:1: error: {IDENTITY} is not set")
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    assert tell(capsys, "unseal", folder / "registry.yaml.age").out == PEOPLE


def test_a_key_is_not_put_where_git_keeps_a_history(tmp_path: Path, capsys: Capture) -> None:
    """Whoever has a copy of the repository would have the key; and a registry that was committed is still in it."""
    (tmp_path / ".git").mkdir()
    folder = write_case(tmp_path / "inputs", case=CASE, registry=PEOPLE)
    told = tell(capsys, "seal", folder / "registry.yaml", "--new-key", tmp_path / "keys.txt")
    assert told.status == 1
    assert "under version control" in told.err
    assert not (tmp_path / "keys.txt").exists()
    assert not (folder / "registry.yaml.age").exists()
    told = tell(capsys, "seal", folder / "registry.yaml", "--to", make_key(tmp_path / "key.txt"))
    assert (told.status, told.err) == (0, "")
    assert "if this file was ever committed, its history still holds it" in told.out
