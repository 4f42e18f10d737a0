"""What a build does for cases, from the batch that it is given to the packs that it releases."""
