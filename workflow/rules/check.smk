"""Check a case.

input: every YAML file of the case, the sealed registry among them
output: a receipt, if the case has no error; every error and warning is printed

Before anything can take their place, all packs of the case that were released are read once more by the case of today:
one that its reader must not have now is told of, and noted for the index, whatever else the check says.

The digest tells an edit from a new date, in both directions, and the receipt holds it for the index.
"""


rule check:
    input:
        lambda wildcards: library.documents(wildcards.case),
    output:
        CHECKED,
    log:
        f"{LOGS}/check/{{case}}.txt",
    params:
        case=lambda wildcards: library.inputs / wildcards.case,
        made_from=lambda wildcards: library.checked_from(wildcards.case),
    shell:
        "status=0; "
        "python -m briefpack check {params.case:q} --quiet --templates {library.templates:q} --outputs {library.outputs:q}"
        " --receipt {output:q} --made-from {params.made_from}"
        " > {log:q} 2>&1 || status=$?; cat {log:q} >&2; exit $status"
