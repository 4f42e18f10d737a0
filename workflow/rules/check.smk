"""Check a case.

input: every YAML file of the case, the sealed registry among them
output: a receipt, if the case has no error; every error is printed
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
        programme=library.programme,
    shell:
        "python -m briefpack check {params.case:q} --quiet --receipt {output:q}"
        " > {log:q} 2>&1 || (cat {log:q} >&2; exit 1)"
