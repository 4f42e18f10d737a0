"""Release a pack: move its finished files to where people look for them.

input: the staged Word and Markdown files with their manifest, and the folder of the pictures
output: the same files under the outputs

It stands apart from making the pack because Snakemake deletes the old outputs of a job before it runs: here nothing
is left that can fail, so the last good pack stays until there is a better one. The folder of its pictures moves as a
whole: a picture that is no longer made goes with the old one. The manifest moves last: a pack without one is not whole,
and a build that was killed between two moves leaves one that the next build makes again.
"""


rule release:
    input:
        [f"{STAGED}/{PACK}.{kind}" for kind in ("media", *KINDS)],
    output:
        [*(f"{RELEASED}/{PACK}.{kind}" for kind in KINDS), directory(f"{RELEASED}/{PACK}.media")],
    log:
        f"{LOGS}/release/{{organisation}}/{PACK}.txt",
    params:
        into=RELEASED,
    shell:
        "mv {input:q} {params.into:q} > {log:q} 2>&1"
