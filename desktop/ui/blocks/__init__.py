"""One widget per block kind of a lesson."""
