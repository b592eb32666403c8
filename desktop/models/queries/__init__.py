"""Reads for screens, paper and export: frozen rows, never mapped objects."""
