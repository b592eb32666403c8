"""What a person sees of a fault of ours, and the report of it without personal data."""
