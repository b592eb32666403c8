"""The parts of a screen about one subject: list with filters, detail with sections, form beside it."""
