"""Initials: given names of many scripts, cut as their own readers cut them."""

from __future__ import annotations

import pytest

from briefpack.stages.render.initials import initials

BORIS = "\u0411\u043e\u0440\u0438\u0441 \u041d\u0438\u043a\u043e\u043b\u0430\u0435\u0432\u0438\u0447"
ABDALLAH = "\u0633\u0639\u064a\u062f \u0639\u0628\u062f \u0627\u0644\u0644\u0647"


@pytest.mark.parametrize(
    ("given", "cut"),
    [
        ("Tamsin Jane", "T. J."),
        ("Ki-moon", "K.-m."),
        ("Jean-Luc", "J.-L."),
        ("Jean\u2011Luc Marie", "J.-L. M."),
        ("J.R.R.", "J. R. R."),
        ("J.-L.", "J.-L."),
        ("T J", "T. J."),
        ("Jan van", "J. van"),
        ("María de los Ángeles", "M. de los Á."),
        ("Karl von", "K. von"),
        ("bell", "bell"),
        ("\u02bfAbd al-Ra\u1e25m\u0101n", "\u02bfA. al-R."),
        ("\u2018Abd All\u0101h", "\u2018A. A."),
        ("'Ali", "'A."),
        ("Mu\u1e25ammad ibn Zakariyy\u0101", "M. ibn Z."),
        ("Nur-ud-Din", "N.-ud-D."),
        ("Jeanne d'Arc", "J. d'A."),
        ("D'Arcy", "D."),
        ("O\u2019Brien", "O."),
        ("Chr. Yu.", "Chr. Yu."),
        ("E\u0301lodie", "E\u0301."),
        ("\u00c9lodie", "\u00c9."),
        ("IJsbrand", "IJ."),
        ("\u01c5ivo", "\u01c5."),
        ("\u0130smet", "\u0130."),
        ("Jos\u00e9 2nd", "J. 2nd"),
        ("3", "3"),
        (
            "\u0411\u043e\u0440\u0438\u0441 \u041d\u0438\u043a\u043e\u043b\u0430\u0435\u0432\u0438\u0447",
            "\u0411. \u041d.",
        ),
        ("\u0414\u0436. \u0420. \u0420.", "\u0414\u0436. \u0420. \u0420."),
        ("\u042e\u0440\u0438\u0439", "\u042e."),
        ("\u0391\u03bb\u03ad\u03be\u03b1\u03bd\u03b4\u03c1\u03bf\u03c2", "\u0391."),
        ("\u1f08\u03b8\u03b7\u03bd\u1fb6", "\u1f08."),
        ("\u0540\u0561\u0575\u056f", "\u0540."),
        (
            "\u0633\u0639\u064a\u062f \u0639\u0628\u062f \u0627\u0644\u0644\u0647",
            "\u0633\u0639\u064a\u062f \u0639\u0628\u062f \u0627\u0644\u0644\u0647",
        ),
        ("\u05d3\u05d5\u05d3", "\u05d3\u05d5\u05d3"),
        ("\u8fd1\u5e73", "\u8fd1\u5e73"),
        ("\uae30\ubb38", "\uae30\ubb38"),
        ("\u0e2a\u0e21\u0e0a\u0e32\u0e22", "\u0e2a\u0e21\u0e0a\u0e32\u0e22"),
        ("\u10dc\u10d8\u10dc\u10dd", "\u10dc\u10d8\u10dc\u10dd"),
        ("\u0930\u093e\u092e-\u0915\u0943\u0937\u094d\u0923", "\u0930\u093e\u092e-\u0915\u0943\u0937\u094d\u0923"),
        ("Ali \u0639\u0644\u06cc", "A. \u0639\u0644\u06cc"),
        ('William "Bill"', "W."),
        ('"Bill" William', "W."),
        ("William \u2018Bill\u2019 Jane", "W. J."),
        ("Hans (Johannes)", "H."),
        ("Hans (Johannes Karl) Otto", "H. O."),
        ("Ana \u00abNita\u00bb", "A."),
        ('"Bill"', '"Bill"'),
        ("Martin Luther, Jr.", "M. L., Jr."),
    ],
)
def test_a_given_name_is_cut_to_its_capitals_and_one_without_stays_whole(given: str, cut: str) -> None:
    """Whatever the script, the hyphens, the particles and the signs before the first letter."""
    assert initials(given, ". ") == cut


@pytest.mark.parametrize(
    ("given", "mark", "keeps_hyphens", "cut"),
    [
        ("Tamsin Jane", "", True, "TJ"),
        ("Tamsin Jane", ".", True, "T.J."),
        ("Tamsin Jane", " ", True, "T J"),
        ("Ki-moon", "", False, "KM"),
        ("Ki-moon", ".", False, "K.M."),
        ("Jean-Luc", "", True, "J-L"),
        ("Jean-Luc Marie", ". ", False, "J. L. M."),
        ("\u02bfAbd al-Rahman", "", False, "\u02bfA al-R"),
        ("Jan van der", "", True, "J van der"),
    ],
)
def test_initials_take_the_mark_and_the_hyphens_of_the_style(
    given: str, mark: str, keeps_hyphens: bool, cut: str
) -> None:
    """Styles set stops and spaces behind initials, or nothing, and keep hyphens or not."""
    assert initials(given, mark, keeps_hyphens=keeps_hyphens) == cut
