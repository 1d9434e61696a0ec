"""Tells at the end of a run which floors can be raised."""

from collections.abc import Callable

import pytest

RAISE = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[RAISE] = []


@pytest.fixture
def tell_raise(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Takes a line that the end of the run shows."""
    return request.config.stash[RAISE].append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash[RAISE]:
        terminalreporter.section("floors that can be raised")
        for line in config.stash[RAISE]:
            terminalreporter.write_line(line)
