"""Render: make one Markdown pack from a view and an organisation's templates."""

from __future__ import annotations

import functools
import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

from briefpack.case.content import Path
from briefpack.disclosure.bearing import Bearing
from briefpack.disclosure.bias import Organisers
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import View
from briefpack.documents import SUFFIX
from briefpack.house.organisation import OrganisationSettings, Templates
from briefpack.house.wording import Catalogue
from briefpack.pictures.picture import Picture
from briefpack.problems import Place, Problem, Refusal, TemplateMistake
from briefpack.stages.render.asides import likelihoods_placed, sureness_placed
from briefpack.stages.render.blame import is_of_template
from briefpack.stages.render.citations import CitationStyle
from briefpack.stages.render.compiled import Compiled
from briefpack.stages.render.document import PACK, ReaderDocument, documents_of
from briefpack.stages.render.environment import MACROS, PackEnvironment
from briefpack.stages.render.figures import figures_of, numbered, printed
from briefpack.stages.render.in_common import InCommon, told_once
from briefpack.stages.render.likelihood_words import LikelihoodWords, scale_of
from briefpack.stages.render.lines_to_fill import lines_to_fill
from briefpack.stages.render.lists import gathered_lists, under_heads
from briefpack.stages.render.markdown import tidy
from briefpack.stages.render.overrides import Overrides
from briefpack.stages.render.pack import Pack, marks_of, pack_of
from briefpack.stages.render.printing import Printer
from briefpack.stages.render.sheets import filled
from briefpack.stages.render.spacing import spaced
from briefpack.stages.render.stops import stopped
from briefpack.stages.render.trail import environment_of
from briefpack.stages.render.turning import page_one, page_one_of, turned
from briefpack.text.escaping import settled
from briefpack.text.near_miss import near_miss
from briefpack.text.punctuation import punctuated
from briefpack.text.quoting import repeated
from briefpack.word.page_room import PageRoom

__all__ = [
    "CitationStyle",
    "Compiled",
    "MarkdownStyle",
    "ReaderDocument",
    "documents_of",
    "marks_of",
    "page_one",
    "printed",
    "render",
]

_NO_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'$")
_UNDEFINED = re.compile(r"^'(\w+)' is undefined$")


@dataclass(frozen=True)
class MarkdownStyle:
    """What of a house style decides the Markdown of its documents.

    `citations` sets the sources. `compiled` keeps the compiled templates for the next document in the same language.
    """

    settings: OrganisationSettings
    templates: Templates
    catalogue: Catalogue
    citations: CitationStyle
    compiled: Compiled | None


def render(
    view: View,
    style: MarkdownStyle,
    computed: object,
    pictures: Sequence[Picture] = (),
    media: str = "media",
    told: set[Path] | None = None,
    folder: str = "",
    document: ReaderDocument = PACK,
    room: PageRoom | None = None,
    is_opening: bool = False,
) -> str:
    """Return a document of a view in Markdown, by the templates for its audience, or by those in the `folder`.

    Templates see the files of the case by name, `pack` (see `Pack`), and `computed`, the coverage of the view; those of
    a document that is for an engagement see that and its number, too.
    `pictures` lie in the folder `media` beside the pack. The places of the case that the templates print are
    added to `told`; a `Trail` also follows which block printed them. `room` is that of page one, from which what may
    turn the page moves where it is full. With `is_opening`, what stands before the first page break is rendered alone.
    Raise Refusal, with the line of the template, if a template is wrong or prints a value that is absent.
    """
    catalogue = replace(style.catalogue, is_past=is_over(view))
    bearing = Bearing(Organisers(view), marks_uncited=style.settings.mark_uncited)
    printer = Printer(catalogue, style.citations, told=told, bearing=bearing, scale=scale_of(view))
    environment = environment_of(told, style.templates, folder or view.audience, printer, style.compiled, computed)
    known = {**view.names, "computed": computed}
    with _mistakes_told(environment, known):
        figures = figures_of(pictures, media, catalogue)
        known["pack"] = pack_of(view, style.settings, catalogue, figures, computed, document.engagement)
        problems = Overrides(style.templates, environment).problems()
        if problems:
            raise Refusal(problems)
        text = _printed(environment, document, known, is_opening=is_opening)
        heights = {f"{media}/{picture.file}": picture.height for picture in pictures}
        said = _in_order(numbered(text, catalogue), printer.likelihoods)
        return turned(said, room, heights)


