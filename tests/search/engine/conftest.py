"""Both kernels: numpy alone, and compiled where numba is installed."""

from importlib.util import find_spec

import pytest

from bot.search.engine.engine import compiled_kernels
from bot.search.engine.kernels import Kernels, Plain

_KERNELS = [
    pytest.param(Plain, id="numpy"),
    pytest.param(compiled_kernels, id="numba", marks=pytest.mark.skipif(find_spec("numba") is None, reason="no numba")),
]


@pytest.fixture(params=_KERNELS, scope="module")
def kernels(request: pytest.FixtureRequest) -> Kernels:
    made: Kernels = request.param()
    return made
