"""Files of an assessment: which come in, which are written, where they lie."""
