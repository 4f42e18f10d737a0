"""Who may see what: the view that one audience gets of a case, the rules that decide, and what they withhold."""
