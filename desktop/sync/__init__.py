"""The conversation between laptop and centre. No Qt."""
