"""The verbs of the command line, one module per family; none of them imports Qt."""
