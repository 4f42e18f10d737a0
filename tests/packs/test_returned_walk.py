"""The whole way round: a form goes out with a brief, comes back, and is in the next packs where a reader may see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tests.building import TEMPLATES, copied_case, make_packs, problems_of, tell
from tests.forms.filled import fill

from briefpack.handbook import PACK_AUDIENCES
from briefpack.packs.orders import Order

#: What was written into the form of each reader; the words of each are met nowhere in the cases.
OFFICIALS = {
    "listen_heard": ["A month was named: Thistledown"],
    "theirs_what": "To send the bargeboard list",
    "theirs_who": "Clerk of the other side",
    "theirs_due": "2026-12",
    "owed_what": "A yes or no on the quillwort paper",
    "log_content": "Snowdrop said: #no",
}
CONVENORS = {
    "came_number": ["4", "3"],
    "summary": "Both agree on the gooseberry rule",
    "passed_who": "All who came",
    "passed_how": "Read aloud",
    "message_what": "Both want the foxglove gate",
    "aim_what": "The aim of the periwinkle day",
    "aim_new": "Walls first",
}
#: What its author opens, of which the summary of a session is for convenors; and what stays with the team.
SUMMARY = "gooseberry"
FOR_CONVENORS = "    sensitivity: track_ii_only\n"
OPENED = ("quillwort", SUMMARY, "bramble", "bargeboard")
CLOSED = ("Thistledown", "Snowdrop", "foxglove", "periwinkle")


#: What a session is to lead to.
TO_DO = "Call the bramble wardens"


@pytest.mark.parametrize(
    ("name", "day", "to_do"),
    [("harbour-talks", "2024-03-20", "task_action"), ("korrin-pastures", "2026-03-03", "task_action")],
)
def test_what_came_back_stands_in_the_next_packs_where_its_reader_may_see_it(
    name: str, day: str, to_do: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is put in as the file says, stays with the team, and is told to a reader once its line is left out."""
    case = copied_case(tmp_path / "inputs", name)
    forms = _released(case, tmp_path / "outputs" / "default" / name)
    for audience, written in zip(PACK_AUDIENCES, (OFFICIALS, {**CONVENORS, to_do: TO_DO}), strict=True):
        form, back = tmp_path / "form.docx", tmp_path / f"{audience}.yaml"
        form.write_bytes(fill(forms[f"{name}.{audience}.en.record.1.docx"], held_on=day, **written))
        places = ("--inputs", tmp_path / "inputs", "--outputs", tmp_path / "outputs")
        assert tell(capsys, "record", form, "--to", back, *places).status == 0
        assert "not_placed" not in yaml.safe_load(back.read_text(encoding="utf-8"))
        _put_in(case, back.read_text(encoding="utf-8"))
    assert [str(one) for one in problems_of(case) if one.severity == "error"] == []
    packs = _packs(case)
    assert [word for word in (*OPENED, *CLOSED) for text in packs.values() if word in text] == []
    _open(case)
    assert [str(one) for one in problems_of(case) if one.severity == "error"] == []
    packs = _packs(case)
    shown = {audience: {word for word in OPENED if word in text} for audience, text in packs.items()}
    assert shown == {"track-i": {*OPENED} - {SUMMARY}, "track-ii": {*OPENED}}
    assert [word for word in CLOSED for text in packs.values() if word in text] == []


def _released(case: Path, outputs: Path) -> dict[str, bytes]:
    """Return the files of a case by name, after they were put into a folder."""
    files = make_packs(Order(case, TEMPLATES, "default", PACK_AUDIENCES, ("en",)))
    outputs.mkdir(parents=True)
    for name, data in files.items():
        if ".record." in name:
            (outputs / name).write_bytes(data)
    return files


def _packs(case: Path) -> dict[str, str]:
    """Return the text of the pack of each reader."""
    files = make_packs(Order(case, TEMPLATES, "default", PACK_AUDIENCES, ("en",)))
    return {audience: files[f"{case.name}.{audience}.en.md"].decode() for audience in PACK_AUDIENCES}


def _put_in(case: Path, back: str) -> None:
    """Put each list into its file below the items of its key, or at the end."""
    for file, key, items in re.findall(r"(?m)^# into (\w+)\.yaml\n(\w+):\n((?:  .*\n)+)", back):
        path = case / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        found = re.search(rf"(?m)^{key}:\n(?:(?: .*)?\n)*?(?=^\S|\Z)", text)
        before, after = (text[: found.end()].rstrip("\n") + "\n", text[found.end() :]) if found else (text, "")
        path.write_text(f"{before}{'' if found else f'{key}:' + chr(10)}{items}\n{after}", encoding="utf-8")


def _open(case: Path) -> None:
    """Leave out the line that closes each item which its author opens; open a session to convenors alone."""
    for path in case.glob("*.yaml"):
        items = re.split(r"(?m)(?=^  - )", path.read_text(encoding="utf-8"))
        opened = (
            item.replace("    sensitivity: team_only\n", FOR_CONVENORS if SUMMARY in item else "", 1)
            if any(word in item for word in OPENED)
            else item
            for item in items
        )
        path.write_text("".join(opened), encoding="utf-8")
