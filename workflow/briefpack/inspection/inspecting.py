"""Inspecting: all checks of a finished Word file, in one walk through it."""

from __future__ import annotations

from briefpack.inspection.accessibility import ACCESSIBILITY, check_accessibility
from briefpack.inspection.cleanliness import Declared, check_cleanliness
from briefpack.inspection.contrast import Contrast
from briefpack.inspection.direction import DIRECTION, check_direction
from briefpack.inspection.faults import Fault, Faults
from briefpack.inspection.fields import FIELDS, check_quotes, close_part
from briefpack.inspection.furniture import NONE_SHOWN, SaidOnPages, ShownLetterhead, check_furniture
from briefpack.inspection.package import NUMBERING, SETTINGS, STYLES, Package, check_package
from briefpack.inspection.references import REFERENCES, check_references
from briefpack.inspection.structure import STRUCTURE
from briefpack.inspection.styles import PackageStyles
from briefpack.inspection.walk import Inspection, Rules, joined, walk


def faults_of_form(package: Package) -> list[Fault]:
    """Return what Word or a validator would find wrong with any Word file; empty if it is valid."""
    inspection = _inspection(package)
    _walk_all(inspection, joined(STRUCTURE, FIELDS, REFERENCES))
    _check_form(inspection)
    return inspection.faults.told()


def faults_of_pack(
    package: Package, declared: Declared | None, letterhead: ShownLetterhead = NONE_SHOWN
) -> list[Fault]:
    """Return the faults that keep a file from being released as a pack: of form, accessibility and cleanliness.

    `declared` is what the Markdown of the same pack says, or None if there is no Markdown to compare with; `letterhead`
    is what the organisation confirmed for its headers and footers.
    """
    inspection, contrast = _inspection(package), Contrast()
    _walk_all(inspection, joined(STRUCTURE, FIELDS, REFERENCES, ACCESSIBILITY, DIRECTION, contrast.rules))
    _check_form(inspection)
    check_accessibility(inspection)
    check_direction(inspection)
    contrast.check(inspection)
    check_cleanliness(package, inspection.faults, declared)
    if declared is not None:
        said = SaidOnPages(declared.mark, declared.caveat, declared.foot)
        check_furniture(package, inspection.faults, said, letterhead)
    return inspection.faults.told()


def _inspection(package: Package) -> Inspection:
    styles = PackageStyles(package)
    return Inspection(package, styles, Faults(frozenset(styles.levels)))


def _walk_all(inspection: Inspection, rules: Rules) -> None:
    for part, tree in inspection.package.texts:
        walk(part, tree, inspection, rules)
        close_part(inspection)
    for part in (STYLES, NUMBERING, SETTINGS):
        if part in inspection.package.trees:
            walk(part, inspection.package.trees[part], inspection, {})


def _check_form(inspection: Inspection) -> None:
    check_package(inspection.package, inspection.faults)
    check_references(inspection)
    check_quotes(inspection)
