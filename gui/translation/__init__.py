"""The window's languages: which is spoken, how texts from below the window are said in it, how its files are made."""
