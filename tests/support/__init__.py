"""What every test leans on: sealed surroundings, checks for what a test leaves behind, databases."""
