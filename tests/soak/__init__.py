"""The long run of everything that may be trusted with the only copy: `make soak`."""
