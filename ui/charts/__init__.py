"""The project's charts on screen: the drawings of the papers in the colours of the theme."""
