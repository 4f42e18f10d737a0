"""The pages of every shipped document: none is clipped, overfull or nearly empty, and nothing on them stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pages.faults import faults
from tests.pages.reading import laid_out
from tests.pages.shipped import documents


@pytest.mark.long
def test_no_page_of_a_shipped_document_is_badly_set(tmp_path: Path) -> None:
    """Packs, briefs, record forms and reports of every case, from every organisation, in one run of LibreOffice."""
    found = {name: faults(laid) for name, laid in laid_out(documents(), tmp_path).items()}
    assert {name: told for name, told in found.items() if told} == {}
