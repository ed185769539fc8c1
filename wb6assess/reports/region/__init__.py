"""What is said of countries and the region, for coordinators and after disclosure control."""
