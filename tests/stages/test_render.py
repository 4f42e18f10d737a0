"""Render: templates print what is in the view, say where they are wrong, and give way to an organisation's own."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, markdown_of, own_templates

from briefpack.disclosure.select import select
from briefpack.handbook import Audience
from briefpack.problems import Refusal

CASE = LEAST + "place: A bridge\nsummary: {value: Much happened., sensitivity: team_only}\n"
PARTIES = "parties: [{id: mill, name: Millers}, {id: fish, name: Fishers}]\n"


def rendered(parent: Path, files: dict[str, str], audience: Audience = "track-i") -> str:
    """Return the pack of a small case with an organisation's own templates."""
    library = own_templates(parent, files)
    return markdown_of(select(case_of(parent, CASE, assessment=PARTIES), audience), library, "ours")


def refusal(parent: Path, files: dict[str, str], audience: Audience = "track-i") -> list[str]:
    """Return what is said about an organisation's own templates, without the folder they are in."""
    with pytest.raises(Refusal) as caught:
        rendered(parent, files, audience)
    return [str(problem).removeprefix(f"{parent}/templates/") for problem in caught.value.problems]


def cover(line: str) -> dict[str, str]:
    """Return an organisation whose cover is one line of template, in line 2 of its file."""
    return {"parts/cover.md.j2": f"# Cover\n{line}\n"}


# What is in the view and what is not


def test_a_value_that_was_withheld_is_false_and_empty(tmp_path: Path) -> None:
    """In an `if` a withheld value is false, and in a `for` there is nothing, as for one never given."""
    line = "{% if case.summary %}one{% endif %}{% if case.version %}two{% endif %}"
    line += (
        "{% for issue in assessment.issues %}three{% else %}none{% endfor %}{% if not planning %} no plan{% endif %}"
    )
    assert "\nnone no plan\n" in rendered(tmp_path, cover(line))


def test_what_is_inside_an_absent_item_is_absent_too(tmp_path: Path) -> None:
    """A chain of names can be asked for however little is there."""
    line = "{% if planning.activities or evaluation.next.decision or case.front_pages.track_i.asks %}x{% else %}nothing{% endif %}"
    assert "\nnothing\n" in rendered(tmp_path, cover(line))


@pytest.mark.parametrize(
    "expression",
    [
        "{{ case.summary }}",
        "{{ case.summary | cited }}",
        "{{ case.summary | paragraphs }}",
        "{{ case.summary | upper }}",
        "{{ case.summary ~ '!' }}",
        "{{ case.summary | length }}",
        "{{ case.summary | default('none') }}",
        "{{ say('conception.handover_to', actor=case.summary) }}",
        "{{ [case.place, case.summary] | listed }}",
    ],
)
def test_printing_what_is_absent_stops_with_line_and_name(tmp_path: Path, expression: str) -> None:
    """Whatever is done with it on the way, an absent value does not reach the pack."""
    assert refusal(tmp_path, cover(expression)) == [
        "ours/parts/cover.md.j2:2:1: error: 'case.summary' is absent here: ask with 'if' before printing it"
    ]


def test_an_absent_value_inside_an_absent_item_is_named_in_full(tmp_path: Path) -> None:
    """The message gives the whole path that the template asked for."""
    said = refusal(tmp_path, cover("{{ evaluation.next.rationale }}"))
    assert said == [
        "ours/parts/cover.md.j2:2:1: error: 'evaluation.next.rationale' is absent here: ask with 'if' before printing it"
    ]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("{{ case.tilte }}", "'case' has no 'tilte' (did you mean 'title'?)"),
        ("{% if case.tilte %}{% endif %}", "'case' has no 'tilte' (did you mean 'title'?)"),
        ("{% if case['tilte'] %}{% endif %}", "'case' has no 'tilte' (did you mean 'title'?)"),
        ("{% if case.tilte is defined %}{% endif %}", "'case' has no 'tilte' (did you mean 'title'?)"),
        ("{% if planning.activites %}{% endif %}", "'planning' has no 'activites' (did you mean 'activities'?)"),
        ("{% for a in planning.activites %}{% endfor %}", "'planning' has no 'activites' (did you mean 'activities'?)"),
        ("{% if evaluation.next.decison %}{% endif %}", "'evaluation.next' has no 'decison' (did you mean 'decision'?)"),
        ("{% for p in assessment.parties if p.nmae %}{% endfor %}", "'assessment.parties.0' has no 'nmae' (did you mean 'name'?)"),
        ("{% if asessment %}{% endif %}", "'asessment' is not a name templates know (did you mean 'assessment'?)"),
        ("{{ sya('cover.date') }}", "'sya' is not a name templates know (did you mean 'say'?)"),
    ],
)  # fmt: skip
def test_a_name_that_does_not_exist_stops_wherever_it_stands(tmp_path: Path, expression: str, message: str) -> None:
    """Also inside an `if`, a `for` or an absent item, with the nearest name there is."""
    assert refusal(tmp_path, cover(expression)) == [f"ours/parts/cover.md.j2:2:1: error: {message}"]


