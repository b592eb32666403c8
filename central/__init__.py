"""The centre: the service that decides and keeps what a region shares."""
