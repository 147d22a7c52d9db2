"""Firms, sites and cards as people enter and find them: checks, names, numbers, pictures, lists."""
