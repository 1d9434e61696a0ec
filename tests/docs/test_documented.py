"""The documentation keeps up: every command, option, page, link and public name is there."""

import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from fastapi.routing import APIRoute

import onrecord
from onrecord.cli import command_line
from onrecord.commands import Format
from onrecord.pages import app
from onrecord.pages.query import Part
from onrecord.types import Act

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TEXTS = [*PAGES, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]

GROUP = typer.main.get_command(command_line)
COMMANDS = sorted(GROUP.commands)  # type: ignore[attr-defined]

CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(<?([^)>\s]+)>?[^)]*\)")
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
DIRECTIVE = re.compile(r"^::: ([\w.]+)$", re.MULTILINE)
OUTSIDE = re.compile(r"[a-z]+:", re.IGNORECASE)


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def guide(command: str) -> str:
    return read(DOCS / "how-to" / f"{command}.md")


def stands_in(written: str, name: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", written))


def parameters() -> Iterator[Any]:
    for command in COMMANDS:
        for parameter in GROUP.commands[command].params:  # type: ignore[attr-defined]
            yield pytest.param(command, parameter, id=f"{command} {parameter.name}")


def public_modules() -> Iterator[ModuleType]:
    """onrecord and every package below it that says with `__all__` what is public."""
    yield onrecord
    for found in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        # __main__ runs the command line, and a migration runs only inside alembic
        if found.name.endswith(".__main__") or ".migrations" in found.name:
            continue
        module = importlib.import_module(found.name)
        if hasattr(module, "__all__") and found.ispkg:
            yield module


def public_names() -> Iterator[Any]:
    for module in public_modules():
        for name in module.__all__:
            thing = getattr(module, name)
            if inspect.isclass(thing) or inspect.isroutine(thing):
                yield pytest.param(thing, id=f"{module.__name__}.{name}")
    for name in ("onrecord.types", "onrecord.errors"):
        module = importlib.import_module(name)
        for thing in vars(module).values():
            if inspect.isclass(thing) and thing.__module__ == name:
                yield pytest.param(thing, id=f"{name}.{thing.__name__}")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as Python-Markdown and GitHub make them."""
    headings = HEADING.findall(FENCE.sub("", read(page)))
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}


def is_documented(thing: Any) -> bool:
    # a dataclass without a docstring gets its signature for one
    text = inspect.cleandoc(thing.__doc__ or "")
    return bool(text) and not text.startswith(f"{thing.__name__}(")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_page(command: str) -> None:
    assert f"onrecord {command}" in guide(command)
    assert f"how-to/{command}.md" in read(DOCS / "index.md")


@pytest.mark.parametrize(("command", "parameter"), list(parameters()))
def test_every_option_stands_on_its_commands_page(command: str, parameter: Any) -> None:
    written = " ".join(CODE.findall(guide(command)))
    names = [*parameter.opts, *parameter.secondary_opts]
    if parameter.param_type_name == "argument":
        names = [parameter.metavar]
    names += [parameter.envvar] if parameter.envvar else []
    assert [name for name in names if not stands_in(written, name)] == []


@pytest.mark.parametrize("choice", [*Act, *Format])
def test_every_choice_stands_on_the_page_of_statements(choice: str) -> None:
    assert stands_in(" ".join(CODE.findall(guide("statements"))), choice)


@pytest.mark.parametrize("route", [route for route in app(None).routes if isinstance(route, APIRoute)])  # type: ignore[arg-type]
def test_every_page_stands_on_the_page_of_serve(route: APIRoute) -> None:
    address = re.sub(r"\{.*\}", "ID", route.path)
    assert re.search(rf"^\| `{re.escape(address)}[?`]", guide("serve"), re.MULTILINE)


@pytest.mark.parametrize("part", [f"only={part}" for part in Part])
def test_every_part_of_the_positions_stands_on_the_page_of_serve(part: str) -> None:
    assert f"`{part}`" in guide("serve")


@pytest.mark.parametrize("option", [name for parameter in GROUP.params for name in parameter.opts])
def test_every_option_of_the_program_stands_on_the_first_page(option: str) -> None:
    assert f"onrecord {option}" in read(DOCS / "index.md")


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for link in LINK.findall(CODE.sub("", FENCE.sub("", read(page)))):
        if OUTSIDE.match(link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_every_page_is_in_the_navigation() -> None:
    def listed(entry: Any) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        for below in entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ():
            yield from listed(below)

    navigation = tomllib.loads(read(ROOT / "zensical.toml"))["project"]["nav"]
    assert sorted(listed(navigation)) == sorted(page.relative_to(DOCS).as_posix() for page in PAGES)


@pytest.mark.parametrize("thing", list(public_names()))
def test_every_public_name_has_a_docstring(thing: Any) -> None:
    assert is_documented(thing)
    if inspect.isclass(thing):
        methods = {name: method for name, method in vars(thing).items() if not name.startswith("_")}
        bare = [
            name
            for name, method in methods.items()
            if (inspect.isroutine(method) or isinstance(method, (classmethod, staticmethod, property)))
            and not inspect.cleandoc(method.__doc__ or "")
        ]
        assert bare == []


def test_the_reference_holds_every_public_module() -> None:
    directives = set(DIRECTIVE.findall(read(DOCS / "reference.md")))
    public = {module.__name__ for module in public_modules()}
    assert public | {"onrecord.types", "onrecord.errors", "onrecord.pipeline"} <= directives
