"""The screen Werkgevers: list, detail, timeline and the forms that write."""
