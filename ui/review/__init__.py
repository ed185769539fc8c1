"""The last page before handing in, and the files that come out."""
