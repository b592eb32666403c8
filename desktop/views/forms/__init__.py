"""Forms that write: made from a table of fields, shown in the work panel beside what they are about."""
