-- schema_migration is filled when the copy is laid out.
SELECT table_name FROM duckdb_tables()
WHERE schema_name = 'main' AND NOT internal AND NOT temporary AND table_name <> 'schema_migration'
ORDER BY table_name
