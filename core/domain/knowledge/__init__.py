"""What industry knows, as the matching reads it: concepts, sectors, precedents, who takes what in practice."""
