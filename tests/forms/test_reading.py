"""Reading: what is taken from a form that came back, and what never is."""

from __future__ import annotations

import pytest
from tests.forms.filled import STYLES, Element, W, controls, edited, fill, made, released, river_case

from briefpack.forms.opening import open_returned
from briefpack.forms.reading import FilledForm, read_form


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a released form that nobody filled in."""
    folder = tmp_path_factory.mktemp("forms")
    return released(river_case(folder), folder / "outputs")["track-i"]


def read(word: bytes) -> FilledForm:
    """Return what is read of a form."""
    return read_form(open_returned(word, "form.docx"))


def texts(form: FilledForm) -> list[tuple[str, str]]:
    """Return what was written into the fields of a form, by what they are for."""
    return [(one.purpose, one.text) for one in form.fields if one.text]


def left(form: FilledForm) -> list[tuple[str | None, str]]:
    """Return what was not taken, by what the field is for in which it stands."""
    return [(None if field is None else field.purpose, what) for field, what in form.left]


def put(word: bytes, xml: str, purpose: str = "log_content") -> bytes:
    """Return a form with elements behind what was written into the first line for a purpose."""

    def edit(root: Element) -> None:
        controls(root, purpose)[0].find(f"{W}sdtContent").extend(made(xml))

    return edited(word, edit)


def test_a_line_that_nobody_wrote_on_is_empty(blank: bytes) -> None:
    """A form as it was released says nothing, and nothing in it is left."""
    form = read(blank)
    assert (texts(form), left(form)) == ([], [])
    assert {one.purpose for one in form.fields} >= {"held_on", "listen_heard", "ours_what", "task_who", "aim_reason"}


def test_what_was_written_on_a_line_is_read_with_the_dots_around_it_left_out(blank: bytes) -> None:
    """Whoever writes between the dots, or on paper first, need not delete them."""
    some = ["\u2026\u2026 A letter.\u2026\u2026", "... A call"]
    form = read(fill(blank, held_on=" 2024-03-20 ", ours_what=some, log_content="_____ ....."))
    assert texts(form) == [("held_on", "2024-03-20"), ("ours_what", "A letter."), ("ours_what", "... A call")]


def test_a_row_that_somebody_copied_is_one_more_row(blank: bytes) -> None:
    """Word copies the names of fields too; a row is told by where it stands."""

    def copy(root: Element) -> None:
        row = next(controls(root, "task_action")[0].iterancestors(f"{W}tr"))
        row.addnext(made("<w:tr/>")[0])
        row.getnext().extend(made("".join(map(_source, row))))

    form = read(edited(fill(blank, task_action="Call", task_due="2024-04"), copy))
    rows = {one.row: [] for one in form.fields if one.purpose.startswith("task") and one.text}
    for one in form.fields:
        if one.row in rows:
            rows[one.row].append(one.text)
    assert list(rows.values()) == [["Call", "", "2024-04"]] * 2


def _source(element: Element) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")


def test_lines_of_a_field_are_kept_and_signs_of_word_are_text(blank: bytes) -> None:
    """Somebody breaks a line, or Word sets a hyphen that does not break."""
    xml = "<w:r><w:br/><w:t>one</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r>"
    assert texts(read(put(fill(blank, log_content="Zero"), xml))) == [("log_content", "Zero\none two-three")]


DELETED, MOVED = ("text that was deleted while changes were tracked", "text that was moved while changes were tracked")
STRUCK, COVERED = "text that is struck out", "text that is white or blacked out"
OTHER = "text that stands in something else than a line"
COMPUTED, DRAWN, HIDDEN = "text that Word computes", "a picture, a shape or a text box", "hidden text"
RUN = "<w:r><w:t>secret</w:t></w:r>"
#: What may stand in a field beside plain text, and what is said of it.
NEVER_TAKEN: dict[str, tuple[str, str]] = {
    "deleted": ("<w:del><w:r><w:delText>secret</w:delText></w:r></w:del>", DELETED),
    "deleted and typed as text": (f"<w:del>{RUN}</w:del>", DELETED),
    "moved away": (f"<w:moveFrom>{RUN}</w:moveFrom>", MOVED),
    "moved here": (f"<w:moveTo>{RUN}</w:moveTo>", MOVED),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", HIDDEN),
    "hidden on the web": ('<w:r><w:rPr><w:webHidden w:val="1"/></w:rPr><w:t>secret</w:t></w:r>', HIDDEN),
    "hidden by a style": ('<w:r><w:rPr><w:rStyle w:val="Faded"/></w:rPr><w:t>secret</w:t></w:r>', HIDDEN),
    "hidden by the style of its paragraph": (f'<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{RUN}</w:p>', HIDDEN),
    "a simple field": (f'<w:fldSimple w:instr="QUOTE secret">{RUN}</w:fldSimple>', COMPUTED),
    "a field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "secret"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        COMPUTED,
    ),
    "a text box": (
        f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{RUN}</w:p></w:txbxContent></mc:Choice>"
        "</mc:AlternateContent></w:r>",
        DRAWN,
    ),
    "the words for a picture": ('<w:r><w:drawing><a:docPr descr="secret"/></w:drawing></w:r>', DRAWN),
    "a note": ('<w:r><w:footnoteReference w:id="1"/></w:r>', "a note"),
    "a comment": ('<w:r><w:commentReference w:id="1"/></w:r>', "a comment"),
    "a control of somebody else": (
        f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>',
        "a field of another kind",
    ),
    "something unknown": (f"<w:ruby><w:rt>{RUN}</w:rt></w:ruby>", OTHER),
    "a formula": ('<m:oMath xmlns:m="urn:m"><m:r><m:t>secret</m:t></m:r></m:oMath>', OTHER),
    "struck out": ("<w:r><w:rPr><w:strike/></w:rPr><w:t>secret</w:t></w:r>", STRUCK),
    "struck out twice": ("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>secret</w:t></w:r>", STRUCK),
    "white": ('<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>secret</w:t></w:r>', COVERED),
    "blacked out": ('<w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>secret</w:t></w:r>', COVERED),
    "on black": ('<w:r><w:rPr><w:shd w:val="clear" w:fill="000000"/></w:rPr><w:t>secret</w:t></w:r>', COVERED),
}


@pytest.mark.parametrize("name", NEVER_TAKEN)
def test_what_is_no_plain_text_is_never_taken_and_told(blank: bytes, name: str) -> None:
    """Whoever sent the form may not know that it is there; whoever reads it should."""
    xml, what = NEVER_TAKEN[name]
    form = read(edited(put(fill(blank, log_content="Seen"), xml), _hide_styles, STYLES))
    assert texts(form) == [("log_content", "Seen")]
    assert left(form) == [("log_content", what)]


def _hide_styles(root: Element) -> None:
    """Add a style that hides, one that is based on it, and one that goes round in a circle."""
    root.extend(
        made(
            '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="Base"><w:basedOn w:val="Faded"/>'
            "<w:rPr><w:vanish/></w:rPr></w:style>"
            '<w:style w:type="character" w:styleId="Faded"><w:basedOn w:val="Base"/></w:style>'
        )
    )


@pytest.mark.parametrize("where", ["w:docDefaults/w:rPrDefault/w:rPr", "w:style[w:name/@w:val='Briefing Table']"])
def test_text_that_the_styles_of_a_whole_page_or_table_hide_is_not_taken(blank: bytes, where: str) -> None:
    """Somebody hides all that was there, and writes over it."""

    def hide(root: Element) -> None:
        found = root.xpath(where, namespaces={"w": W.strip("{}")})
        for one in found:
            one.extend(made("<w:vanish/>" if "rPr" in where else "<w:rPr><w:vanish/></w:rPr>"))

    form = read(edited(fill(blank, log_content="secret"), hide, STYLES))
    assert texts(form) == []
    assert (None, HIDDEN) in left(form)


def test_text_that_is_not_struck_out_any_more_is_taken(blank: bytes) -> None:
    """Word writes a property that is off, and keeps what a text was like before."""
    before = '<w:rPrChange w:id="9"><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange>'
    now = f'<w:r><w:rPr><w:strike w:val="0"/><w:color w:val="000000"/>{before}</w:rPr><w:t> too</w:t></w:r>'
    form = read(put(fill(blank, log_content="Seen"), now))
    assert (texts(form), left(form)) == ([("log_content", "Seen too")], [])


def test_text_that_was_added_while_changes_were_tracked_is_taken(blank: bytes) -> None:
    """That is how somebody fills in a form that the sender protects; everybody sees it."""
    form = read(put(fill(blank, log_content="Seen"), "<w:ins><w:r><w:t xml:space='preserve'> too</w:t></w:r></w:ins>"))
    assert (texts(form), left(form)) == ([("log_content", "Seen too")], [])


@pytest.mark.parametrize("mark", ["<w:trPr><w:del/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>"])
def test_a_row_that_is_deleted_or_hidden_is_not_read(blank: bytes, mark: str) -> None:
    """Its fields are missing, and that is told."""

    def spoil(root: Element) -> None:
        row = next(controls(root, "task_action")[0].iterancestors(f"{W}tr"))
        row.remove(row.find(f"{W}trPr"))
        row.insert(0, made(mark)[0])

    form = read(edited(fill(blank, task_action=["secret", "Seen"]), spoil))
    assert texts(form) == [("task_action", "Seen")]
    assert left(form) == [(None, DELETED if "del" in mark else HIDDEN)]


@pytest.mark.parametrize("binding", ["<w:dataBinding/>", '<n:dataBinding xmlns:n="urn:word-2012"/>'])
def test_a_field_whose_text_is_kept_elsewhere_is_not_read(binding: str, blank: bytes) -> None:
    """Word would show what another part of the file says; rich text is bound in a namespace of its own."""

    def bind(root: Element) -> None:
        controls(root, "task_action")[0].find(f"{W}sdtPr").extend(made(binding))

    form = read(edited(fill(blank, task_action=["secret", "Seen"]), bind))
    assert texts(form) == [("task_action", "Seen")]
    assert left(form) == [(None, "a field whose text is kept elsewhere")]


def test_a_field_in_a_text_box_is_not_read(blank: bytes) -> None:
    """Only what stands in the lines of the page is."""

    def box(root: Element) -> None:
        control = controls(root, "task_action")[0]
        holder = made("<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>")[0]
        control.addprevious(holder)
        next(holder.iter(f"{W}p")).append(control)

    form = read(edited(fill(blank, task_action=["secret", "Seen"]), box))
    assert (texts(form), left(form)) == ([("task_action", "Seen")], [(None, DRAWN)])


def test_a_control_without_its_name_is_told_by_the_bookmark_before_it(blank: bytes) -> None:
    """LibreOffice 7 keeps controls and bookmarks, and drops the names of controls."""

    def drop(root: Element) -> None:
        for control in list(root.iter(f"{W}sdt")):
            control.find(f"{W}sdtPr").clear()

    filled = fill(blank, held_on="2024-03-20", aim_reason="Rain")
    assert texts(read(edited(filled, drop))) == texts(read(filled)) != []


def test_a_control_without_any_name_of_ours_is_no_field(blank: bytes) -> None:
    """A date picker that somebody added says nothing to the case."""

    def add(root: Element) -> None:
        (body,) = root
        body.insert(0, made(f"<w:p><w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt></w:p>")[0])

    form = read(edited(blank, add))
    assert texts(form) == []
    assert form.beside[0] == "secret"


def test_ids_differ_by_reader_and_release(blank: bytes, tmp_path: pytest.TempPathFactory) -> None:
    """Whoever has forms of both tracks, or of two releases, cannot join them by the names of their fields."""
    case = river_case(tmp_path / "a")
    first, second = released(case, tmp_path / "x"), released(river_case(tmp_path / "b", version="0.2"), tmp_path / "y")
    digests = [{one.form for one in read(form).fields} for some in (first, second) for form in some.values()]
    assert [len(one) for one in digests] == [1] * 4
    assert len(set().union(*digests)) == 4
    assert first["track-i"] == blank
