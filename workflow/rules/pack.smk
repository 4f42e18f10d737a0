"""Make the pack of a case for one organisation, audience and language.

input: the case's YAML files but for the sealed registry; the receipt of its check
output: a receipt, and the pack in Word and Markdown, staged for the release

The digests stand for all that a pack is made from beside its case, so that an edited template or module rebuilds it.
"""


rule pack:
    input:
        lambda wildcards: library.open_documents(wildcards.case),
        checked=CHECKED,
    output:
        receipt=PACKED,
        docx=temp(f"{STAGED}.docx"),
        markdown=temp(f"{STAGED}.md"),
    log:
        f"{LOGS}/pack/{{organisation}}/{PACK}.txt",
    params:
        case=lambda wildcards: library.inputs / wildcards.case,
        templates=library.templates,
        programme=library.programme,
        digest=lambda wildcards: library.templates_of[wildcards.organisation],
    shell:
        "python -m briefpack pack {params.case:q} --templates {params.templates:q}"
        " --organisation {wildcards.organisation:q} --audience {wildcards.audience:q}"
        " --language {wildcards.language:q} --docx {output.docx:q} --markdown {output.markdown:q}"
        " --receipt {output.receipt:q} > {log:q} 2>&1 || (cat {log:q} >&2; exit 1)"
