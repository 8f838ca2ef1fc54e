"""Measurements: ratios within one run, never part of a timed test. `make bench` runs them all."""
