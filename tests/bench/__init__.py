"""Figures that say where time goes, as ratios within one run; never part of the test suite."""
