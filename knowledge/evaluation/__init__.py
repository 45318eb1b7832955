"""Evaluation: question sets, metrics over them, and checks of the pages themselves."""
