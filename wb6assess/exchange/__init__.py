"""Files that leave and come back: answers, packages, and which submissions count."""
