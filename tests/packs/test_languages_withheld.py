"""What is withheld from a reader is kept from every pack in every language in which the case says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, gated_alone
from tests.packs.bilingual import CASE, FRENCH, bilingual, packs, refusal, with_french

from briefpack.packs.orders import Order
from briefpack.problems import Refusal

#: The same, as it is said in each language.
TEXTS = {"en": "The envoy drew up a second list.", "fr": "L'envoyé a dressé une seconde liste."}
BOTH = f'{{en: "{TEXTS["en"]}", fr: "{TEXTS["fr"]}"}}'
#: Where it stands, seen by no reader: at its place in both languages, in French in a file, and as a reason.
SECRETS = {
    "at its place": f"open_questions: [{{value: {BOTH}, sensitivity: team_only}}]",
    "apart": f"open_questions: [{{value: {TEXTS['en']}, sensitivity: team_only}}]",
    "as a reason": f"gaps: {{value: [], none_because: {BOTH}, sensitivity: team_only}}",
}
APART = f"{FRENCH}- {BOTH}\n"


def hiding(parent: Path, secret: str, planted: str = "Vahdat") -> Path:
    """Return a case in two languages that hides a text, and shows another in both."""
    case, file = CASE.replace("{all: Vahdat}", f'{{all: "{planted}"}}'), f"sensitivity: shared\n{SECRETS[secret]}\n"
    return bilingual(parent, case, APART if secret == "apart" else FRENCH, assessment=file)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return templates with a second language, whose words are English."""
    return with_french(tmp_path_factory.mktemp("library"))


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("said", TEXTS)
@pytest.mark.parametrize("language", TEXTS)
def test_what_is_withheld_is_found_in_a_pack_in_any_of_its_languages(
    tmp_path: Path, library: Path, secret: str, said: str, language: str
) -> None:
    """A withheld text may stand in no pack, not even as it reads in another language: the gate alone refuses it."""
    folder = hiding(tmp_path, secret, f"Vahdat: {TEXTS[said]} Enough.")
    with pytest.raises(Refusal) as caught:
        gated_alone(Order(folder, library, "ours", PACKS, (language,)))
    assert {problem.rule for problem in caught.value.problems} == {"X01"}
    told = refusal(folder, library, language)
    assert any(line.startswith("case.yaml:10:3: error: X01: this text holds what is withheld") for line in told), told


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_withheld_is_in_no_pack_in_any_language(tmp_path: Path, library: Path, secret: str) -> None:
    """Both languages of it lie in the case, and neither is in a pack."""
    made = packs(hiding(tmp_path, secret), library, "en", "fr")
    assert len(made) == 4
    assert not [text for text in TEXTS.values() for pack in made.values() if text in pack]
