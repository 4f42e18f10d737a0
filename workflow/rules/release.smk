"""Release a pack: move its finished files to where people look for them.

input: the staged Word and Markdown files
output: the same files under the outputs

It stands apart from making the pack because Snakemake deletes the old outputs of a job before it runs: here nothing
is left that can fail, so the last good pack stays until there is a better one.
"""


rule release:
    input:
        [f"{STAGED}/{PACK}.docx", f"{STAGED}/{PACK}.md"],
    output:
        [f"{RELEASED}/{PACK}.docx", f"{RELEASED}/{PACK}.md"],
    log:
        f"{LOGS}/release/{{organisation}}/{PACK}.txt",
    params:
        into=RELEASED,
    shell:
        "mv {input:q} {params.into:q} > {log:q} 2>&1 || (cat {log:q} >&2; exit 1)"
