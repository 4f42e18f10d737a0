"""The enumerations of the model: the words a field may hold, each a term of the field's literature.

Sources of the terms: escalation stages, Fisher and Keashly; leadership levels, Lederach; who and level of the matrix,
CDA *Reflecting on Peace Practice*; dialogue stages, Saunders; marks, ST/SGB/2007/6 and TLP 2.0; likelihood words,
ICD 203 and the PHIA yardstick; track 1.5 and III, Chigas and field usage. The rest is this project's own.
"""

from __future__ import annotations

from typing import Literal

Track = Literal["i", "i_5", "ii", "iii"]
DateGrain = Literal["month", "year"]
VenueGrain = Literal["country"]
TimelineTrack = Literal["i", "i_5", "ii", "iii", "context", "implementation"]
TrackIPhase = Literal[
    "none", "pre_negotiation", "negotiation", "stalled", "agreement_signed", "post_agreement", "collapsed", "unknown"
]
Timing = Literal["before_track_i", "parallel_to_track_i", "during_stall", "after_agreement", "unknown"]
TalksLink = Literal["separate", "fed_in", "stood_in", "taken_over", "followed_up", "unknown"]
EscalationStage = Literal["discussion", "polarization", "segregation", "destruction", "unknown"]
Ripeness = Literal["unripe", "ripening", "ripe", "past", "unknown"]
Presence = Literal["present", "partial", "absent", "unknown"]
LeadershipLevel = Literal["top", "middle", "grassroots"]
RppWho = Literal["more_people", "key_people"]
RppLevel = Literal["individual", "socio_political"]
#: How closely a statement is attributed, from the loosest.
Attribution = Literal["none", "group", "affiliation", "named"]
Confidentiality = Literal["on_record", "chatham_house", "not_for_attribution", "closed_existence_known", "deniable"]
InvitedAs = Literal["personal_capacity", "informal_delegate", "official_delegate", "unknown"]
Status = Literal["not_started", "in_progress", "ready", "blocked", "done", "revisited"]
ReadinessState = Literal["met", "unmet", "unknown", "not_applicable"]

PartyKind = Literal[
    "state", "armed_group", "political_movement", "community", "diaspora", "external_power", "other", "unknown"
]
ActorKind = Literal[
    "government",
    "international_organisation",
    "non_governmental_organisation",
    "academic",
    "religious",
    "foundation",
    "team",
    "individual",
    "other",
]
#: The kinds of actor that cannot be a person; `team` may be a team of one, and `other` may be anybody.
BODIES: frozenset[ActorKind] = frozenset(
    {"government", "international_organisation", "non_governmental_organisation", "academic", "religious", "foundation"}
)
Willingness = Literal["unwilling", "ambivalent", "willing", "unknown"]
Amount = Literal["none", "low", "medium", "high", "unknown"]
ContactStatus = Literal["unrestricted", "restricted", "prohibited", "unknown"]
IssueKind = Literal["interest", "identity", "security", "justice", "recognition", "governance", "resource", "unknown"]
EffortState = Literal["active", "dormant", "ended", "unknown"]
Priority = Literal["low", "medium", "high", "unknown"]
CivilSociety = Literal["absent", "weak", "moderate", "strong", "unknown"]
CivilLiberties = Literal["severely_restricted", "restricted", "tolerated", "open", "unknown"]
PublicMood = Literal["content_with_status_quo", "despairing", "war_weary", "hopeful", "unknown"]
ParticipantRisk = Literal["low", "medium", "high", "unacceptable", "unknown"]
IntervenorIdentity = Literal["insider", "outsider", "mixed", "unknown"]
Acceptance = Literal["accepted", "conditional", "rejected", "unknown"]
Decision = Literal["go", "go_modified", "wait", "no_go", "unknown"]

AssumptionState = Literal["holds", "fails", "unknown"]
TheoryFamily = Literal[
    "healthy_relationships",
    "individual_change",
    "reduce_capacity_for_violence",
    "root_causes_justice",
    "institutions",
    "political_elites",
    "grassroots_mobilization",
    "economics",
    "public_attitudes",
    "culture_of_peace",
]
ScaleUpMode = Literal["geographic", "audience", "both", "policy_transfer", "none", "unknown"]
Function = Literal[
    "prepare",
    "ripen",
    "unblock",
    "generate_options",
    "train_negotiators",
    "build_constituency",
    "consolidate",
    "independent",
    "unknown",
]
Awareness = Literal["unaware", "informed", "consulted", "endorsed", "requested", "unknown"]
PartnerRole = Literal["co_convenor", "host", "funder", "expert", "local_partner", "liaison"]
EvaluationPurpose = Literal["learning", "accountability", "both", "unknown"]