@pytest.mark.parametrize(
    "expression", ["{{ pack.setcions }}", "{% if computed.rwos %}{% endif %}", "{{ pack.phases.planing }}"]
)
def test_a_misspelt_name_of_the_pack_stops_with_its_line(tmp_path: Path, expression: str) -> None:
    """What is not of the case is as strict."""
    said = refusal(tmp_path, cover(expression))
    assert len(said) == 1
    assert said[0].startswith("ours/parts/cover.md.j2:2:1: error: ")


def test_printing_a_group_of_fields_stops_and_names_them(tmp_path: Path) -> None:
    """An item without a headline is no text."""
    said = refusal(tmp_path, cover("{{ case }}"))
    assert said[0].startswith(
        "ours/parts/cover.md.j2:2:1: error: 'case' is a group of fields: print one of id, languages, title"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "{{ case.__class__ }}",
        "{{ case._inside }}",
        "{% if case.place._path %}{% endif %}",
        "{{ pack.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ say.__func__ }}",
        "{{ pack.organisation.model_dump.__self__ }}",
        "{{ case['_inside'] }}",
        "{{ case | attr('_inside') }}",
        "{{ case.title.about }}",
        "{{ case.title.shape.name }}",
        "{{ case.title | attr('about') }}",
    ],
)
def test_the_sandbox_lets_no_template_behind_the_names(tmp_path: Path, expression: str) -> None:
    """Python's own names and private ones are refused, with line and without any value."""
    said = refusal(tmp_path, cover(expression))
    assert len(said) == 1
    assert said[0].startswith("ours/parts/cover.md.j2:2:1: error: ")
    assert "bridge" not in said[0]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../secret.md.j2", "ours/../../secret.md.j2", "base/../ours/x", "secret"]
)
def test_no_file_outside_the_library_can_be_included(tmp_path: Path, name: str) -> None:
    """Templates reach each other by the names of the library and nothing else."""
    (tmp_path / "secret.md.j2").write_text("secret")
    said = refusal(tmp_path, cover(f"{{% include '{name}' %}}"))
    assert len(said) == 1
    assert said[0].startswith(f"ours/parts/cover.md.j2:2:1: error: there is no template '{name}'")


@pytest.mark.parametrize("expression", ["{{ [1, 2] | random }}", "{{ lipsum() }}", "{{ case.title | pprint }}"])
def test_what_would_differ_from_build_to_build_does_not_exist(tmp_path: Path, expression: str) -> None:
    """Neither chance nor the making of a value can be printed."""
    said = refusal(tmp_path, cover(expression))
    assert len(said) == 1
    assert said[0].startswith("ours/parts/cover.md.j2:2:1: error: ")


def test_two_blocks_never_run_into_one_paragraph(tmp_path: Path) -> None:
    """A block whose last tag swallows its line end still ends with an empty line."""
    block = "{% block title %}One{% if case.place %} and more{% endif %}\n{% endblock %}\n"
    block += "{% block furniture %}Two\n{% endblock %}\n"
    files = {"parts/cover.md.j2": '{% extends "base/parts/cover.md.j2" %}\n' + block}
    assert "\nOne and more\n\nTwo\n\n" in rendered(tmp_path, files)


