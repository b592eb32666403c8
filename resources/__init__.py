"""Files that travel with the program: fonts, icons, tokens, code lists, texts. No code."""
