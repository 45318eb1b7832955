"""The handbook: read, indexed, searched and quoted. It knows nothing of governance or chat."""

from knowledge.answering import ASKED_BACK, Answer, Citation, Claim
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
    calibrated,
    embedding_speed,
    figures,
    held_out,
    outcomes,
    read_queries,
)
from knowledge.findings import PageFinding, proofread
from knowledge.handbook import Handbook, IndexStatus, IngestReport, Progress
from knowledge.language import Fallback, LanguageModel
from knowledge.masking import Kind, masked
from knowledge.models import language_model, trouble_with
from knowledge.pages import AUDIENCES, EVERYONE, Page, Section
from knowledge.passages import Passage
from knowledge.phrases import Phrases
from knowledge.tongue import LANGUAGES, language_of
from knowledge.versions import Version

__all__ = [
    "ASKED_BACK",
    "AUDIENCES",
    "EVERYONE",
    "LANGUAGES",
    "Answer",
    "Choice",
    "Citation",
    "Claim",
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
    "QuestionSetInvalidError",
    "Reading",
    "Section",
    "Skipped",
    "Vector",
    "Version",
    "calibrated",
    "embedder_named",
    "embedding_speed",
    "figures",
    "held_out",
    "language_model",
    "language_of",
    "masked",
    "outcomes",
    "proofread",
    "read_folder",
    "read_queries",
    "trouble_with",
]
