"""What the program says, in Swedish and in English."""
