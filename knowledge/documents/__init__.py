"""The handbook's folder: every file becomes a page, or is skipped with a reason."""

from knowledge.documents.document import Skipped
from knowledge.documents.kinds import KINDS
from knowledge.documents.reading import Reading, read_folder
from knowledge.documents.workers import Limits

__all__ = ["KINDS", "Limits", "Reading", "Skipped", "read_folder"]
