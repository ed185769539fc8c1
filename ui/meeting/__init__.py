"""The validation meeting: preparing it, holding it on a projector, its papers."""
