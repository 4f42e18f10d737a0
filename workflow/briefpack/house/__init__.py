"""An organisation's house style in values: settings, wording, the look of names, colours."""
