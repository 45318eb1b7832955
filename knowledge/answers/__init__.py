"""Ranked passages become an answer: quoted or generated, verified, held against other pages."""
