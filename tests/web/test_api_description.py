"""The description of the API passes two public linters and says what the issue of it asks."""

import json
from pathlib import Path

import pytest

from myolog.journal.kinds import ALL_KINDS
from myolog.web.api.routes import api
from tests.validators.run import validate

DESCRIPTION = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Give the description as a file."""
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(DESCRIPTION))
    return path


def test_redocly_finds_nothing(written: Path) -> None:
    said = validate("@redocly/cli/bin/cli.js", "lint", written, "--format=json", cwd=written.parent)
    found = json.loads(said[said.index("{") :])
    assert found["totals"] == {"errors": 0, "warnings": 0, "ignored": 0}, said


def test_spectral_finds_nothing(written: Path) -> None:
    rules = written.with_name("rules.yaml")
    rules.write_text('extends: ["spectral:oas"]\n')
    said = validate(
        "@stoplight/spectral-cli/dist/index.js",
        "lint", written, "--ruleset", rules, "--fail-severity=hint", "--format=json",
        cwd=written.parent,
    )  # fmt: skip
    assert said.startswith("[]"), said


def test_the_linters_see_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps({**DESCRIPTION, "servers": []}))
    with pytest.raises(AssertionError, match="no-empty-servers"):
        validate("@redocly/cli/bin/cli.js", "lint", path, "--format=json", cwd=tmp_path)


def test_servers_licence_and_the_kind_of_the_file_are_named() -> None:
    (server,) = DESCRIPTION["servers"]
    assert server["url"] == "/", "relative to where the description is read, whatever the port"
    assert "http://localhost:8417" in server["description"]
    assert DESCRIPTION["info"]["license"]["identifier"] == "Apache-2.0"
    whole = DESCRIPTION["paths"]["/api/v1/journal"]["get"]["responses"]["200"]
    assert list(whole["content"]) == ["application/x-ndjson"]


def test_entries_are_one_union_told_apart_by_their_kind() -> None:
    entries = DESCRIPTION["components"]["schemas"]["DayOut"]["properties"]["entries"]["items"]
    told = entries["discriminator"]
    assert told["propertyName"] == "kind"
    assert set(told["mapping"]) == set(ALL_KINDS)
    assert {each["$ref"] for each in entries["oneOf"]} == set(told["mapping"].values())
    tally = DESCRIPTION["components"]["schemas"]["DayTallyEntry"]
    assert tally["required"] == ["kind", "id", "day", "site"]
    assert tally["properties"]["count"] == {
        "type": "integer",
        "title": "Count",
        "minimum": 0,
        "maximum": 100_000,
        "description": "bouts on that day, or null",
    }
