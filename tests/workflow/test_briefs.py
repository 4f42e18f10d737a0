"""Briefs and record forms in a build: they come with their pack, stay while nothing changes, go with their meeting."""

from __future__ import annotations

from project import Project

ONE = ("--config", "cases=alpha", "organisation=default", "audience=track-i")


def briefs(project: Project) -> set[str]:
    """Return the names of the briefs and record forms in the outputs."""
    every = project.path("outputs").rglob("*")
    return {path.name for path in every if ".brief." in path.name or ".record." in path.name}


def test_a_brief_is_made_kept_and_taken_away_with_its_meeting(project: Project) -> None:
    """A second build makes nothing; without the meeting the pack stays and the brief goes."""
    file = project.path("inputs/alpha/engagements.yaml")
    meetings = "track_i: [{id: one, title: First call}, {id: two, title: Second call}]\n"
    file.write_text(f"sensitivity: shared\n{meetings}", encoding="utf-8")
    assert project.snakemake(*ONE).status == 0
    kinds = ("brief", "record")
    made = {f"alpha.track-i.en.{kind}.{one}{end}" for kind in kinds for one in (1, 2) for end in (".docx", ".md")}
    assert briefs(project) == made
    first = {path: path.stat().st_mtime_ns for path in project.path("outputs/default/alpha").glob("*.docx")}
    assert project.snakemake(*ONE).status == 0
    assert {path: path.stat().st_mtime_ns for path in first} == first
    file.write_text("sensitivity: shared\ntrack_i: [{id: two, title: Second call}]\n", encoding="utf-8")
    assert project.snakemake(*ONE).status == 0
    assert briefs(project) == {one for one in made if ".1." in one}
    assert "# Second call" in project.path("outputs/default/alpha/alpha.track-i.en.brief.1.md").read_text("utf-8")
