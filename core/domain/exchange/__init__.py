"""Tables that come in and go out: the spreadsheet form, what an import would do, pasted declarations."""
