"""Release a pack: move its finished files to where people look for them.

input: the staged Word and Markdown files
output: the same files under the outputs

It stands apart from making the pack because Snakemake deletes the old outputs of a job before it runs: here nothing
is left that can fail, so the last good pack stays until there is a better one.
"""


rule release:
    input:
        docx=f"{STAGED}.docx",
        markdown=f"{STAGED}.md",
    output:
        docx=f"{RELEASED}.docx",
        markdown=f"{RELEASED}.md",
    log:
        f"{LOGS}/release/{{organisation}}/{PACK}.txt",
    shell:
        "(mv {input.docx:q} {output.docx:q} && mv {input.markdown:q} {output.markdown:q})"
        " > {log:q} 2>&1 || (cat {log:q} >&2; exit 1)"
