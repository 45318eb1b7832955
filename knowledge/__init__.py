"""The handbook: read, indexed, searched and quoted. It knows nothing of governance or chat."""

from knowledge.answers.extractive import ASKED_BACK, Answer, Citation, Claim
from knowledge.documents import Limits, Reading, Skipped, read_folder
from knowledge.documents.notes_edit import put_mark, put_note
from knowledge.errors import (
    EmbedderUnavailableError,
    HandbookEmptyError,
    HandbookNotFoundError,
    KnowledgeError,
    PageNotFoundError,
    QuestionSetInvalidError,
)
from knowledge.evaluation.metrics import (
    Query,
    QueryOutcome,
    QuestionSet,
    compute_metrics,
    cross_validate,
    embedding_speed,
    fit_calibration,
    judge_queries,
    read_queries,
    read_question_set,
)
from knowledge.evaluation.note_proposals import (
    NoteProposal,
    list_unnoted,
    propose_asks,
    suggest_note,
)
from knowledge.evaluation.page_checks import PageFinding, proofread
from knowledge.evaluation.question_sets import (
    LoggedQuestion,
    QuestionDraft,
    draft_questions,
    to_jsonl,
)
from knowledge.handbook import Handbook
from knowledge.history.page_versions import Version
from knowledge.index.passages import Passage
from knowledge.models.e5_delivery import fetch_weights
from knowledge.models.embedder import Embedder, Vector
from knowledge.models.embedder_factory import (
    EmbedderName,
    EngineReason,
    choose_engine,
    embedder_named,
)
from knowledge.models.language_model import Fallback, LanguageModel
from knowledge.models.language_model_factory import check_model, language_model
from knowledge.pages import AUDIENCES, EVERYONE, Page, Section
from knowledge.privacy.masking import PrivateKind, mask
from knowledge.retrieval.clarification import ClarifyingChoice, complete_question, is_completed
from knowledge.retrieval.example_matcher import ExampleMatcher
from knowledge.retrieval.follow_ups import Exchange
from knowledge.status import IndexStatus, IngestReport, Progress
from knowledge.text.language import LANGUAGES, is_surely_in, language_of

__all__ = [
    "ASKED_BACK",
    "AUDIENCES",
    "EVERYONE",
    "LANGUAGES",
    "Answer",
    "Citation",
    "Claim",
    "ClarifyingChoice",
    "Embedder",
    "EmbedderName",
    "EmbedderUnavailableError",
    "EngineReason",
    "ExampleMatcher",
    "Exchange",
    "Fallback",
    "Handbook",
    "HandbookEmptyError",
    "HandbookNotFoundError",
    "IndexStatus",
    "IngestReport",
    "KnowledgeError",
    "LanguageModel",
    "Limits",
    "LoggedQuestion",
    "NoteProposal",
    "Page",
    "PageFinding",
    "PageNotFoundError",
    "Passage",
    "PrivateKind",
    "Progress",
    "Query",
    "QueryOutcome",
    "QuestionDraft",
    "QuestionSet",
    "QuestionSetInvalidError",
    "Reading",
    "Section",
    "Skipped",
    "Vector",
    "Version",
    "check_model",
    "choose_engine",
    "complete_question",
    "compute_metrics",
    "cross_validate",
    "draft_questions",
    "embedder_named",
    "embedding_speed",
    "fetch_weights",
    "fit_calibration",
    "is_completed",
    "is_surely_in",
    "judge_queries",
    "language_model",
    "language_of",
    "list_unnoted",
    "mask",
    "proofread",
    "propose_asks",
    "put_mark",
    "put_note",
    "read_folder",
    "read_queries",
    "read_question_set",
    "suggest_note",
    "to_jsonl",
]
