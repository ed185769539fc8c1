"""The manual inside the program: short sections, pictures drawn from the real parts, a search."""
