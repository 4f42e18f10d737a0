"""Sheets: few empty values stay where they are, several are told in one place, with the notes that each had."""

from __future__ import annotations

from briefpack.stages.render.sheets import empty, fact_box, filled, gathered

HEAD = "| Point | Test | State |\n| --- | --- | --- |\n"


def test_a_fact_box_has_one_row_for_all_that_nobody_knows() -> None:
    """Labels keep the notes of their values; without rows there is no box."""
    rows = f"| Kind | state |\n\n| Track | {empty('not known', '[^S1]')} |\n| Level | {empty('not known')} |\n"
    assert fact_box(rows, "Not known").splitlines()[2:] == ["| Kind | state |", "| Not known | Track[^S1]; Level |"]
    assert filled(fact_box(f"| Track | {empty('not known')} |", "Not known")).endswith("| Track | not known |\n")
    assert fact_box("\n\n", "Not known") == ""


def test_a_table_tells_its_empty_values_below_it_and_leaves_out_what_holds_nothing_else() -> None:
    """A row that is empty but for its name is told in the line alone; one or two empty values stay."""
    rows = f"| Boats pass. | A count | {empty('not known', '[^S1]')} |\n| Nets | {empty('x')} | {empty('y')} |\n"
    table = "| Point | Test |\n| --- | --- |\n| Boats pass. | A count |\n"
    assert gathered(HEAD + rows, "Not known") == (f"{table}\nNot known: Boats pass (State)[^S1]; Nets (Test, State).\n")
    both = f"{HEAD}| Boats | A count | {empty('x', '[^S1]')} |\n| Nets | Another | {empty('y')} |\n"
    assert gathered(both, "Not known").splitlines()[2:] == both.splitlines()[2:]
    three = f"{both}| Tar | A third | {empty('z')} |\n"
    told = gathered(three, "Not known", said_of="{} not known".format)
    assert told.splitlines()[-1] == "State not known: Boats[^S1]; Nets; Tar."
    long = HEAD + f"| {'Boats pass by ' * 9}. | A count | {empty('x')} |\n" * 3
    assert gathered(long, "Not known").splitlines()[-1].endswith("…")
    one = f"{HEAD}| Boats | A count | {empty('not known')} |\n"
    assert filled(gathered(one, "Not known")) == f"{HEAD}| Boats | A count | not known |\n"
