"""Whatever a program sends, the API answers as it describes itself, and never fails.

Schemathesis makes requests from the description, right ones and wrong ones, the same on each run.
Left out are checks that ask for more than a description can say: that every request of the right
form is taken (an episode may still lie in the future).
"""

import json
import os
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings

from myolog.store.selectors import Person
from myolog.store.services import access
from myolog.web.wsgi import application

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis import GenerationMode
    from schemathesis.specs.openapi import checks

from myolog.web.api.routes import api

pytestmark = pytest.mark.store

DESCRIPTION = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))
OPERATIONS = [
    (method.upper(), path) for path, methods in DESCRIPTION["paths"].items() for method in methods
]
EXAMPLES = 500 if "MYOLOG_SOAK" in os.environ else 15
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.unsupported_method,
]


@pytest.fixture
def token(person: Person) -> Iterator[str]:
    """Give a program's token; keep the test's transaction open between requests."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield access.create_api_token(person=person, name="fuzz", by="t", now=datetime.now(UTC))
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@pytest.fixture(scope="module")
def schema() -> Any:
    """Give the description as Schemathesis reads it, which takes longer than a request."""
    read = schemathesis.openapi.from_dict(DESCRIPTION)
    read.app = application
    return read


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=[f"{m}-{p}" for m, p in OPERATIONS])
def test_every_answer_is_as_described(
    schema: Any, token: str, method: str, path: str, mode: GenerationMode
) -> None:
    operation = schema[path][method]
    headers = {"Authorization": f"Bearer {token}"}

    @settings(
        max_examples=EXAMPLES,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        answer = case.call(base_url="http://localhost", headers=headers)
        case.validate_response(answer, checks=CHECKS, headers=headers)

    run()


def test_the_description_names_every_refusal(stranger: Client) -> None:
    for methods in DESCRIPTION["paths"].values():
        for operation in methods.values():
            assert {"401", "403", "404"} <= set(operation["responses"])
            assert operation["security"]
    assert {"400", "409", "413", "415", "422"} <= set(
        DESCRIPTION["paths"]["/api/v1/episodes"]["post"]["responses"]
    )


def test_the_description_is_for_the_owner(stranger: Client, program: Client) -> None:
    assert stranger.get("/api/v1/openapi.json").status_code == 401
    assert program.get("/api/v1/openapi.json").json() == DESCRIPTION
