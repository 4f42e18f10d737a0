"""Forms: record forms that came back, from untrusted Word files to entries for the files of a case."""