def test_a_misspelt_template_is_told_with_the_nearest(tmp_path: Path) -> None:
    """An include that leads nowhere has a near-miss hint."""
    said = refusal(tmp_path, cover("{% include 'parts/conver.md.j2' %}"))
    assert "there is no template 'parts/conver.md.j2' (did you mean " in said[0]


@pytest.mark.parametrize(
    "expression",
    [
        "{{ case.place + 1 }}",
        "{{ case.place > 3 }}",
        "{{ 1 / 0 }}",
        "{% if case.place is publik %}{% endif %}",
        "{{ none }}",
        "{{ true }}",
        "{{ 'x' | verification }}",
        "{{ 'x' | grouped('kind') }}",
        "{{ 3 | asked }}",
        "{{ 'a' * 10 ** 13 }}",
    ],
)
def test_what_cannot_be_worked_out_stops_with_its_line(tmp_path: Path, expression: str) -> None:
    """A mistake of arithmetic or of kind is told without a traceback and without a value."""
    said = refusal(tmp_path, cover(expression))
    assert len(said) == 1
    assert said[0].startswith("ours/parts/cover.md.j2:2:1: error: ")
    assert "bridge" not in said[0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{% if case.place %}", "Unexpected end of template"),
        ("{{ case.place", "unexpected end of template"),
        ("{% block x %}{% endblok %}", "Encountered unknown tag 'endblok'"),
        ("{{ case.place | citde }}", "No filter named 'citde'"),
        ("{% block title %}a{% endblock %}{% block title %}b{% endblock %}", "block 'title' defined twice"),
    ],
)
def test_a_template_that_does_not_parse_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    """Syntax errors, unknown filters and blocks named twice give one line for each template."""
    said = refusal(tmp_path, cover(line))
    assert len(said) == 1
    assert said[0].startswith(("ours/parts/cover.md.j2:2:1: error: ", "ours/parts/cover.md.j2:3:1: error: "))
    assert message in said[0]


def test_two_templates_that_do_not_parse_are_both_told(tmp_path: Path) -> None:
    """One run tells of every broken template."""
    files = {"parts/cover.md.j2": "{% if %}", "parts/risks.md.j2": "{{ x"}
    assert [line.split(":")[0] for line in refusal(tmp_path, files)] == [
        "ours/parts/cover.md.j2",
        "ours/parts/risks.md.j2",
    ]


# Wording


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("{{ say('cover.dat') }}", "the wording 'cover.dat' is not in the catalogue (did you mean 'cover.date'?)"),
        ("{{ say('front_page.by') }}", "the wording 'front_page.by' needs 'date'"),
        ("{{ say('front_page.by', dat=case.place) }}", "the wording 'front_page.by' needs 'date'"),
    ],
)
def test_wording_that_does_not_exist_or_lacks_its_values_stops(tmp_path: Path, expression: str, message: str) -> None:
    """A wrong key has a near-miss hint, a missing placeholder its name."""
    assert refusal(tmp_path, cover(expression)) == [f"ours/parts/cover.md.j2:2:1: error: {message}"]


def test_an_organisation_words_things_its_own_way(tmp_path: Path) -> None:
    """A key in its own catalogue goes before the base's, and the others stay."""
    text = rendered(tmp_path, {"wording/en.yaml": 'cover:\n  organisation: "Prepared by"\n'})
    assert "**Prepared by:** Ours" in text
    assert "**For:** track I (officials) · " in text


def test_wording_for_a_key_the_base_does_not_have_is_refused(tmp_path: Path) -> None:
    """A misspelt key would otherwise change nothing in silence."""
    assert refusal(tmp_path, {"wording/en.yaml": 'cover:\n  organization: "Prepared by"\n'}) == [
        "ours/wording/en.yaml:2:17: error: the base has no wording 'cover.organization' to override (did you mean "
        "'cover.organisation'?): use a key of base/wording, or put new wording under 'own'"
    ]


# Overrides


