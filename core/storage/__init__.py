"""What the application remembers: the only SQL, kept in files, and the one open DuckDB file."""
