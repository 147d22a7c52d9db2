"""What the application knows, pure: no database, no drawing, no clock."""
