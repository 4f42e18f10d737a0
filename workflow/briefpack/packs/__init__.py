"""What a build does for cases, from the batch it is given to the packs it releases, and what it does them with."""
