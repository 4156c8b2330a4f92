"""Imports go one way, Telegram stays in handlers/, SQL in bot/store, and no file grows out of hand."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")])
# What each part of bot/ may import of bot/, besides itself and errors.
MAY_IMPORT = {
    "text": set(),
    "model": {"text"},
    "store": {"model", "text"},
    "parsing": {"model", "text"},
    "search": {"model", "text"},
    "answers": {"model", "text"},
    "matching": {"model", "text"},
    "intake": {"model", "text"},
    "services": {"store", "parsing", "search", "answers", "matching", "intake", "model", "text"},
    "views": {"model", "text"},
    "cli": {"services", "parsing", "intake", "model", "text", "settings"},
}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_imports_follow_the_arrows(file: Path) -> None:
    parts = file.relative_to(ROOT).parts
    for module in imports(file):
        head = module.split(".")[0]
        if parts[0] == "bot":
            assert head != "telegram"
            assert head != "handlers" or parts == ("bot", "__main__.py")
            if head == "sqlite3":
                assert parts[1] == "store"
        if parts[0] == "bot" and len(parts) > 2 and module.startswith("bot."):
            part = module.split(".")[1]
            assert part in {parts[1], "errors"} | MAY_IMPORT[parts[1]], f"{name(file)} imports {module}"
        if parts[0] == "handlers":
            assert head != "sqlite3"
            assert not module.startswith(("bot.store", "bot.parsing", "bot.search", "bot.answers"))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_files_and_functions_stay_readable(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{name(file)}: {node.name}"
        assert not (isinstance(node, ast.ExceptHandler) and node.type is None)
