"""What can be set from outside; the only reader of the environment."""

from functools import partial
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import (
    AnyHttpUrl,
    Field,
    SecretStr,
    TypeAdapter,
    ValidationError,
    field_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge import EmbedderName


class SettingsError(Exception):
    """A setting has a value that cannot be used; the message says which, and what would do."""


SettingsClass = TypeVar("SettingsClass", bound=BaseSettings)


def read_settings(kind: type[SettingsClass]) -> SettingsClass:
    """Read the settings of one *kind* from the environment.

    Raises:
        SettingsError: If a value cannot be used.
    """
    try:
        return kind()
    except ValidationError as error:
        raise SettingsError(_sentence(error, kind)) from error


def _sentence(error: ValidationError, kind: type[BaseSettings]) -> str:
    """Say what is wrong with the first wrong setting, without repeating a secret."""
    first = error.errors()[0]
    name = str(first["loc"][0]).upper() if first["loc"] else kind.__name__
    if name.lower() in kind.model_fields:
        name = f"{kind.model_config['env_prefix']}{name}"
    reason = first["msg"].removesuffix(".")
    return f"The setting {name} cannot be used: {reason[:1].lower()}{reason[1:]}."


class OpenAISettings(BaseSettings):
    """Where an OpenAI-compatible endpoint is, and what it may be asked for."""

    model_config = SettingsConfigDict(env_prefix="OPENAI_", env_ignore_empty=True)

    api_key: SecretStr | None = None
    base_url: str | None = None
    model: str | None = None
    """The language model that writes answers; none is called unless this is set."""
    judge_model: str | None = None
    """The model that is asked whether each sentence of an answer is what its quote says."""
    embedding_model: str | None = None
    timeout: float = Field(default=30.0, gt=0, le=600)
    """Seconds that a person waits for the language model."""

    @field_validator("base_url")
    @classmethod
    def _is_address(cls, address: str | None) -> str | None:
        if address is not None:
            TypeAdapter(AnyHttpUrl).validate_python(address)
        return address

    @field_validator("api_key")
    @classmethod
    def _is_key(cls, key: SecretStr | None) -> SecretStr | None:
        value = key.get_secret_value().strip() if key else ""
        if not (value.isascii() and value.isprintable()):
            raise PydanticCustomError("key", "It holds a character that no key has")
        return SecretStr(value) if value else None


class SlackSettings(BaseSettings):
    """The Slack app that people reach Guildmate by; none unless its token is set."""

    model_config = SettingsConfigDict(env_prefix="SLACK_", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    """What requests over HTTP are signed with."""
    app_token: SecretStr | None = None
    """The token that Socket Mode connects with, in place of HTTP."""
    api_url: str = "https://slack.com/api/"
    """Where the Web API is; another address is a proxy, or a test."""
    guests: bool = False
    """Whether guest accounts are answered."""
    private_channels: str = ""
    """Ids of channels, with commas between, in which an answer is first shown to the asker alone;
    ``*`` is every channel."""


class TeamsSettings(BaseSettings):
    """The app in Microsoft Teams that people reach Guildmate by; none unless its id is set."""

    model_config = SettingsConfigDict(env_prefix="TEAMS_", env_ignore_empty=True)

    app_id: str = ""
    """The application (client) id of the registration, or the client id of the identity."""
    app_password: SecretStr | None = None
    """The client secret, where the app proves itself by one."""
    certificate: Path | None = None
    """A PEM file with the private key and the certificate, in place of a secret."""
    managed_identity: bool = False
    """Whether the machine itself, in Azure, proves the app."""
    tenant_id: str = ""
    """The directory of the company; nobody of another one is answered."""
    openid_metadata_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    """Where the keys that sign what comes in are published."""
    token_issuer: str = "https://api.botframework.com"  # noqa: S105 - an address
    """Who signs what comes in."""
    login_url: str = ""
    """Where the app gets its own tokens; by default at Microsoft, for the tenant."""
    scope: str = "https://api.botframework.com"
    """What the app's own tokens are for."""
    service_urls: str = ""
    """Addresses, with commas between, that replies may go to beside Microsoft's own."""
    guests: bool = False
    """Whether guest accounts are answered."""
    emulator: bool = False
    """Whether the Bot Framework Emulator on this computer is answered, without a token."""

    @property
    def is_named(self) -> bool:
        """Tell whether anything says that there is to be an app."""
        proofs = (self.app_password, self.certificate, self.managed_identity)
        return bool(self.app_id or self.tenant_id or any(proofs))


class Settings(BaseSettings):
    """Everything that can be set, with defaults that need nothing but a folder to write to."""

    model_config = SettingsConfigDict(
        env_prefix="GUILDMATE_", env_ignore_empty=True, populate_by_name=True
    )

    home: Path = Path("var")
    handbook: Path | None = None
    """The folder of pages and ``policy.yaml``; none is the starter handbook."""
    database_url: str = Field(default="", validation_alias="DATABASE_URL", repr=False)
    host: str = "127.0.0.1"
    port: int = Field(default=8075, ge=1, le=65535)
    url: str = ""
    """The address people reach Guildmate at, for links that leave the page."""
    embedder: EmbedderName = "auto"
    embedder_folder: Path | None = None
    """The folder of an exported model, for the embedder ``onnx``."""
    chroma_url: str | None = Field(default=None, validation_alias="CHROMA_URL")
    log: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    openai: OpenAISettings = Field(default_factory=partial(read_settings, OpenAISettings))
    slack: SlackSettings = Field(default_factory=partial(read_settings, SlackSettings))
    teams: TeamsSettings = Field(default_factory=partial(read_settings, TeamsSettings))

    @field_validator("home", "handbook", "embedder_folder")
    @classmethod
    def _is_absolute(cls, folder: Path | None) -> Path | None:
        return folder.expanduser().absolute() if folder else None

    @field_validator("log", "log_format", "embedder", mode="before")
    @classmethod
    def _in_small_letters(cls, value: str) -> str:
        return value.lower()

    @property
    def database(self) -> str:
        """The address of the database; a file under the home by default."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'guildmate.db'}"

    @property
    def is_demonstration(self) -> bool:
        """Tell whether the records are the embedded ones, which hold the demonstration."""
        return not self.database_url

    @property
    def address(self) -> str:
        """The address people reach Guildmate at, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.url.rstrip("/") or f"http://{host}:{self.port}"

    @classmethod
    def load(cls) -> Self:
        """Read the settings from the environment.

        Raises:
            SettingsError: If a value cannot be used.
        """
        return read_settings(cls)