def test_the_nearest_template_is_taken(tmp_path: Path) -> None:
    """The organisation's own for the audience, else its own for all, else the base's for the audience, else the base's."""
    files = {"track-i/parts/front-page.md.j2": "NEAREST", "parts/front-page.md.j2": "NEAR"}
    assert "NEAREST" in rendered(tmp_path / "1", files, "track-i")
    assert "NEAR\n" in rendered(tmp_path / "2", files, "track-ii")
    for number, audience in enumerate(PACKS):
        text = rendered(tmp_path / f"3{number}", {}, audience)
        assert ("## What we ask of you" in text, "## Ground rules" in text) == (number == 0, number == 1)


@pytest.mark.parametrize("folder", ["", "track-ii/"])
@pytest.mark.parametrize("audience", PACKS)
def test_the_original_is_reached_as_base_from_every_place(tmp_path: Path, folder: str, audience: Audience) -> None:
    """`base/...` is the base's own for this audience, from a common override and from one for an audience."""
    override = "{% extends 'base/parts/front-page.md.j2' %}{% block purpose %}OURS {{ super() }}{% endblock %}"
    text = rendered(tmp_path, {f"{folder}parts/front-page.md.j2": override}, audience)
    assert ("OURS The purpose is not stated" in text) is (not folder or audience == "track-ii")
    assert ("## Ground rules" in text) is (audience == "track-ii")


def test_the_base_itself_reaches_its_common_original(tmp_path: Path) -> None:
    """The base's assessment for an audience extends the base's common one, also under an organisation's override."""
    override = "{% extends 'base/assessment.md.j2' %}{% block gaps %}OUR GAPS{% endblock %}"
    text = rendered(tmp_path, {"assessment.md.j2": override})
    assert "OUR GAPS" in text
    assert "### Standing and feasibility" in text or "## Step 1: Assessment" in text
    assert "| Party | Public position |" in text


def test_one_block_can_be_changed_and_the_rest_stays(tmp_path: Path) -> None:
    """A block override replaces its block alone."""
    override = "{% extends 'base/parts/cover.md.j2' %}{% block title %}# Our title{% endblock %}"
    text = rendered(tmp_path, {"parts/cover.md.j2": override})
    assert "# Our title" in text
    assert "**For:** track I (officials) · " in text
    assert "# River Talks" not in text


def test_a_whole_file_can_be_replaced(tmp_path: Path) -> None:
    """A file override that extends nothing stands in for the base's."""
    text = rendered(tmp_path, {"parts/cover.md.j2": "# Ours alone\n"})
    assert "# Ours alone" in text
    assert "**For:**" not in text


@pytest.mark.parametrize("name", ["parts/cover.md.j2", "track-i/parts/cover.md.j2"])
def test_an_override_that_extends_itself_is_told_what_to_write(tmp_path: Path, name: str) -> None:
    """Without `base/` the name leads back to the override."""
    said = refusal(tmp_path, {name: "\n{% extends 'parts/cover.md.j2' %}"})
    assert said == [
        f"ours/{name}:2:1: error: this template extends itself: write 'base/' before the name to reach the original"
    ]


@pytest.mark.parametrize("how", ["{% include 'parts/cover.md.j2' %}", "{% from 'parts/cover.md.j2' import x %}"])
def test_an_override_that_includes_itself_is_refused(tmp_path: Path, how: str) -> None:
    """A template that calls for itself without end is told as such."""
    said = refusal(tmp_path, {"parts/cover.md.j2": f"x\n{how}"})
    assert len(said) == 1
    assert said[0].startswith("ours/parts/cover.md.j2:2:1: error: ")


def test_templates_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    """A circle of two is no better than one that extends itself."""
    said = refusal(
        tmp_path,
        {
            "parts/cover.md.j2": "{% extends 'parts/risks.md.j2' %}",
            "parts/risks.md.j2": "{% extends 'parts/cover.md.j2' %}",
        },
    )
    assert said
    assert all(line.startswith("ours/parts/") for line in said)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("parts/covr.md.j2", "(did you mean 'parts/cover.md.j2'?)"),
        ("track-i/asessment.md.j2", "(did you mean 'assessment.md.j2'?)"),
        ("xyzzyx.md.j2", ": the base has "),
    ],
)
def test_a_file_that_overrides_nothing_is_refused(tmp_path: Path, name: str, hint: str) -> None:
    """A misspelt file name is told with the nearest of the base."""
    said = refusal(tmp_path, {name: "x"})
    assert len(said) == 1
    assert said[0].startswith(f"ours/{name}:1:1: error: this template does not override one of the base")
    assert hint in said[0]


