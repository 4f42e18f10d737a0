"""Pages: what LibreOffice makes of Word files, and what may not stand on any of them."""
