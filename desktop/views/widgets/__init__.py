"""Reusable parts that paint themselves from the tokens and know nothing of werkgevers."""
