"""Make the packs of a batch of cases for one organisation, for every audience and language, and release them.

input: none that is declared: Snakemake would look at every file of every case again and again, and go by dates. The
    job opens the YAML files of the case, the sealed registry among them, the templates and the package, and compares
    the digest of it all with what the build was told, before it reads anything and when all is made
output: a mark for Snakemake, which lasts as long as the build

Before anything can take their place, the packs that were released are read once more by the case of today: one that
its reader must not have now is told of, and noted for the index, whatever else is wrong. Then the case is checked, its
people against the registry, and every error and warning is told. When the packs are made, the gate opens the registry
and reads the finished files; what it refuses is not written. What each pack shows its reader is recorded, for comparing
the next one with it.

The packs of a case come together or not at all, so that what its readers share is never of two dates. They are released
by the job itself and are no output of the rule: Snakemake deletes outputs before a job runs and when it fails.
"""


rule pack:
    output:
        touch(pattern_of_marks(library.outputs)),
    log:
        f"{library.outputs}/{LOGS}/.{{run}}/{{organisation}}/{{batch}}.txt",
    params:
        batch=lambda wildcards, output: plan_of(output[0]),
    shell:
        "python -m briefpack batch {params.batch:q} > {log:q} 2>&1"
