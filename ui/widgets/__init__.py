"""Parts of pages: each shows what it is given and says what the person did."""
