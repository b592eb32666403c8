"""Making, finishing and postponing acties, wherever they are shown."""
