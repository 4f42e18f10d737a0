"""Make the packs of a case for one organisation, for every audience and language.

input: the case's YAML files but for the sealed registry; the receipt of its check, which stands for the registry
output: a receipt for each pack, and the packs in Word and Markdown with their manifests and the folders of their
    pictures, staged for the release

When the packs are made, the gate opens the registry and reads the finished files; what it refuses is not written. What
each pack shows its reader is recorded, for comparing the next one with it.

The packs of a case come together or not at all, so that what its readers share is never of two dates. The digest stands
for all that a pack is made from, so that an edit of any date to its case, a template or a module rebuilds it; the
receipts hold it for the index.
"""


rule pack:
    input:
        lambda wildcards: library.open_documents(wildcards.case),
        checked=CHECKED,
    output:
        receipts=expand(PACKED, reader=READERS, allow_missing=True),
        packs=temp(expand(f"{STAGED}/{PACK}.{{kind}}", reader=READERS, kind=KINDS, allow_missing=True)),
        media=temp(directory(expand(f"{STAGED}/{PACK}.media", reader=READERS, allow_missing=True))),
    log:
        f"{LOGS}/pack/{{organisation}}/{{case}}.txt",
    params:
        case=lambda wildcards: library.inputs / wildcards.case,
        templates=library.templates,
        into=STAGED,
        released=RELEASED,
        recalls=RECALLS,
        made_from=lambda wildcards: library.made_from(wildcards.organisation, wildcards.case),
    shell:
        "mkdir -p {output.media:q}; status=0; "
        "python -m briefpack pack {params.case:q} --checked --templates {params.templates:q}"
        " --organisation {wildcards.organisation:q} --audience {library.audiences:q}"
        " --language {library.languages:q} --page-numbers {library.page_numbers} --into {params.into:q}"
        " --released {params.released:q} --recalls {params.recalls:q}"
        " --receipt {output.receipts:q} --made-from {params.made_from} > {log:q} 2>&1 || status=$?;"
        " cat {log:q} >&2; exit $status"