ActivityType = Literal[
    "training",
    "intergroup_dialogue",
    "problem_solving_workshop",
    "peace_education",
    "joint_project",
    "back_channel",
    "leader_discussion",
    "sustained_dialogue",
    "people_to_people",
    "media_programme",
    "expert_commission",
    "trauma_healing",
    "shuttle",
    "capacity_support_to_track_i",
    "mediated_talks",
    "monitoring",
]
Record = Literal["none", "agreed_summary_only", "rapporteur_unattributed", "full", "unknown"]
MediaPolicy = Literal["silence", "joint_statement_only", "open", "unknown"]
DialogueStage = Literal["deciding_to_engage", "mapping", "probing", "scenario_building", "acting_together"]
Carrier = Literal["participants", "facilitator", "both", "written_memorandum", "unknown"]

TrustBetween = Literal["parties", "party_intervenor"]
TrustLevel = Literal["low", "medium", "high", "unknown"]
Trend = Literal["up", "flat", "down", "unknown"]
GroupIssueKind = Literal["dominance", "walkout", "venting", "factional_split", "absentee", "facilitator_challenge"]
ObstacleKind = Literal["political", "security", "legal", "logistical", "financial", "spoiler"]
ObstacleState = Literal["unresolved", "handled", "resolved", "unknown"]
PowerForm = Literal["language", "numbers", "information", "expertise", "status", "coercion"]
Direction = Literal["to_track_i", "from_track_i", "to_track_ii", "from_track_ii"]
LogKind = Literal["information", "joint_analysis", "joint_planning", "resource", "handover", "deconfliction"]
OutputKind = Literal["option", "joint_memorandum", "relationship", "skill", "commitment", "statement"]
PackAudience = Literal["track_i", "track_ii"]
ReportReader = Literal["track_i", "track_ii", "coordinator"]
ReleaseTo = Literal["track_i", "track_ii", "public"]
EmbargoEvent = Literal["agreement_signed"]
CardKind = Literal["leak", "walkout", "violence", "talks_shift", "other"]
IncidentKind = Literal["leak", "threat", "arrest", "violence", "breach_of_rules"]

FollowUpState = Literal["planned", "started", "done", "slipped", "dropped", "unknown"]
ContactKind = Literal["message", "call", "visit", "follow_up_meeting", "joint_project"]
InstitutionState = Literal["proposed", "founded", "working", "ended", "unknown"]
Evaluator = Literal["internal", "external", "mixed", "unknown"]
EvaluationTiming = Literal["baseline", "midterm", "continuous", "final", "ex_post"]
Confidence = Literal["high", "moderate", "low"]
Criterion = Literal[
    "moves_key_driver", "own_initiatives", "institutions_for_grievances", "resists_violence", "people_safer", "other"
]
Held = Literal["held", "partly", "failed", "unknown"]
Used = Literal["adopted", "adapted", "considered", "ignored", "unknown"]
Sign = Literal["positive", "negative", "mixed", "unknown"]
LessonKind = Literal["success", "failure"]
Continuation = Literal["continue", "revise", "hand_over", "pause", "close", "unknown"]

Stance = Literal["supports", "opposes", "open", "silent", "denies"]
CalendarKind = Literal["election", "anniversary", "holiday", "donor_meeting", "other"]
CommitmentState = Literal["not_due", "kept", "partly_kept", "not_kept", "unknown"]
EffectKind = Literal["reinforced", "followed_by", "ran_apart", "undercut", "left_out"]

#: The marks of both schemes, lowest first.
Mark = Literal["unclassified", "confidential", "strictly_confidential"]
Tlp = Literal["clear", "green", "amber", "amber_strict", "red"]
SourceGrade = Literal["primary_text", "independent_analysis", "organisers_account", "press", "dataset", "tertiary"]
SourceType = Literal[
    "blog_post",
    "book",
    "broadcast",
    "chapter",
    "conference_paper",
    "dataset",
    "document",
    "encyclopaedia_entry",
    "interview",
    "journal_article",
    "legislation",
    "letter",
    "magazine_article",
    "manuscript",
    "newspaper_article",
    "periodical",
    "report",
    "speech",
    "thesis",
    "treaty",
    "web_page",
]
Verification = Literal["verified", "partly_verified", "abstract", "recall"]
LikelihoodScale = Literal["icd_203", "phia"]

#: Likelihood words of each scale, lowest first. ICD 203 has two rows; only the first is used, so that rows never mix.
LIKELIHOOD_WORDS: dict[LikelihoodScale, tuple[str, ...]] = {
    "icd_203": (
        "almost_no_chance",
        "very_unlikely",
        "unlikely",
        "roughly_even_chance",
        "likely",
        "very_likely",
        "almost_certain",
    ),
    "phia": (
        "remote_chance",
        "highly_unlikely",
        "unlikely",
        "realistic_possibility",
        "likely_or_probable",
        "highly_likely",
        "almost_certain",
    ),
}


def is_unknown(text: str) -> bool:
    """Return whether a text is just the word `unknown`, in any capitals, quotes and with any sign after it."""
    return text.strip(" \t\n.,;:!?'\"\u2018\u2019\u201c\u201d").casefold() == "unknown"
