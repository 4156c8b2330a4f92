"""Found values as plain data, the way examples and gold pages write them."""

from typing import Any

from pydantic import BaseModel

from bot.model.evidence import Found


def plain(value: Any) -> Any:
    """The value without evidence and rules; None inside objects is left out."""
    if isinstance(value, Found):
        return plain(value.value)
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields if _printed(value, name)}
    return getattr(value, "value", value)


def _printed(value: BaseModel, name: str) -> bool:
    item = getattr(value, name)
    return item is not None and item != type(value).model_fields[name].default


def same(expected: Any, actual: Any) -> bool:
    """Whether two plain values are equal when keys that say nothing are left out."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        keys = {key for key, value in (*expected.items(), *actual.items()) if value is not None}
        return all(_same_key(expected, actual, key) for key in keys)
    if isinstance(expected, list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(map(same, expected, actual))
    return bool(expected == actual)


_DEFAULTS = {"estimated": False, "offered": True}


def _same_key(expected: dict[str, Any], actual: dict[str, Any], key: str) -> bool:
    default = _DEFAULTS.get(key)
    return same(expected.get(key, default), actual.get(key, default))
