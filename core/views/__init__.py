"""How results are drawn: DataFrames in, charts, maps and documents out; nothing is looked up here."""
