"""The screen Vacatures: list or board, one vacature with all that is known of it, and its forms."""
