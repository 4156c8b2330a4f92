"""What can the person who hosts rolecall set? Read once from the environment and a `.env` file, then frozen.

Leaves out what a command line names itself (`--db`): `bot.__main__` lets that win.
"""

from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

_BUNDLED_SEEDS = Path(__file__).parents[1] / "seeds"


class Settings(BaseSettings):
    """Every setting with its default; secrets are masked wherever the value is shown."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    telegram_bot_token: SecretStr | None = Field(
        None, validation_alias=AliasChoices("TELEGRAM_BOT_TOKEN"), description="the bot's token from @BotFather"
    )
    telegram_api_url: str = Field(
        "https://api.telegram.org",
        validation_alias=AliasChoices("TELEGRAM_API_URL"),
        description="the Bot API server, without a slash at the end",
        pattern=r"^https?://\S+[^/\s]$",
    )
    db: Path = Field(Path("rolecall.db"), validation_alias=AliasChoices("ROLECALL_DB"), description="the database file")
    seeds: Path = Field(
        _BUNDLED_SEEDS,
        validation_alias=AliasChoices("ROLECALL_SEEDS"),
        description="the folder of postings that fill an empty database",
    )
    log_level: str = Field(
        "WARNING",
        validation_alias=AliasChoices("ROLECALL_LOG"),
        description="how much is logged to standard error: DEBUG, INFO, WARNING or ERROR",
        pattern="^(DEBUG|INFO|WARNING|ERROR)$",
    )

    def token(self) -> str:
        """The bot's token; raises SettingsError when none is set."""
        if self.telegram_bot_token is None or not self.telegram_bot_token.get_secret_value().strip():
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN is not set: get a token from @BotFather and set it, or try `rolecall chat`."
            )
        return self.telegram_bot_token.get_secret_value().strip()


def read_settings() -> Settings:
    """The settings of this environment; raises SettingsError that names every wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_explained(error)) from None


def _explained(error: ValidationError) -> str:
    """One line with the name and the fault of each setting, without the value, which may be secret."""
    faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors(include_input=False))
    return "Settings cannot be used: " + "; ".join(faults)
