"""The root fields of figures: which indicators, of which period, in which areas."""
