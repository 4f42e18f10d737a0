"""Wording: one catalogue holds everything in a pack that is not case text, completely and without leftovers.

`python -m tests.renew` writes anew the keys that every language must word: workflow/briefpack/files/wording_keys.txt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import get_args

import pytest
from tests.building import ROOT, TEMPLATES, wording
from tests.full import field_shapes

from briefpack.case import words
from briefpack.case.content import Content
from briefpack.case.facts import is_judged
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.questions import question_keys
from briefpack.files.catalogues import read_texts
from briefpack.files.states import WORDS
from briefpack.files.wording_keys import wording_keys
from briefpack.files.wording_problems import filled_by
from briefpack.findings.answers import CAUSES
from briefpack.findings.report.claimed import WorkedOut
from briefpack.findings.report.days import SAID
from briefpack.findings.report.ideas import STEPS
from briefpack.findings.report.knowledge import KINDS as KNOWN
from briefpack.findings.seated import Kind as SeatKind
from briefpack.findings.speech import Kind as SpokenKind
from briefpack.handbook import PACK_AUDIENCES, PHASES, READINESS, RELEASED_TO
from briefpack.stages.coverage.theory import AGAINST, READ, STATEMENTS, TIMES
from briefpack.stages.render.answerers import ANSWERERS
from briefpack.stages.render.signs import SIGNS

KEYS = ROOT / "workflow" / "briefpack" / "files" / "wording_keys.txt"
TEXTS = read_texts(TEMPLATES / "base" / "wording" / "en.yaml")
SOURCES = "".join(path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "base").rglob("*.md.j2")))
SOURCES += "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "workflow").rglob("*.py")))
#: All that stands in quotes in a template or a module.
QUOTED = frozenset(re.findall(r"""["']([\w.-]+)["']""", SOURCES))
#: Families of keys that a template or the package puts together from a part that varies.
PUT_TOGETHER = ("words.", "questions.", "past_questions.", "readiness.", "audience.", "headings.", "phase.readiness_")
PUT_TOGETHER += (
    "fields.",
    "findings.C",
    "findings.missing.",
    "steps.",
    "codings.",
    "dates.",
    "evidence.",
    "signs.",
    "likelihood.",
    "confidence.",
    "coordination.missing_",
    "assessment.gap_",
    "assessment.sign_",
    "assessment.ripeness_is.",
    "role.and_other_",
    "assessment.acceptance_",
    "unknown.",
)
#: Of the coordinator's report.
_OF_REPORT = (
    "day",
    "seen_by",
    "less_exactly",
    "kind",
    "sees",
    "step",
    "turn",
    "seat",
    "seats",
    "work",
    "line",
    "lapsed",
    "field",
)
PUT_TOGETHER += tuple(f"report.{family}_" for family in _OF_REPORT)
PUT_TOGETHER += (
    "report.points_",
    "pictures.work_",
    "report.speaker_",
    "report.worked_out_",
    "role.says.",
    "role.here.",
    "role.source.",
)
PUT_TOGETHER += ("coordination.line_", "role.short_source.", "role.short_can.", "role.against.")
PUT_TOGETHER += ("register.pack_", "register.age_", "open_questions.who.", "record.read.")


#: Families of which another test here knows every key.
KNOWN_ELSEWHERE = (
    "words.",
    "questions.",
    "past_questions.",
    "readiness.",
    "fields.",
    "codings.",
    "findings.C",
    "findings.missing.",
)
#: The keys of the others that stand whole in no template and no module, by family.
VARIED: Mapping[str, Collection[str]] = {
    "report.lapsed_": (*CAUSES, "finding"),
    "dates.": ("month", "year", "about", "early", "mid", "late", "before", "after"),
    "audience.": RELEASED_TO,
    "role.and_other_": ("work", "parties"),
    "assessment.ripeness_is.": {f"{word}{past}" for word in get_args(words.Ripeness)[:-1] for past in ("", "_past")},
    "headings.readiness_": ("fit", "lines"),
    "evidence.": ("confidence_because", "confidence_in_because", "confidence_note"),
    "signs.": {
        *(f"{name}.{part}" for name in SIGNS for part in ("letter", "means")),
        *(f"{name}.more" for name in ("coding", "self_reported")),
    },
    "confidence.said.": ("high", "moderate", "low", "not", "nothing"),
    "likelihood.": ("that", "that_chance"),
    "likelihood.said.": {*(word for words in LIKELIHOOD_WORDS.values() for word in words), "not", "nothing"},
    **{f"likelihood.{scale}.": words for scale, words in LIKELIHOOD_WORDS.items()},
    "phase.readiness_": ("met", "unmet", "unknown", "not_applicable", "unstated", "missing", "unproven"),
    "steps.": [phase.name for phase in PHASES],
    "open_questions.who.": ANSWERERS,
    "headings.": (
        *("assessment", "conception", "planning", "implementation", "evaluation", "timeline", "parties"),
        *("activities", "open-questions", "readiness", "glossary", "sources", "role"),
    ),
    "assessment.gap_": [
        f"{how}_{what}" for how in ("contradicted", "planned", "untold") for what in ("effort", "activity")
    ],
    "assessment.sign_": ("stalemate", "way_out", "spokespersons"),
    "assessment.acceptance_": get_args(words.Acceptance),
    "unknown.": ("function", "timing", "awareness", "link"),
    "coordination.missing_": (
        *("activity", "recipient", "carrier", "date"),
        *("consent", "consent_who", "consent_how", "consent_when"),
    ),
    "report.day_": {*SAID.values()},
    "report.seen_by_": ("both", "nobody", *PACK_AUDIENCES),
    "report.less_exactly_": ("both", *PACK_AUDIENCES),
    "report.kind_": KNOWN.values(),
    "report.sees_": ("whole", "part", "part_but", "existence", "nothing"),
    "report.field_": ("as_of", "window", "from", "to", "track_i_relations", "release_to"),
    "report.step_": [step for step in STEPS if step not in ("stays", "unsettled")],
    "report.turn_": (*STEPS, *(f"{step}_past" for step in STEPS)),
    "report.seat_": get_args(SeatKind),
    "report.seats_": ("none", "some", "unchecked", "note"),
    "report.work_": ("active", "active_past", "ahead", "ended", "untold"),
    "report.line_": ("to", *get_args(SpokenKind)),
    "report.speaker_": ("track_i", "both"),
    "report.points_": ("unmet", "unknown", "unproven", "lacking"),
    "report.worked_out_": get_args(WorkedOut),
    "register.pack_": ("none", *WORDS),
    "record.read.": (*get_args(words.CommitmentState), *get_args(words.ReleaseTo), "open", "refused", "about"),
    "register.age_": ("coming", "undated"),
    "role.says.": {key for key, _, _, _ in STATEMENTS},
    "role.here.": {
        *(key for key, topic, _, _ in STATEMENTS if topic == "can"),
        *(f"{key}{past}" for key in ("binds_nobody", "does_not_add_up") for past in ("", "_past")),
    },
    "role.source.": READ,
    "role.short_can.": TIMES,
    "role.short_source.": TIMES,
    "coordination.line_": ("public_line", "holding_line", "press_line", "if_raised"),
    "role.against.": AGAINST,
}


def enumerated(item: type[Item], path: str = "") -> set[tuple[str, str]]:
    """Return every enumeration word of an item with the field it may stand in."""
    found: set[tuple[str, str]] = set()
    for name, shape in fields_of(item).items():
        found |= {(name, word) for word in shape.words}
        if shape.item:
            found |= enumerated(shape.item, f"{path}.{name}")
    return found


def test_every_word_of_an_enumeration_has_wording() -> None:
    """Each word that a field may hold is a reader's word too, unless it only says who may see something."""
    found = enumerated(Content) | {("verification", word) for word in get_args(words.Verification)}
    found |= {("likelihood", word) for scale in LIKELIHOOD_WORDS.values() for word in scale}
    found |= {("confidence", word) for word in get_args(words.Confidence)}
    assert len(found) > 300
    missing = {pair for pair in found if f"words.{pair[1]}" not in TEXTS and f"words.{pair[0]}.{pair[1]}" not in TEXTS}
    assert missing == set()
    assert set(Annotation.model_fields) >= {"likelihood", "confidence", "verification"}


def test_every_word_that_has_wording_is_in_an_enumeration() -> None:
    """No reader's word is left over from a word that is gone."""
    known = {word for name, value in vars(words).items() if name[0].isupper() for word in get_args(value)}
    known |= {word for scale in LIKELIHOOD_WORDS.values() for word in scale} | {"yes", "no"}
    said = {key.rsplit(".", 1)[1].removesuffix("_past") for key in TEXTS if key.startswith("words.")}
    assert said - known == set()


def test_every_question_that_can_be_open_has_wording_and_no_other() -> None:
    """One question for each field that is asked for or may be unknown."""
    said = {key.removeprefix("questions.") for key in TEXTS if key.startswith("questions.")}
    assert set(question_keys()) == said


def test_every_field_that_nobody_is_asked_has_words_for_where_it_does_not_apply_and_no_other() -> None:
    """No reader meets the name of a field as it is typed."""
    asked = set(question_keys())
    optional = {path for path, shape in field_shapes() if path.count(".") and not shape.required and path not in asked}
    printed = {path for path in optional if is_printed(path, "track-i") or is_printed(path, "track-ii")}
    said = {key.removeprefix("fields.") for key in TEXTS if key.startswith("fields.")}
    assert {path.rpartition(".")[2] for path in printed if not path.startswith("case.sources.")} == said


def test_a_case_that_is_over_is_asked_in_its_own_words_only_what_it_can_be_asked() -> None:
    """Each question of the past is one that a case, or a meeting, that is over leaves open, and is worded otherwise."""
    past = {key.removeprefix("past_questions."): text for key, text in TEXTS.items() if key.startswith("past_")}
    while_running = {key for key in question_keys() if _shape(key).while_running and not key.startswith("engagements.")}
    assert len(past) > 100
    assert past.keys() <= set(question_keys()) - while_running
    assert [key for key, text in past.items() if text == TEXTS[f"questions.{key}"]] == []


def _shape(key: str) -> FieldShape:
    """Return the field that a question asks for: of a value that should be among others, that of all of them."""
    item: type[Item] = Content
    *around, last = key.split(".")
    for step in around:
        shape = fields_of(item)[step]
        if shape.among and last in shape.among.values:
            return shape
        item = shape.item or item
    return fields_of(item)[last]


def test_every_field_that_holds_coding_has_a_label_and_no_other() -> None:
    """Words of a list, ties that the authors made, and items that hold nothing else are told with what they answer."""
    coded = {path for path, shape in field_shapes() if shape.words or is_judged(tuple(path.split(".")), shape)}
    around = {path.rpartition(".")[0] for path in coded}
    items = {path for path, shape in field_shapes() if shape.form == "item"}
    labels = {key.removeprefix("codings.") for key in TEXTS if key.startswith("codings.")}
    assert (coded | (around & items)) - labels == set()
    assert labels <= coded | items


def test_every_readiness_point_has_wording_and_no_other() -> None:
    """One line for each point of each phase."""
    said = {key.removeprefix("readiness.") for key in TEXTS if key.startswith("readiness.")}
    assert {f"{phase}.{point}" for phase, points in READINESS.items() for point in points} == said


def test_every_question_is_a_question() -> None:
    """It ends with a question mark and holds no placeholder."""
    texts = [text for key, text in TEXTS.items() if key.startswith(("questions.", "past_questions."))]
    assert [text for text in texts if not isinstance(text, str) or not text.endswith("?") or "{" in text] == []


@pytest.mark.parametrize("key", [key for key in TEXTS if not key.startswith(PUT_TOGETHER)])
def test_no_wording_is_left_over(key: str) -> None:
    """Every key is said by a template of the base or by the package."""
    present = key.removesuffix("_past")
    assert present in TEXTS
    assert present in QUOTED or key == "locale"


@pytest.mark.long
def test_no_wording_is_left_over_in_a_family_whose_keys_are_put_together() -> None:
    """Each of its keys is written out somewhere, or made from one of the parts that can vary."""
    made = {family + part for family, parts in VARIED.items() for part in parts}
    whole = {key for key in TEXTS if key.removesuffix("_past") in QUOTED}
    put_together = {key for key in TEXTS if key.startswith(PUT_TOGETHER) and not key.startswith(KNOWN_ELSEWHERE)}
    assert len(put_together) > 50
    assert put_together - whole - made == set()
    # Not of every word of a scale texts have other words.
    assert {key for key in made - TEXTS.keys() if not key.startswith("likelihood.said.")} == set()


def test_every_wording_that_a_template_asks_for_is_there() -> None:
    """Keys written out in a template exist; keys put together have at least one member."""
    asked = set(re.findall(r"""say\(\s*["']([\w.-]+)["']\s*[,)]""", SOURCES))
    families = set(re.findall(r"""say\(\s*["']([\w.-]+)["'] ~""", SOURCES))
    assert len(asked) > 100
    assert {key for key in asked if key not in TEXTS} == set()
    assert {family for family in families if not any(key.startswith(family) for key in TEXTS)} == set()


def test_a_sentence_that_ends_with_a_sentence_ends_once() -> None:
    """A text with a full stop of its own gives none beside that of the wording around it."""
    assert wording().say("phase.owner", owner="The team.") == "Owner: The team."
    assert wording().say("phase.owner", owner="The team") == "Owner: The team."


@pytest.mark.parametrize("key", [key for key, text in TEXTS.items() if not isinstance(text, str)])
def test_a_wording_with_forms_has_those_of_its_language(key: str) -> None:
    """English knows `one` and `other`, and both can be said."""
    forms = TEXTS[key]
    assert not isinstance(forms, str)
    assert set(forms) == {"one", "other"}
    values = {name: "x" for form in forms.values() for name in re.findall(r"{(\w+)}", form) if name != "count"}
    assert wording().say(key, count=1, **values) == forms["one"].format(count=1, **values)
    assert wording().say(key, count=2, **values) == forms["other"].format(count=2, **values)


def test_every_language_is_asked_for_the_keys_of_english() -> None:
    """The list of what no language may lack is what packs in English are worded with."""
    assert wording_keys() == {key: filled_by(text) for key, text in TEXTS.items()}


def test_the_title_of_each_step_of_the_handbook_is_worded() -> None:
    """A phase is called by the handbook's own title for it, in each language."""
    assert {f"steps.{phase.name}" for phase in PHASES} == {key for key in TEXTS if key.startswith("steps.")}


def keys() -> str:
    """Return the list of the keys that every language must word, as it should stand."""
    return "".join(" ".join((key, *sorted(filled_by(TEXTS[key])))) + "\n" for key in sorted(TEXTS))
