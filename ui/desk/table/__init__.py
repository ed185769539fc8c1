"""Tables of the desk: what they hold, how they look, how they leave by the clipboard."""
