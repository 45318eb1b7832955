"""Embedders and language models behind protocols; the importers of their SDKs."""
