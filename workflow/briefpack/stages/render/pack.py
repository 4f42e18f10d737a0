"""Pack: what templates know of the pack they are in, beside the case itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from briefpack.case.content import FILES
from briefpack.disclosure.inside import inside
from briefpack.disclosure.mentions import named_actors, unmentioned
from briefpack.disclosure.questions import Question, is_held
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.handbook import PHASES, yaml_word
from briefpack.house.organisation import Annex, OrganisationSettings
from briefpack.house.wording import Catalogue
from briefpack.pictures.schedule import MOST_ROUNDS
from briefpack.problems import TemplateMistake
from briefpack.stages.render import asking
from briefpack.stages.render.annexes import LEAST_TERMS, annex_letter, annex_titles, annexes_of
from briefpack.stages.render.before import Before, before
from briefpack.stages.render.figures import Figure
from briefpack.stages.render.foremost import FirstQuestions
from briefpack.stages.render.likelihood_words import likelihood_words
from briefpack.stages.render.news import News, news_of
from briefpack.stages.render.room import Load, in_full
from briefpack.stages.render.rounds import beside_timeline
from briefpack.text.escaping import escaped
from briefpack.text.quoting import repeated
from briefpack.text.slugs import slugify

#: The figures of a pack by the name of their picture.
Pictures = Mapping[str, tuple[Figure, ...]]


@dataclass(frozen=True)
class PhaseFacts:
    """A phase: its step number and title in the handbook."""

    step: int
    title: str


@dataclass(frozen=True)
class OrganisationFacts:
    """Who makes the pack: the texts of organisation.yaml, as Markdown; each is empty if it is not given."""

    name: str
    unit: str
    contact: str


@dataclass(frozen=True)
class Pack:
    """One pack of an organisation for one audience: its marks, its order of parts, and the contents of its annexes.

    `mark`, `caveat`, `sender` and `contact` are Markdown; `sections` and `annexes` are names of templates in order;
    `in_full` names what the annexes tell in full. `pictures` holds the figures of each name, often one and sometimes
    none; `rounds_are_drawn` says whether the plan among them shows each round of the official talks, and
    `rounds_beside_timeline` has those that the timeline does not show. `question_count` says how many open questions
    are listed. `first_questions` are the few to ask first;
    `question_groups` has the others, by who could answer them. `withheld` holds by file of the case whom to ask about
    values that the case says are withheld, with an empty text for nobody in particular. `not_applying` holds the
    questions that have a reason in place of an answer. `news` is what is new to this reader. `is_sheet` says whether it
    has one or two pages, `is_held` whether its day was over at the date of information. `before` is what is to be done
    before a session of convenors.
    """

    audience: str
    language: str
    language_tag: str
    arrow: str
    organisation: OrganisationFacts
    sender: str
    contact: str
    mark: str
    caveat: str
    distribution: Any
    sections: tuple[str, ...]
    annexes: tuple[str, ...]
    annex_titles: Mapping[str, str]
    in_full: tuple[str, ...]
    phases: Mapping[str, PhaseFacts]
    questions: tuple[Question, ...]
    question_count: int
    question_groups: tuple[asking.QuestionGroup, ...]
    not_applying: tuple[Question, ...]
    authors_questions: tuple[Leaf, ...]
    first_questions: FirstQuestions
    news: News
    timeline: tuple[Node, ...]
    glossary: tuple[Node, ...]
    few_terms: tuple[Node, ...]
    actors: tuple[Node, ...]
    likelihood_words: tuple[str, ...]
    pictures: Mapping[str, tuple[Figure, ...]]
    rounds_are_drawn: bool
    rounds_beside_timeline: tuple[Node, ...]
    withheld: Mapping[str, tuple[Any, ...]]
    is_sheet: bool
    is_held: bool
    before: Before

    def annex_heading(self, name: str) -> str:
        """Return the heading of an annex with its letter, or nothing where this pack leaves that annex out."""
        if name not in self.annex_titles and name not in get_args(Annex):
            raise TemplateMistake(f"there is no annex '{repeated(name)}': there are {', '.join(get_args(Annex))}")
        return self.annex_titles.get(name, "")

    def annex_link(self, name: str) -> str:
        """Return the heading of an annex as a link to it, or nothing where this pack leaves that annex out."""
        heading = self.annex_heading(name)
        return self.link_to(heading, heading) if heading else ""

    def annex_letter(self, name: str) -> str:
        """Return the letter of an annex, or nothing where this pack leaves that annex out."""
        return annex_letter(self.annexes, name) if self.annex_heading(name) else ""

    def link_to(self, heading: str, words: str) -> str:
        """Return words, in Markdown, as a link to a heading."""
        return f"[{words}](#{slugify(heading)})"

    def phase_name(self, phase: Node) -> str:
        """Return the name of the phase that a node of the case holds."""
        name = getattr(inside(phase).kind, "phase", None)
        if not isinstance(name, str):
            raise TemplateMistake("this takes a phase of the case, as in pack.phase_name(planning)")
        return name


def pack_of(
    view: View,
    settings: OrganisationSettings,
    catalogue: Catalogue,
    pictures: Pictures,
    computed: object,
    engagement: Node | None = None,
) -> Pack:
    """Return the pack of a view; it depends on that, the settings and the language. A brief asks of its engagement.

    `computed` is the coverage of the view, with what does not fit in it.
    """
    asked = asking.asked_of(view, {"case", *settings.body(view.audience)}, catalogue, engagement)
    glossary, actors = tuple(_glossary(view)), tuple(one for one in named_actors(view) if one.role)
    annexes = tuple(annexes_of(settings, view, glossary, pictures, computed))
    return Pack(
        **_furniture(view, settings, catalogue, engagement),
        **asked,
        sections=settings.body(view.audience),
        annexes=annexes,
        annex_titles=annex_titles(annexes, catalogue, view, computed),
        in_full=in_full(view, annexes, Load(pictures, len(asked["questions"]), len(glossary), len(actors))),
        phases=_phases(catalogue),
        news=news_of(view),
        timeline=tuple(sorted(view.root.case.timeline, key=lambda event: event.date.value.sort_key)),
        glossary=glossary,
        few_terms=glossary if len(glossary) < LEAST_TERMS else (),
        actors=actors,
        likelihood_words=likelihood_words(view, catalogue),
        pictures=pictures,
        rounds_are_drawn=bool(pictures.get("plan")) and len(list(view.root.coordination.track_i_rounds)) <= MOST_ROUNDS,
        rounds_beside_timeline=beside_timeline(view),
        withheld={file: view.withheld.get(file, ()) for file in FILES},
    )


def _furniture(
    view: View, settings: OrganisationSettings, catalogue: Catalogue, engagement: Node | None
) -> dict[str, Any]:
    """Return for whom, from whom, under which marks and for what a document is, by the names of its fields."""
    mark, caveat = marks_of(view, catalogue)
    maker = OrganisationFacts(*map(escaped, (settings.name, settings.unit or "", settings.contact or "")))
    return {
        "audience": view.audience,
        "language": catalogue.language,
        "language_tag": catalogue.tag,
        "arrow": "←" if catalogue.runs_right_to_left else "→",
        "organisation": maker,
        "sender": ", ".join(part for part in (maker.name, maker.unit) if part),
        "contact": maker.contact,
        "mark": mark,
        "caveat": caveat,
        "distribution": getattr(view.root.case.handling.distribution, yaml_word(view.audience)),
        "is_sheet": engagement is not None,
        "is_held": engagement is not None and is_held(view, inside(engagement)),
        "before": before(view, engagement),
    }


def marks_of(view: View, catalogue: Catalogue) -> tuple[str, str]:
    """Return the handling mark and the caveat under it, in Markdown.

    The caveat ends with a warning where no speaker of the language has reviewed its wording.
    """
    mark, caveat = _marked(view, catalogue)
    warning = "" if catalogue.say("reviewed_by") else catalogue.say("handling.unreviewed")
    return mark, " · ".join(filter(None, (caveat, warning)))


def _marked(view: View, catalogue: Catalogue) -> tuple[str, str]:
    """Return the handling mark and caveat of the case, in Markdown.

    Without a mark, the most closed handling applies (ST/SGB/2007/6, TLP 2.0); to the report it always does, since it
    joins what each side was told in confidence.
    """
    if view.audience == "coordinator":
        return catalogue.say("handling.unmarked"), catalogue.say("report.caveat")
    handling = view.root.case.handling
    marks = [catalogue.word(scheme, word) for scheme, word in (("mark", view.mark), ("tlp", view.tlp)) if word]
    if not handling.mark and not handling.tlp:
        return catalogue.say("handling.unmarked"), catalogue.say("handling.unmarked_caveat")
    return " · ".join(marks), escaped(str(handling.caveat.value)) if handling.caveat else ""


def _phases(catalogue: Catalogue) -> dict[str, PhaseFacts]:
    """Return each phase by its name."""
    return {phase.name: PhaseFacts(phase.step, catalogue.say(f"steps.{phase.name}")) for phase in PHASES}


def _glossary(view: View) -> list[Node]:
    """Return the acronyms that this reader's pack uses, in alphabetical order."""
    silent = unmentioned(view)
    used = (one for one in view.root.case.acronyms if inside(one).path not in silent)
    return sorted(used, key=lambda one: str(one.short))