@pytest.mark.parametrize(
    ("block", "hint"),
    [("titel", " (did you mean 'title'?)"), ("qqqq", ": there are furniture, matter, title")],
)
def test_a_block_that_overrides_nothing_is_refused(tmp_path: Path, block: str, hint: str) -> None:
    """A misspelt block name is told with its line and the nearest of the template it extends."""
    text = f"{{% extends 'base/parts/cover.md.j2' %}}\n{{% block {block} %}}x{{% endblock %}}"
    said = refusal(tmp_path, {"parts/cover.md.j2": text})
    assert said[0].startswith(f"ours/parts/cover.md.j2:2:1: error: the base has no block '{block}' to override{hint}")


# organisation.yaml


def test_sections_come_in_the_order_of_the_organisation_and_some_not_at_all(tmp_path: Path) -> None:
    """Sections and annexes are ordered and left out for each audience apart; annexes are lettered as they come."""
    settings = """\
    name: Ours
    track-i:
      sections: [coordination, assessment, planning]
      annexes: [open-questions, parties, role]
      leave_out: [planning, parties]
    """
    text = rendered(tmp_path / "1", {"organisation.yaml": settings})
    headings = [line for line in text.splitlines() if line.startswith("## ")][-4:]
    assert headings == [
        "## Coordination between the tracks",
        "## Step 1: Assessment",
        "## Annex A: Open questions",
        "## Annex B: The role of track II",
    ]
    assert "## Step 3: Planning" in rendered(tmp_path / "2", {"organisation.yaml": settings}, "track-ii")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("unit: Ours\n", ":1:1: error: the key 'name' is missing: add it"),
        ("name: Ours\ncolour: {heading: 000000}\n", ":2:1: error: unknown key (did you mean 'colours'?)"),
        ("name: Ours\ncolours: {heading: '#000000'}\n", ":2:20: error: a colour is six digits or letters"),
        ("name: Ours\npaper: a5\n", ":2:8: error: not an allowed value: a4, letter"),
        ("- name\n", ":1:1: error: expected an item: indented lines of 'key: value'"),
        ("name: Ours\ntrack-i: {leave_out: [anexes]}\n", ":2:23: error: not an allowed value"),
    ],
)
def test_settings_of_an_organisation_are_checked_with_their_place(tmp_path: Path, settings: str, said: str) -> None:
    """What is wrong in organisation.yaml is told there."""
    found = refusal(tmp_path, {"organisation.yaml": settings})
    assert found[0].startswith(f"ours/organisation.yaml{said}")


def test_a_form_that_was_not_imported_is_told_with_its_import(tmp_path: Path) -> None:
    """Who uses a small form of the base without importing it is told the line that does."""
    files = {
        "parts/cover.md.j2": '{% extends "base/parts/cover.md.j2" %}\n{% block title %}{{ line("A", 1) }}{% endblock %}\n'
    }
    told = "'line' has to be imported first: {% from 'parts/macros.md.j2' import line with context %}"
    assert any(message.endswith(told) for message in refusal(tmp_path, files))


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("name", ["sources", "glossary", "timeline", "activities"])
def test_an_annex_that_a_pack_leaves_out_has_no_heading_and_no_link(
    tmp_path: Path, audience: Audience, name: str
) -> None:
    """A template of an organisation may ask for it, whether the case has nothing for it or the organisation leaves it out."""
    asks = f"a{{{{ pack.annex_heading('{name}') }}}}b{{{{ pack.annex_link('{name}') }}}}c"
    settings = "name: Ours\n" + "".join(f"{one}: {{leave_out: [activities]}}\n" for one in PACKS)
    files = {"organisation.yaml": settings, "parts/open-questions.md.j2": asks}
    pack = markdown_of(select(case_of(tmp_path), audience), own_templates(tmp_path, files), "ours")
    assert "\nabc\n" in pack
