"""Theory: what sources say that track II can do at each time, which kinds of activity they name, and what we read so.

Each statement has a topic, the source that makes it with how much of that was read, and the times at which it is told.
To add one takes a source that was read. Source: handbook map, sections 2 and 3, and what is known of coordination,
section 1. What a statement bears on and what fits a time (`BEARS_ON`, `FITS`) is this project's own reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Time = Literal["before", "beside", "stalled", "after", "untold"]
Topic = Literal["can", "cannot", "disputed"]
TIMES: tuple[Time, ...] = get_args(Time)
#: When the work stands to the talks, by their phase and, in a case that is over, by the timing that its authors coded.
TIME_OF: Mapping[str, Time] = MappingProxyType(
    {
        "none": "before",
        "pre_negotiation": "before",
        "before_track_i": "before",
        "negotiation": "beside",
        "parallel_to_track_i": "beside",
        "stalled": "stalled",
        "collapsed": "stalled",
        "during_stall": "stalled",
        "agreement_signed": "after",
        "post_agreement": "after",
        "after_agreement": "after",
    }
)
#: Of each source how much was read: of the handbook the openings of its steps, of the interviews some parts.
READ: Mapping[str, str] = MappingProxyType(
    {
        "introduction": "opening",
        "step_2": "opening",
        "step_3": "opening",
        "accord": "whole",
        "fisher": "abstract",
        "how_it_helped": "abstract",
        "kelman": "extract",
        "many_kinds": "opening",
        "mediators": "whole",
        "normative": "abstract",
        "shultz": "opening",
        "tajik_talks": "whole",
        "united_nations": "extract",
    }
)
#: How many statements of each topic are told where no work is shown: of what is disputed, both sides.
LEAST: Mapping[Topic, int] = MappingProxyType({"can": 1, "cannot": 1, "disputed": 2})
#: Each statement with its topic, its source and the times at which it is told; of what is disputed, first both sides.
STATEMENTS: tuple[tuple[str, Topic, str, tuple[Time, ...]], ...] = (
    ("supports", "can", "introduction", ("untold",)),
    ("prepares", "can", "introduction", ("before",)),
    ("ripens", "can", "accord", ("before", "stalled")),
    ("clears", "can", "step_3", ("beside", "stalled")),
    ("brings_along", "can", "step_3", ("beside",)),
    ("settles", "can", "step_3", ("after",)),
    ("builds_support", "can", "introduction", ("after",)),
    ("binds_nobody", "cannot", "kelman", TIMES),
    ("does_not_add_up", "cannot", "step_2", TIMES),
    ("wary", "disputed", "shultz", ("before", "stalled")),
    ("gave", "disputed", "fisher", ("before", "stalled")),
    ("many_needed", "disputed", "many_kinds", ("before",)),
    ("opens", "disputed", "mediators", ("stalled",)),
    ("coherence", "disputed", "united_nations", ("beside",)),
    ("kept_apart", "disputed", "tajik_talks", ("beside",)),
    ("mandate", "disputed", "mediators", ("beside",)),
    ("to_the_table", "disputed", "introduction", ("after", "untold")),
    ("several_ways", "disputed", "how_it_helped", ("after", "untold")),
    ("widened", "disputed", "normative", ("after", "untold")),
)
_FAMILY = ("training", "intergroup_dialogue", "problem_solving_workshop", "peace_education")
#: The kinds of activity that a source that was read names for a time: the handbook's family, and at a stall those of it
#: that it says take an obstacle out of the way.
NAMED: Mapping[Time, tuple[str, ...]] = MappingProxyType(
    {
        "before": _FAMILY,
        "beside": _FAMILY,
        "stalled": ("training", "problem_solving_workshop"),
        "after": _FAMILY,
        "untold": (),
    }
)
#: The other kinds that fit a time: our reading, which no source is named for.
FITS: Mapping[Time, tuple[str, ...]] = MappingProxyType(
    {
        "before": ("back_channel", "leader_discussion", "people_to_people", "sustained_dialogue"),
        "beside": ("capacity_support_to_track_i", "expert_commission", "media_programme", "sustained_dialogue"),
        "stalled": ("back_channel", "expert_commission", "shuttle", "sustained_dialogue"),
        "after": ("joint_project", "monitoring", "sustained_dialogue", "trauma_healing"),
        "untold": (),
    }
)

#: The words of a decision, of the risk to those who take part, and of the stage of a conflict that warn of going ahead.
AGAINST = frozenset({"wait", "no_go", "unacceptable", "destruction"})
_AMONG_FEW = (
    *("training", "problem_solving_workshop", "sustained_dialogue", "back_channel", "leader_discussion"),
    *("expert_commission", "shuttle", "capacity_support_to_track_i"),
)
_ON_THE_SUBJECT = ("problem_solving_workshop", "expert_commission")
_GO_BETWEENS = ("back_channel", "shuttle")
_FACE_TO_FACE = (
    *("problem_solving_workshop", "sustained_dialogue", "leader_discussion", "intergroup_dialogue"),
    *("people_to_people", "joint_project"),
)
_IN_SOCIETY = ("intergroup_dialogue", "peace_education", "joint_project", "people_to_people", "media_programme")
#: The kinds of activity that a statement bears on: our reading.
BEARS_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "prepares": _AMONG_FEW,
        "ripens": (*_FACE_TO_FACE, *_GO_BETWEENS, "peace_education"),
        "clears": (*_ON_THE_SUBJECT, *_GO_BETWEENS, "training", "capacity_support_to_track_i"),
        "brings_along": _IN_SOCIETY,
        "settles": (*_ON_THE_SUBJECT, *_GO_BETWEENS, "leader_discussion", "mediated_talks"),
        "builds_support": _IN_SOCIETY,
        "does_not_add_up": (*_AMONG_FEW, "intergroup_dialogue", "people_to_people"),
    }
)
