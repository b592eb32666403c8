"""The screen Profielen: who is looking for work in the region, without a name."""
