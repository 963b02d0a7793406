"""The yaml-language-server, spoken to as an editor does (Language Server Protocol over stdio)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

ENTRY = "node/node_modules/yaml-language-server/bin/yaml-language-server"
"""Where `make test` installs it, below the virtual environment."""

Position = tuple[int, int]
"""A line and a column, from 0 as in the protocol."""


def find_server() -> list[str]:
    """Return the command that starts the server, or leave the test out where there is none."""
    entry = Path(sys.prefix, ENTRY)
    node = shutil.which("node", path=Path(sys.prefix, "bin")) or shutil.which("node")
    if not entry.is_file() or node is None:
        pytest.skip("yaml-language-server saknas: make test (it installs yaml-language-server)")
    return [node, str(entry), "--stdio"]


class LanguageServer:
    """One running server, with `root` as the folder that is open in the editor."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(
            find_server(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        self._asked = 0
        self._version = 0
        capabilities = {
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
            "workspace": {"configuration": True},
        }
        self._ask("initialize", processId=None, rootUri=root.as_uri(), capabilities=capabilities)
        self._tell("initialized")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a text as the file at `path`; return what the server finds wrong with it."""
        self._version += 1
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)

        def about_it(message: dict[str, Any]) -> bool:
            return (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == path.as_uri()
            )

        found: list[dict[str, Any]] = self._wait(about_it)["params"]["diagnostics"]
        return found

    def hover(self, path: Path, at: Position) -> str:
        """Return what the server shows over a place."""
        answer = self._ask_at("textDocument/hover", path, at)
        return str(answer["contents"]["value"]) if answer else ""

    def complete(self, path: Path, at: Position) -> dict[str, str]:
        """Return what the server proposes at a place: label → documentation."""
        answer = self._ask_at("textDocument/completion", path, at)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: _plain(item.get("documentation")) for item in items}

    def _ask_at(self, method: str, path: Path, at: Position) -> Any:
        position = {"line": at[0], "character": at[1]}
        return self._ask(method, textDocument={"uri": path.as_uri()}, position=position)

    def _ask(self, method: str, **params: object) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        return self._wait(lambda message: message.get("id") == self._asked)["result"]

    def _tell(self, method: str, **params: object) -> None:
        self._send(method=method, params=params)

    def _wait(self, is_meant: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read until the message that is meant, answering what the server asks meanwhile."""
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._answer(message)
            elif is_meant(message):
                return message

    def _answer(self, message: dict[str, Any]) -> None:
        """Answer a question of the server's; its only setting is not to ask the web for schemas."""
        result: list[object] | None = None
        if message["method"] == "workspace/configuration":
            result = [
                {"schemaStore": {"enable": False}, "validate": True, "hover": True}
                if item.get("section") == "yaml"
                else None
                for item in message["params"]["items"]
            ]
        self._send(id=message["id"], result=result)

    def _send(self, **message: object) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while header := self._process.stdout.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _plain(documentation: object) -> str:
    if isinstance(documentation, dict):
        return str(documentation["value"])
    return str(documentation or "")
