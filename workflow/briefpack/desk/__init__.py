"""What the desk officer looks at: every case and pack of a library on one page, and what is for the team on another."""