def _printed(environment: PackEnvironment, document: ReaderDocument, known: dict[str, Any], *, is_opening: bool) -> str:
    """Return what the template of a document prints, or the part of it before the first page break."""
    if document.engagement is not None:
        known |= {"engagement": document.engagement, "engagement_number": document.number}
    template = environment.get_template(environment.join_path(document.kind.template, ""))
    return page_one_of(template.generate(known)) if is_opening else template.render(known)


def _in_order(text: str, likelihoods: LikelihoodWords) -> str:
    """Return what templates printed with each word in its place, and no more empty lines than Markdown needs."""
    catalogue = likelihoods.catalogue
    placed = tidy(sureness_placed(stopped(likelihoods_placed(lines_to_fill(text)))))
    of_each = functools.partial(_of_each, catalogue)
    known = filled(gathered_lists(placed, catalogue.say("evidence.not_known"), of_each))
    told = told_once(under_heads(known, likelihoods.leads()), _owner(catalogue))
    return punctuated(settled(spaced(told, catalogue.locale.language)), catalogue.language)


def _of_each(catalogue: Catalogue, label: str) -> str:
    return catalogue.say("evidence.label_of_each", label=label)


def _owner(catalogue: Catalogue) -> InCommon:
    """Return the label of whoever is in charge of something, which may be the same for each thing of a list."""
    label = catalogue.say("talking_points.owner")
    leads = (catalogue.say(key, label=label) for key in ("evidence.label_of_each", "evidence.label_of_others"))
    return InCommon(label, *leads)


@contextmanager
def _mistakes_told(environment: PackEnvironment, known: Mapping[str, Any]) -> Iterator[None]:
    """Raise Refusal for a template's mistake, at its line; a fault of briefpack is raised as it is."""
    try:
        yield
    except jinja2.TemplateSyntaxError:
        raise Refusal(environment.syntax_problems()) from None
    except Refusal:
        raise
    except Exception as fault:
        if not is_of_template(fault, environment.files()):
            raise
        raise Refusal([_mistake(fault, environment, known)]) from fault


def _mistake(fault: Exception, environment: PackEnvironment, known: Mapping[str, Any]) -> Problem:
    """Return a template's mistake with the innermost template line that led to it."""
    files = environment.files()
    steps = [step for step in traceback.extract_tb(fault.__traceback__) if step.filename in files]
    place = (
        Place(steps[-1].filename, steps[-1].lineno or 1) if steps else Place(f"{environment.root}/base/pack{SUFFIX}")
    )
    return Problem(place, _said(fault, environment, known))


def _said(fault: Exception, environment: PackEnvironment, known: Mapping[str, Any]) -> str:
    """Return the message of a mistake; only messages that are known to hold no value of the case are passed on."""
    if isinstance(fault, TemplateMistake):
        return str(fault)
    if isinstance(fault, RecursionError):
        return "this template includes itself without end: write 'base/' before a name to reach the original"
    undefined = _UNDEFINED.match(str(fault))
    if undefined:
        name = undefined.group(1)
        if name in environment.macros():
            return f"'{name}' has to be imported first: {{% from '{MACROS}' import {name} with context %}}"
        return f"'{repeated(name)}' is not a name templates know{near_miss(name, [*known, *environment.globals])}"
    attribute = _NO_ATTRIBUTE.search(str(fault))
    if attribute:
        name = attribute.group(1)
        fields = [one for one in dir(Pack) if not one.startswith("_")] + list(Pack.__dataclass_fields__)
        return f"there is no '{repeated(name)}' here{near_miss(name, fields)}: see templates/README.md"
    if isinstance(fault, jinja2.TemplateNotFound):
        return f"there is no template '{repeated(fault.name)}'{near_miss(str(fault.name), environment.names())}"
    if isinstance(fault, SecurityError):
        return "templates may not reach this: only names of the case and of the pack are open to them"
    if isinstance(fault, jinja2.UndefinedError):
        return "a name is used here that does not exist: check its spelling against templates/README.md"
    return "this line cannot be worked out: check the filters and the values it compares or adds"
