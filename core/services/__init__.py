"""What the application does, one module per user task: the verbs, and the only writers.

Each public function takes the database and the acting user first and is wrapped by `permissions.permitted`, which asks
one table before anything is read or written. Writers also take `now` (UTC, without zone) and write their audit row in
the same transaction.
"""
