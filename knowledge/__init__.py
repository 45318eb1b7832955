"""The handbook: read, indexed, searched and quoted. It knows nothing of governance or chat."""

from knowledge.answering import ASKED_BACK, Answer, Citation, Claim
from knowledge.asked import Asking, Draft, drafted, lines_of
from knowledge.clarifying import Choice
from knowledge.conversation import Exchange
from knowledge.documents import Limits, Reading, Skipped, read_folder
from knowledge.embedders import EmbedderName, embedder_named
from knowledge.embedding import Embedder, Vector
from knowledge.errors import (
    EmbedderUnavailableError,
    HandbookEmptyError,
    HandbookNotFoundError,
    KnowledgeError,
    PageNotFoundError,
    QuestionSetInvalidError,
)
from knowledge.evaluation import (
    Outcome,
    Query,
    QuestionSet,
    calibrated,
    embedding_speed,
    figures,
    held_out,
    outcomes,
    read_queries,
    read_set,
)
from knowledge.findings import PageFinding, proofread
from knowledge.handbook import Handbook
from knowledge.language import Fallback, LanguageModel
from knowledge.masking import Kind, masked
from knowledge.models import language_model, trouble_with
from knowledge.pages import AUDIENCES, EVERYONE, Page, Section
from knowledge.passages import Passage
from knowledge.phrases import Phrases
from knowledge.status import IndexStatus, IngestReport, Progress
from knowledge.tongue import LANGUAGES, language_of
from knowledge.versions import Version

__all__ = [
    "ASKED_BACK",
    "AUDIENCES",
    "EVERYONE",
    "LANGUAGES",
    "Answer",
    "Asking",
    "Choice",
    "Citation",
    "Claim",
    "Draft",
    "Embedder",
    "EmbedderName",
    "EmbedderUnavailableError",
    "Exchange",
    "Fallback",
    "Handbook",
    "HandbookEmptyError",
    "HandbookNotFoundError",
    "IndexStatus",
    "IngestReport",
    "Kind",
    "KnowledgeError",
    "LanguageModel",
    "Limits",
    "Outcome",
    "Page",
    "PageFinding",
    "PageNotFoundError",
    "Passage",
    "Phrases",
    "Progress",
    "Query",
    "QuestionSet",
    "QuestionSetInvalidError",
    "Reading",
    "Section",
    "Skipped",
    "Vector",
    "Version",
    "calibrated",
    "drafted",
    "embedder_named",
    "embedding_speed",
    "figures",
    "held_out",
    "language_model",
    "language_of",
    "lines_of",
    "masked",
    "outcomes",
    "proofread",
    "read_folder",
    "read_queries",
    "read_set",
    "trouble_with",
]
