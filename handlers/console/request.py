"""How does the library reach the local Bot API? Through its own seam for requests; nothing leaves the process."""

import asyncio
import json
from typing import Any

from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from handlers.console.methods import call
from handlers.console.refusal import RefusedError
from handlers.console.world import World


class LocalRequest(BaseRequest):
    """Requests that a world answers; a download gives the bytes of its file."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def read_timeout(self) -> float | None:
        """No answer is ever waited for."""
        return None

    async def initialize(self) -> None:
        """Nothing needs to be opened."""

    async def shutdown(self) -> None:
        """Nothing needs to be closed."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT_NONE,
        write_timeout: ODVInput[float] = DEFAULT_NONE,
        connect_timeout: ODVInput[float] = DEFAULT_NONE,
        pool_timeout: ODVInput[float] = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body that the world answers with."""
        # One turn of the loop, as a network would take: other updates get theirs.
        await asyncio.sleep(0)
        name = url.rsplit("/", 1)[-1]
        if "/file/" in url:
            return 200, self._world.files[name][1]
        parameters: dict[str, Any] = dict(request_data.parameters) if request_data else {}
        if request_data and request_data.contains_files:
            ((filename, data, _),) = (request_data.multipart_data or {}).values()
            parameters["upload"] = (filename, data)
        try:
            return 200, _body({"ok": True, "result": call(self._world, name, parameters)})
        except RefusedError as refusal:
            return self.refusal(refusal)

    @staticmethod
    def refusal(refused: RefusedError) -> tuple[int, bytes]:
        """The status and the body of a refusal."""
        answer: dict[str, Any] = {"ok": False, "error_code": refused.code, "description": refused.description}
        if refused.parameters:
            answer["parameters"] = refused.parameters
        return refused.code, _body(answer)


def _body(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer).encode()
