"""Forms that came back: each is a released form, filled in or tampered with as a Word file."""
