"""Documents: each file of the handbook's folder becomes a page, or is skipped with a reason."""

from knowledge.documents.document import Skipped
from knowledge.documents.file_types import KINDS
from knowledge.documents.folder_reader import Reading, read_folder
from knowledge.documents.worker_pool import Limits

__all__ = ["KINDS", "Limits", "Reading", "Skipped", "read_folder"]
