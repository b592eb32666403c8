"""Every figure that the project claims, measured beside a peer or a limit."""
