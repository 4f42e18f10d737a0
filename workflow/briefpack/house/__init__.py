"""The values of a house style: settings, wording, the look of names, colours."""
