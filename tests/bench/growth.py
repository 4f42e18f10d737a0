"""Growth: a case as large as wanted, with all that a case of this size has, to measure what its size costs.

With so many events there are two fifths as many actors and a tenth as many activities, each with its people, place,
agenda, window and transfer; each activity has a session, an output, a message and a round of talks.
"""

from __future__ import annotations

from pathlib import Path

_CASE = "sensitivity: shared\nid: {name}\ntitle: The water talks\n"
_ACTOR = "  - {{id: actor_{number}, name: Actor number {number} of the valley, kind: team}}\n"
_EVENT = "  - {{date: {date}, event: Meeting {number} of millers and fishers about water rights, track: ii}}\n"
_PARTIES = """\
sensitivity: shared
parties:
  - {id: millers, name: Millers of the upper valley, kind: community, interests: [Water in the dry months]}
  - {id: fishers, name: Fishers of the lower valley, kind: community, interests: [Clean water in every month]}
gaps:
  - {id: upper_canal, description: Nobody talks about the upper canal., level: middle}
"""
_ACTIVITY = """\
  - id: activity_{number}
    title: Round {number} of the water talks
    purpose: Draft rule {number} for the use of the upper canal.
    type: problem_solving_workshop
    addresses: [upper_canal]
    track: ii
    timing: parallel_to_track_i
    level: [middle]
    parties: [millers, fishers]
    window: {{start: {year}-{month:02}-28, end: {year}-{month:02}-28, coarse: {year}-{month:02}, published: false}}
    venue: {{country: A neighbouring state, setting: A training centre inland, neutral: true, place: Barn {number}}}
    participants:
      count: 13
      per_party: {{millers: 7, fishers: 6}}
      invited_as: personal_capacity
      selection_criteria: [Elected by branch {number}, Willing to be seen coming home]
    facilitators: [{{actor: actor_{number}}}]
    ground_rules: [Speak for yourself., Nobody is quoted.]
    confidentiality: chatham_house
    release_to: [track_i, public]
    attribution_max: none
    record: agreed_summary_only
    media: {{policy: joint_statement_only, spokesperson: actor_{number}, holding_line: People talk about water.}}
    agenda:
      - {{block: Needs and fears at gate {number}, aim: Hear each other out, minutes: 180}}
      - {{block: A rule for dry month {number}, aim: Think together, minutes: 240}}
    transfer:
      audience: track_i
      recipient: actor_{number}
      content_kind: Option paper {number} without attribution
      carrier: facilitator
      when: {year}-{month:02}-20
      consent: {{who: All delegates, how: in writing, when: {year}-{month:02}}}
    reentry: {{expected_pressure: Questions at mill {number}, support: [A shared line to take]}}
    safety: {{risks: [Photographs at bus stop {number}], measures: [Two vans], evacuation: Night train {number}}}
    budget: {{amount: 42000, currency: crowns, funded: true}}
    contingencies: [{{trigger: The list of round {number} leaks, response: Call every delegate}}]
"""
_SESSION = """\
  - activity: activity_{number}
    title: Workshop at gate {number} of the canal
    date: {year}-{month:02}
    attended_per_party: {{millers: 7, fishers: 6}}
    agreed_summary: Both sides agree that rule {number} must leave room for dry months.
    attribution: none
"""
_OUTPUT = """\
  - id: output_{number}
    kind: option
    text: Water of gate {number} is shared by lot in dry months.
    activity: activity_{number}
    date: {year}-{month:02}
    attribution: none
    consent: {{who: All delegates, how: in writing, when: {year}-{month:02}}}
    release_to: [track_i, track_ii, public]
"""
_MESSAGE = """\
  - topic: gate_{number}
    stance: supports
    audience: track_i
    date: {year}-{month:02}-26
    text: Both sides want the water of gate {number} settled locally.
    commits: false
"""
_ROUND = """\
  - id: talks_{number}
    title: Gate {number} of the canal
    from: {year}-{month:02}-22
    to: {year}-{month:02}-25
"""


def write_growth(folder: Path, events: int) -> Path:
    """Write a case with so many events, and all that belongs to them, over thirty-three years; give its folder."""
    activities, actors = range(events // 10), range(events * 2 // 5)
    dates = (f"{1990 + number * 33 // events}-{1 + number % 12:02}-{1 + number % 27:02}" for number in range(events))
    files = {
        "case": _CASE.format(name=folder.name)
        + _listed("actors", _ACTOR, actors)
        + "timeline:\n"
        + "".join(_EVENT.format(number=number, date=date) for number, date in enumerate(dates)),
        "assessment": _PARTIES,
        "planning": "sensitivity: shared\n" + _listed("activities", _ACTIVITY, activities),
        "implementation": "sensitivity: shared\n"
        + _listed("sessions", _SESSION, activities)
        + _listed("outputs", _OUTPUT, activities),
        "coordination": "sensitivity: shared\n"
        + _listed("track_i_rounds", _ROUND, activities)
        + _listed("messages", _MESSAGE, activities),
    }
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def _listed(name: str, item: str, numbers: range) -> str:
    months = ((number, 1990 + number % 33, 1 + number // 33 % 12) for number in numbers)
    return f"{name}:\n" + "".join(item.format(number=number, year=year, month=month) for number, year, month in months)
