"""History: what the rules find in the four real cases, which sources bear out; an edit of a rule or of a case shows."""

from __future__ import annotations

import pytest
from tests.building import shipped, wording

from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.view import Node
from briefpack.disclosure.views import Views
from briefpack.findings import judge
from briefpack.findings.telling import tell

#: All that is found in each: the rule, the severity, the form, and the items that it names.
REAL: dict[str, list[tuple[str, ...]]] = {
    "inter-tajik-dialogue": [
        ("C06", "low", "nobody", "northern_seat"),
        ("C06", "low", "nobody", "women"),
        ("C06", "low", "paper", "civil_society"),
        ("C15", "medium", "ahead", "dialogue_meetings"),
    ],
    "aceh-1999-2006": [
        ("C06", "low", "nobody", "civil_seat"),
        ("C06", "low", "nobody", "women"),
        ("C20", "low", "government", "finland"),
        ("C27", "medium", "sentence", "hdc_talks", "joint_monitoring"),
    ],
    "mozambique-1989-1994": [("C06", "low", "nobody", "women")],
    "oslo-channel-1992-1993": [
        ("C06", "low", "nobody", "final_status"),
        ("C06", "low", "nobody", "publics"),
        (
            "C09",
            "high",
            "sentence",
            "A spokesman of Israel's prime minister d",
            "The chairman of the PLO said that the tw",
        ),
        (
            "C09",
            "high",
            "sentence",
            "Israel's foreign minister denied them as",
            "The chairman of the PLO said that the tw",
        ),
        ("C25", "high", "sentence", "A spokesman of Israel's prime minister d", "official_rounds"),
        ("C25", "high", "sentence", "Israel's foreign minister denied them as", "official_rounds"),
    ],
}
#: What is known to have gone wrong between the tracks, and is to be found, as the sentence begins.
KNOWN = [
    ("inter-tajik-dialogue", "C06", "A gap was said to be covered by "),
    (
        "inter-tajik-dialogue",
        "C15",
        "“Sustained dialogue meetings” is said to have run beside the official talks, but began ",
    ),
    ("aceh-1999-2006", "C06", "Nobody is named who worked on a gap: "),
    ("aceh-1999-2006", "C27", "Henry Dunant Centre "),
    ("oslo-channel-1992-1993", "C25", "“Israel's foreign minister denied them"),
    ("oslo-channel-1992-1993", "C25", "“A spokesman of Israel's prime minister"),
]


def _called(node: Node) -> str:
    """Return the id of an item, else the beginning of what it is called, else where it stands."""
    own = inside(node)
    return str(own.fields.get("id") or name_of(node)[:40] or ".".join(map(str, own.path)))


def found(name: str) -> list[tuple[str, ...]]:
    """Return the rule, the severity, the form and the items of each finding of a case."""
    findings = judge(Views(shipped(name)).of("coordinator")).findings
    return sorted((one.rule, one.severity, one.finding.form, *map(_called, one.finding.about)) for one in findings)


@pytest.mark.parametrize("name", REAL)
def test_a_real_case_gives_these_findings_and_no_others(name: str) -> None:
    """Whoever edits a rule or the coding of a case sees here what that does to the others."""
    assert found(name) == REAL[name]


@pytest.mark.parametrize(("name", "rule", "begins"), KNOWN, ids=[f"{name} {rule}" for name, rule, _ in KNOWN])
def test_what_is_known_to_have_gone_wrong_is_found(name: str, rule: str, begins: str) -> None:
    """Grassroots covered on paper, work beside talks that had not begun, a mediator who monitored, and two denials."""
    told = [one.sentence for one in tell(Views(shipped(name)), wording()).findings if one.rule == rule]
    assert [one for one in told if one.startswith(begins)], told
