"""What can the person who hosts rolecall set? Read once from the environment and a `.env` file, then frozen.

Leaves out what a command line names itself (`--db`): `bot.__main__` lets that win.
"""

import hashlib
import re
from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
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

    log_format: str = Field(
        "text",
        validation_alias=AliasChoices("ROLECALL_LOG_FORMAT"),
        description="text, or json for one object a line",
        pattern="^(text|json)$",
    )
    webhook_url: str | None = Field(
        None,
        validation_alias=AliasChoices("ROLECALL_WEBHOOK_URL"),
        description="the public address at which Telegram brings updates; without it the bot polls",
        pattern=r"^https?://\S+$",
    )
    webhook_secret: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("ROLECALL_WEBHOOK_SECRET"),
        description="what Telegram's requests carry: 1-256 letters, digits, _ and -; made from the token when not set",
    )
    webhook_port: int = Field(
        8080,
        validation_alias=AliasChoices("ROLECALL_WEBHOOK_PORT"),
        description="the port where the webhook and /health are served, behind whatever ends TLS",
        ge=1,
        le=65535,
    )
    metrics_port: int | None = Field(
        None,
        validation_alias=AliasChoices("ROLECALL_METRICS_PORT"),
        description="the port where /metrics (Prometheus) and /health are served",
        ge=1,
        le=65535,
    )
    lease_seconds: float = Field(
        20.0,
        validation_alias=AliasChoices("ROLECALL_LEASE"),
        description="after so many seconds without an answer of the process that works, one that waits takes over",
        ge=1,
        le=600,
    )
    listen: str = Field(
        "127.0.0.1",
        validation_alias=AliasChoices("ROLECALL_LISTEN"),
        description="the address of this machine that both ports listen at; 0.0.0.0 for all",
    )

    @field_validator("webhook_secret")
    @classmethod
    def _allowed_letters(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not re.fullmatch(r"[\w-]{1,256}", secret.get_secret_value(), re.ASCII):
            raise ValueError("1-256 letters, digits, _ and - are allowed")
        return secret

    def secret(self) -> str:
        """What Telegram's requests carry: as set, else a digest of the token."""
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        return hashlib.sha256(f"webhook {self.token()}".encode()).hexdigest()

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
