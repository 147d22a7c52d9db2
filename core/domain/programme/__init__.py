"""The programme around the synergies: people who can help, support calls, governance, indicators, zones."""
