"""What synergies save: computing it, the ledger of entries and its rules, counting and summing up."""
