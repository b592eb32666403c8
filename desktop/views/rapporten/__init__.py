"""The screen Rapporten: paper and files from what is on this laptop."""
