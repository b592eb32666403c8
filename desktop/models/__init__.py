"""The shared core: runs on the laptop and at the centre. No Qt, no HTTP, no clock, no keyring."""
