"""Denials: each sentence that denies or generalises is listed with what makes it true, and says it of the pack alone.

A view cannot tell what is withheld from what was never given. So such a sentence either holds of what this reader is
shown, and says so, or it words a value that says it itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from tests.building import TEMPLATES, wording

from briefpack.house.wording import FOR_CHECKS

DENIES = re.compile(
    r"\b(?:no|not|none|nobody|nothing|never|nor|without|cannot|every|everyone|all|each|any|only|always|alone|both|most"
    r"|longest|fullest|neither|hardly|barely|scarcely|rarely|seldom|few|missing|absent|unable|lacks?|lacking)\b",
    re.IGNORECASE,
)
#: Words for values and questions, which are read with the value, or ask.
OTHERS = ("words.", "questions.", "past_questions.", "readiness.", *FOR_CHECKS)
#: Words for the coordinator between the tracks, from whom nothing is withheld that a finding could rest on. What a side
#: is told of it, in its pack too, rests on what that side is shown (tests/findings/test_sayable.py); its pack's
#: questions are below.
OF_THE_REPORT = ("findings.", "report.", "register.", "pictures.idea")
#: What binds a sentence to what its reader is shown.
BOUND = re.compile(r"\b(?:here|shown|this pack|stated|given|told)\b", re.IGNORECASE)

#: Sentences that hold of the pack, with how they come to hold.
OF_THE_PACK: Mapping[str, str] = {
    "assessment.gap_untold_activity": "a value that the comparison needs is not shown",
    "assessment.gap_untold_effort": "a value that the comparison needs is not shown",
    "assessment.gap_unnamed": "no work that the gap names is shown",
    "assessment.no_position": "the position is not shown, or nobody knows it",
    "coordination.fit": "each finding is worked out from values that are shown",
    "coordination.fit_note": "each finding is worked out from values that are shown",
    "coordination.fit_note_past": "each finding is worked out from values that are shown",
    "coordination.fit_past": "each finding is worked out from values that are shown",
    "coordination.fit_see": "as in the list of findings",
    "coordination.fit_see_past": "as in the list of findings",
    "coordination.loose_end": "the parts that are named are not shown",
    "coordination.no_loose_ends": "counts what is shown, and each part of it is shown",
    "coordination.no_loose_ends_past": "counts what is shown, and each part of it is shown",
    "coordination.no_overlaps": "names what could be compared with each shown round",
    "coordination.no_rows": "no party is shown",
    "coordination.nobody": "no shown work is at this shown place",
    "coordination.nobody_at": "no shown work is at these shown places",
    "coordination.unplaced": "level or party is not shown",
    "coordination.untold": "a date that the comparison needs is not shown, or it is open, inexact or long",
    "coordination.untold_besides": "as in the sentence without other days",
    "handling.unmarked_caveat": "no mark is shown",
    "cover.not_given": "the value is not shown",
    "front_page.no_asks": "no ask is shown",
    "front_page.no_bottom_line": "no bottom line is shown",
    "front_page.no_consent": "the brief does not show it, and then what says nothing of its own counts as not cleared",
    "front_page.no_ground_rules": "no rule is shown",
    "front_page.no_needs": "no need is shown",
    "front_page.open_questions": "counts the questions of the annex, which says that some are only not in the pack",
    "front_page.no_purpose": "no purpose is shown",
    "glossary.none": "no acronym of the case is used in what is shown",
    "open_questions.none": "no question is in this pack",
    "parties.none": "no party is shown",
    "phase.absent": "nothing of the file is shown",
    "phase.is_open": "a point is not shown to be in place",
    "phase.readiness_missing": "the point or its state is not shown",
    "phase.readiness_unstated": "the state is not shown",
    "pictures.activity_undated": "no date of it is shown",
    "pictures.all_parts": "stands before what is counted over all parts",
    "pictures.alone": "no shown work names it",
    "pictures.alone_are": "no shown work names them",
    "pictures.coverage_empty": "no shown work is at that place",
    "pictures.coverage_alternative": "counts shown places",
    "pictures.endless": "one of its two dates is not shown",
    "pictures.fullest_year": "counts shown events",
    "pictures.fullest_years": "counts shown events; the years tie",
    "pictures.gap": "no work that the gap names is shown",
    "pictures.gaps": "no work that these gaps name is shown",
    "pictures.most_work": "counts shown work",
    "pictures.no_events": "no event of the track is shown",
    "pictures.no_rounds": "no round is shown",
    "pictures.now_no_talks": "nothing on the track has a shown date",
    "pictures.now_no_meetings": "nothing on the track has a shown date",
    "pictures.now_no_next_talks": "nothing to come on the track has a shown date",
    "pictures.now_no_next_meeting": "nothing to come on the track has a shown date",
    "pictures.now_endless": "one of its two dates is not shown",
    "pictures.nowhere": "its parties are not shown",
    "pictures.nobody_at": "no shown work is at these places",
    "pictures.others": "no line is drawn to them",
    "pictures.parties_hatched": "no shown work names that party",
    "pictures.plan_caption_alone": "no round is shown",
    "pictures.plan_caption_alone_past": "no round is shown",
    "pictures.quiet": "measured between shown events",
    "pictures.reaches_nobody": "its parties are not shown",
    "pictures.round_undated": "no date of it is shown",
    "pictures.track_unknown": "its track is not shown",
    "pictures.undated": "no date of it is shown",
    "pictures.unsure": "as in the list of gaps",
    "pictures.untold": "as in the list of gaps",
    "pictures.untold_past": "as in the list of gaps",
    "pictures.unplaced": "level or party is not shown",
    "pictures.unplaced_past": "level or party is not shown",
    "planning.consent_unsure": "the way in which consent was given is not shown",
    "planning.none": "no activity is shown",
    "role.fits": "no shown work is of this kind",
    "role.gap_open": "no shown work names the gap",
    "role.gap_open_high": "no shown work names the gap",
    "role.gap_met": "the shown work that the gap names is on another track than I",
    "role.gap_named": "the shown work that the gap names is on another track than I, and its cover cannot be told",
    "role.gaps": "no shown work of track I is named for these gaps",
    "role.gaps_past": "no shown work of track I is named for these gaps",
    "role.helps_no_contact": "no contact is shown",
    "role.here_none": "no shown work is of such a kind",
    "role.no_gaps": "no shown gap is of this kind",
    "role.no_works": "no work is shown to be on another track than I",
    "role.officials": "as what has no track that is shown",
    "role.phase_untold": "the phase of the talks is not shown, or nobody knows it",
    "role.phase_untold_past": "neither the timing of the work nor the phase of the talks is shown",
    "role.unsorted": "the kind of the work is not shown",
    "signs.self_reported.more": "no shown source of the value is known to be by others",
    "signs.uncited.means": "no source is shown",
    "sources.none": "no source is cited in what is shown",
    "sources.undated": "no date of the source is shown",
    "talking_points.absent": "no point is shown",
    "timeline.none": "no event is shown",
}
#: Sentences that word a value which says so itself, and names of things.
OF_A_VALUE: frozenset[str] = frozenset(
    """
    activity.not_funded activity.not_published
    assessment.legal_not_cleared conception.not_agreed conception.not_visible
    coordination.answer coordination.answered coordination.fit_answer
    coordination.commitments coordination.commitments_past coordination.commits_not evidence.does_not_apply
    evidence.none_because evidence.of_this evidence.of_all_this evidence.not_known
    evidence.unknown_of evidence.unknown_clauses evidence.unknown_of_all assessment.acceptance_unknown
    assessment.identity_unknown evidence.label_of_each evidence.not_known_in
    assessment.ripeness_is.unripe assessment.ripeness_is.unripe_past pictures.exclusive pictures.exclusive_past
    signs.recall.more
    fields.answered_findings
    engagement.if_nothing_is_done headings.timeline
    role.against.no_go implementation.line_not_kept implementation.not_told_track_i
    conception.do_no_harm document.callouts evidence.not_known evidence.of_all_this
    likelihood.first_words
    likelihood.phia.remote_chance open_questions.evidence open_questions.not_applying open_questions.not_in_pack
    open_questions.one_by_one open_questions.one_by_one_below
    phase.is_ready phase.is_not_ready phase.readiness_not_applicable phase.readiness_unknown phase.readiness_unmet
    """.split()  # noqa: SIM905 - read more easily so
)
#: What sources say of any case, advice, and the headings above them: true whatever a pack shows.
OF_ANY_CASE: frozenset[str] = frozenset(
    """
    engagement.not_to_ask engagement.not_to_raise record.how
    role.theory role.theory_past role.cannot role.says.clears role.says.does_not_add_up role.says.kept_apart
    role.says.mandate role.says.many_needed role.says.ripens role.says.several_ways
    role.with_officials role.with_officials_past role.not_asked
    role.not_to_ask role.helps role.helps_dates role.helps_contact role.helps_contacts role.needs role.needs_word
    role.needs_word_untold role.caution
    """.split()  # noqa: SIM905 - as above
)


ORGANISATIONS = sorted(one.parent.name for one in TEMPLATES.glob("*/organisation.yaml"))


def denials(organisation: str | None = None) -> dict[str, list[str]]:
    """Return by key the forms of each sentence that denies or generalises."""
    said = wording(organisation).texts.items()
    texts = {key: [text] if isinstance(text, str) else list(text.values()) for key, text in said}
    return {
        key: forms
        for key, forms in texts.items()
        if any(map(DENIES.search, forms)) and not key.startswith((*OTHERS, *OF_THE_REPORT))
    }


def test_every_sentence_that_denies_or_generalises_is_listed() -> None:
    """Whoever words a new one says here what makes it true, whatever is withheld."""
    assert set(denials()) == set(OF_THE_PACK) | OF_A_VALUE | OF_ANY_CASE
    assert not OF_THE_PACK.keys() & OF_A_VALUE


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_an_organisation_denies_or_generalises_only_where_the_base_does(organisation: str) -> None:
    """Its own wording is held to the same: a sentence that denies is listed, and one about the pack says so."""
    found = denials(organisation)
    assert found.keys() - OF_THE_PACK.keys() - OF_A_VALUE - OF_ANY_CASE == set()
    denying = [form for key in found.keys() & OF_THE_PACK.keys() for form in found[key] if DENIES.search(form)]
    assert [form for form in denying if not BOUND.search(form)] == []


def test_what_a_rule_makes_a_pack_ask_denies_nothing_but_of_the_pack() -> None:
    """A reader's pack asks where something is absent: it says of itself what it does not show."""
    asked = {key: text for key, text in wording().texts.items() if re.match(r"findings\.C\d\d\.question", key)}
    assert len(asked) > 8
    assert [text for text in asked.values() if not str(text).endswith("?")] == []
    denying = [str(text) for text in asked.values() if DENIES.search(str(text))]
    assert len(denying) > 8
    assert [text for text in denying if "this pack" not in text.casefold()] == []


@pytest.mark.parametrize("key", OF_THE_PACK)
def test_a_sentence_about_what_is_absent_is_bound_to_what_is_shown(key: str) -> None:
    """It says that it speaks of this pack, or of what is shown, stated or given here; so it is true of any view."""
    assert [form for form in denials()[key] if DENIES.search(form) and not BOUND.search(form)] == []
