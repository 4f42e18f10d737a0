"""Every case of `inputs/`: it has no error and no warning, makes packs, and keeps to the number of pages of a body."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, PACKS, TEMPLATES, make_packs, shipped, tell
from tests.domain.test_packs import PAGEFUL, counted, lines_of_the_role, pages_of
from tests.pages.layout import page_texts

from briefpack.files.choices import case_names
from briefpack.files.organisations import read_organisation_settings
from briefpack.files.settings import read_sends
from briefpack.packs.orders import Order

pytestmark = pytest.mark.long

EVERY = case_names(INPUTS)
#: Real cases, which say that they are built from public sources.
REAL = tuple(name for name in EVERY if "built from public sources" in (INPUTS / name / "case.yaml").read_text("utf-8"))

#: The most pages of body of such a case, page one among them, and of body and annexes together.
PAGES = {"track-i": 5, "track-ii": 11}
WHOLE = {"track-i": 13, "track-ii": 18}


@pytest.mark.parametrize("name", EVERY)
def test_a_case_has_no_error_and_no_warning(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Whoever copies from it copies nothing that would be complained of."""
    told = tell(capsys, "check", "--quiet", INPUTS / name)
    assert (told.status, told.out, told.err) == (0, "", "")


@pytest.mark.parametrize("name", EVERY)
def test_a_case_makes_a_word_and_a_markdown_pack_for_each_audience(name: str) -> None:
    """The gate and the inspection pass all of them."""
    files = {Path(file).name for file in make_packs(Order(INPUTS / name, TEMPLATES, "default", PACKS, ("en",)))}
    assert {f"{name}.{audience}.en.{kind}" for audience in PACKS for kind in ("docx", "md")} <= files


def test_no_invented_organisation_sends_a_real_case() -> None:
    """What is real goes out from `default` alone, and each invented case says that it is one."""
    sent = {name: {word for word, _ in one.words} for name, one in read_sends(INPUTS / "config.yaml").items()}
    assert sent == {"riverside-institute": {"harbour-talks"}, "deux-rives": {"korrin-pastures"}}
    invented = {name for name in EVERY if (handling := shipped(name).content.case.handling) and handling.invented}
    assert set(EVERY) - invented == set(REAL)
    for organisation, cases in sent.items():
        assert read_organisation_settings(TEMPLATES, organisation).invented
        assert cases <= invented


@pytest.mark.parametrize("name", REAL)
def test_body_and_annexes_of_a_real_case_keep_to_their_number_of_pages(tmp_path: Path, name: str) -> None:
    """As LibreOffice lays them out; one of fifty sources and three pages of timeline has more annexes than others."""
    files = make_packs(Order(INPUTS / name, TEMPLATES, "default", PACKS, ("en",)))
    words = {audience: files[f"{name}.{audience}.en.docx"] for audience in PACKS}
    for audience, pages in page_texts(words, tmp_path).items():
        assert pages_of(pages, "Contents") == [2]
        body, whole = counted(pages)
        assert 2 <= body <= PAGES[audience]
        assert body < whole <= WHOLE[audience]


@pytest.mark.parametrize(
    ("organisation", "name"),
    [("default", name) for name in EVERY]
    + [("riverside-institute", "harbour-talks"), ("riverside-institute", "inter-tajik-dialogue")],
)
def test_the_role_of_track_ii_takes_a_page_at_most_in_every_case(tmp_path: Path, organisation: str, name: str) -> None:
    """Its lines would fit on one page in either pack, on A4 and, for the institute, on letter paper."""
    files = make_packs(Order(INPUTS / name, TEMPLATES, organisation, PACKS, ("en",)))
    words = {audience: files[f"{name}.{audience}.en.docx"] for audience in PACKS}
    for audience, pages in page_texts(words, tmp_path).items():
        assert len(lines_of_the_role(pages)) <= PAGEFUL, audience
