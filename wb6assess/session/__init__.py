"""The use cases both front ends call; the one door to stored data."""
