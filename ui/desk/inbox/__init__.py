"""The inbox: files of experts come in, are looked at before, and can be taken back."""
