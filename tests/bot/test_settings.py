"""What can be set from outside, and what is said of what cannot."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError


def test_nothing_needs_to_be_set() -> None:
    """Two commands on a fresh machine do everything."""
    settings = Settings.load()

    assert (settings.host, settings.port, settings.embedder) == ("127.0.0.1", 8075, "auto")
    assert settings.database == f"sqlite:///{Path('var').absolute() / 'guildmate.db'}"
    assert settings.address == "http://127.0.0.1:8075"


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every setting is read from a variable."""
    variables = {
        "GUILDMATE_HOME": str(tmp_path),
        "GUILDMATE_HANDBOOK": "pages",
        "GUILDMATE_PORT": "9000",
        "GUILDMATE_URL": "https://guild.example/",
        "GUILDMATE_EMBEDDER": "NONE",
        "GUILDMATE_EMBEDDER_FOLDER": "models/e5",
        "GUILDMATE_LOG": "debug",
        "GUILDMATE_LOG_FORMAT": "json",
        "DATABASE_URL": "postgresql://db/guildmate",
        "CHROMA_URL": "http://chroma:8000",
        "OPENAI_API_KEY": "sk-secret",
        "OPENAI_BASE_URL": "http://models/v1",
        "OPENAI_EMBEDDING_MODEL": "small",
        "OPENAI_MODEL": "large",
        "OPENAI_TIMEOUT": "12.5",
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings = Settings.load()

    assert settings.home == tmp_path
    assert settings.handbook == Path("pages").absolute()
    assert settings.embedder_folder == Path("models/e5").absolute()
    assert settings.address == "https://guild.example"
    assert (settings.embedder, settings.log, settings.log_format) == ("none", "debug", "json")
    assert settings.database == "postgresql://db/guildmate"
    assert settings.chroma_url == "http://chroma:8000"
    assert settings.openai.base_url == "http://models/v1"
    assert settings.openai.embedding_model == "small"
    assert (settings.openai.model, settings.openai.timeout) == ("large", 12.5)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("GUILDMATE_PORT", "many", "The setting GUILDMATE_PORT cannot be used: "),
        ("GUILDMATE_PORT", "0", "The setting GUILDMATE_PORT cannot be used: "),
        ("GUILDMATE_EMBEDDER", "best", "The setting GUILDMATE_EMBEDDER cannot be used: "),
        ("GUILDMATE_LOG", "loud", "The setting GUILDMATE_LOG cannot be used: "),
        ("OPENAI_TIMEOUT", "never", "The setting OPENAI_TIMEOUT cannot be used: "),
        ("OPENAI_BASE_URL", "http://host:abc/v1", "The setting OPENAI_BASE_URL cannot be used: "),
        ("OPENAI_BASE_URL", "host/v1", "The setting OPENAI_BASE_URL cannot be used: "),
        ("OPENAI_API_KEY", "sk\u2013a", "The setting OPENAI_API_KEY cannot be used: it holds a"),
    ],
)
def test_a_wrong_value_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    """It names the variable that somebody has to look at."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        Settings.load()

    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)
    assert "sk\u2013a" not in str(raised.value)


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Container files often set what they do not fill."""
    monkeypatch.setenv("GUILDMATE_PORT", "")

    assert Settings.load().port == 8075


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the key nor the database's password can slip into a log."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hidden@db/guildmate")
    shown = repr(Settings.load())

    assert "sk-secret" not in shown
    assert "hidden" not in shown


def test_an_address_of_six_is_put_in_brackets() -> None:
    """A browser would take its colons for a port."""
    assert Settings(host="::1").address == "http://[::1]:8075"
