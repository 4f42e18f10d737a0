"""Scripts: of a language its script, direction and region, and of a text the scripts that need more than Latin does."""

from __future__ import annotations

import pytest

from briefpack.text.scripts import has_special, is_right_to_left, script_of_language, scripts_in, with_region


@pytest.mark.parametrize(
    ("tag", "script", "turned", "region"),
    [
        ("ar", "Arab", True, "ar-SA"),
        ("ar-001", "Arab", True, "ar-SA"),
        ("ar-EG", "Arab", True, "ar-EG"),
        ("fa", "Arab", True, "fa-IR"),
        ("he", "Hebr", True, "he-IL"),
        ("ku-Arab", "Arab", True, "ku-Arab-IQ"),
        ("dv", "Thaa", True, "dv-MV"),
        ("fr", "Latn", False, "fr-FR"),
        ("en-GB", "Latn", False, "en-GB"),
        ("sr-Latn", "Latn", False, "sr-Latn-RS"),
        ("ru", "Cyrl", False, "ru-RU"),
        ("hi", "Deva", False, "hi-IN"),
        ("zh", "Hans", False, "zh-CN"),
        ("zh-Hant", "Hant", False, "zh-TW"),
        ("ja", "Jpan", False, "ja-JP"),
        ("qqx", "Zyyy", False, "qqx"),
    ],
)
def test_a_language_has_a_script_a_direction_and_a_region(tag: str, script: str, turned: bool, region: str) -> None:
    """They follow from its tag; an unknown language runs from left to right and keeps its tag."""
    assert (script_of_language(tag), is_right_to_left(tag), with_region(tag)) == (script, turned, region)


def test_scripts_of_a_text_are_counted() -> None:
    """Arabic, Hebrew, Devanagari, Thai and East Asian characters count; Latin, Greek, Cyrillic and signs do not."""
    text = "Mir \u043c\u0438\u0440 \u03b5\u03b9, \u0645\u0631\u0641\u0623 \u05e9\u05dc \u0939\u093f\u0928 \u0e44\u0e17\u0e22 \u4e2d\u6587 \u306e\u3002"  # noqa: E501
    assert scripts_in(text) == {"Arab": 4, "Hebr": 2, "Deva": 3, "Thai": 3, "Hani": 3, "Kana": 1}
    assert not has_special("Mir \u043c\u0438\u0440 \u03b5\u03b9 \u2013 12\u00a0% \u2026")
