"""Tests of Excel workbooks and of the tables on sheets."""
