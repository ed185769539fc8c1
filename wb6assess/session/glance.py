"""A first look at the assessments, without what opening a workspace imports."""

from wb6assess.store.glance import glance

__all__ = ["glance"]
