"""The forms of a signaal: what a colleague must know about an employer now, and the answer to it."""
