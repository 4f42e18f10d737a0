"""Make the packs of a case for one organisation, for every audience and language.

input: every YAML file of the case; the sealed registry is opened for the check and by the gate, and nothing is made
    from it
output: a receipt for each pack, and the packs in Word and Markdown with their manifests and the folders of their
    pictures, staged for the release

Before anything can take their place, the packs that were released are read once more by the case of today: one that
its reader must not have now is told of, and noted for the index, whatever else is wrong. Then the case is checked, its
people against the registry, and every error and warning is told. When the packs are made, the gate opens the registry
and reads the finished files; what it refuses is not written. What each pack shows its reader is recorded, for comparing
the next one with it.

The packs of a case come together or not at all, so that what its readers share is never of two dates. The digest stands
for all that a pack comes from, the registry that it is compared with among it, so that an edit of any date to its case,
a template or a module rebuilds it; the receipts hold it for the index.
"""


rule pack:
    input:
        lambda wildcards: library.documents(wildcards.case),
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
        made_from=lambda wildcards: library.made_from(wildcards.organisation, wildcards.case),
    shell:
        "mkdir -p {output.media:q}; "
        "python -m briefpack pack {params.case:q} --templates {params.templates:q}"
        " --organisation {wildcards.organisation:q} --audience {library.audiences:q}"
        " --language {library.languages:q} --page-numbers {library.page_numbers}"
        " --into {params.into:q} --outputs {library.outputs:q}"
        " --receipt {output.receipts:q} --made-from {params.made_from} > {log:q} 2>&1"
