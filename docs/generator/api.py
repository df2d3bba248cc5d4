"""The page of the JSON API, from its OpenAPI document."""

import os
from collections.abc import Mapping

from docs.generator.layout import ROOT, code, page, table
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES

API_HEAD = """
Programs of your own may read and write the journal while Myolog runs, at `http://localhost:8417/api/v1/`.
Get a token with `myolog api-token create NAME` and send it with every request:

```text
Authorization: Bearer TOKEN
```

A write that takes `Idempotency-Key` carries a key of your own choice there.
Sent again with the same key and body, it changes nothing and gives the same answer; with another body it is refused.
Every refusal is `{"code": ..., "message": ...}`, with a sentence fit to show.
"""


def api() -> str:
    """Describe every operation of the JSON API from its OpenAPI document."""
    os.environ.setdefault("MYOLOG_DATA", str(ROOT / ".tmp" / "data"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "myolog.web.settings.computer")
    import django

    django.setup()
    from myolog.web.api.routes import api as ninja

    schema = ninja.get_openapi_schema(path_prefix="/api/v1/")
    parts = [
        API_HEAD,
        f"The machine-readable form (OpenAPI {schema['openapi']}) is at `openapi.json`.",
    ]
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            parts += [
                f"## {method.upper()} {path}",
                operation.get("description", operation["summary"]),
            ]
            if operation.get("parameters"):
                rows = [
                    (
                        code(p["name"]),
                        p["in"],
                        "yes" if p.get("required") else "no",
                        kind_of(p["schema"]),
                    )
                    for p in operation["parameters"]
                ]
                parts.append(table(("parameter", "in", "needed", "kind"), rows))
            if body := operation.get("requestBody"):
                parts.append(body_of(body["content"]))
            parts.append(table(("status", "meaning", "body"), answers_to(operation)))
    parts.append("## Shapes")
    for name, model in schema["components"]["schemas"].items():
        if "properties" in model:
            parts += [f"### {name}", model.get("description", ""), fields_of(model)]
    return page("API", *parts)


def kind_of(schema: Mapping[str, object]) -> str:
    """Say in a few words what values a JSON schema allows."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(kind_of(each) for each in schema["anyOf"])
    if "oneOf" in schema:
        return " or ".join(kind_of(each) for each in schema["oneOf"])
    if schema.get("enum") == list(SITES):
        return "a [site](sites.md)"
    if schema.get("enum") == list(EXPOSURES):
        return "an [exposure](exposures.md)"
    if "enum" in schema:
        return ", ".join(code(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    limits = [
        f"{sign} {schema[name]}"
        for name, sign in (
            ("minimum", "at least"),
            ("maximum", "at most"),
            ("maxLength", "length at most"),
        )
        if name in schema
    ]
    kind = str(schema.get("format") or schema.get("const") or schema.get("type", "anything"))
    return ", ".join([kind, *limits])


def body_of(content: Mapping[str, dict]) -> str:
    """Describe a request's JSON body: its shape, or its fields when it has no name."""
    kind = next(iter(content.values()))["schema"]
    return f"Body: {kind_of(kind)}" if "properties" not in kind else f"Body:\n\n{fields_of(kind)}"


def fields_of(model: Mapping[str, dict]) -> str:
    """List the fields of a JSON object."""
    rows = [
        (code(name), "yes" if name in model.get("required", ()) else "no", kind_of(field),
         field.get("description", "-"))
        for name, field in model["properties"].items()
    ]  # fmt: skip
    return table(("field", "needed", "kind", "meaning"), rows)


def answers_to(operation: Mapping[str, dict]) -> list[tuple[str, str, str]]:
    """List the answers of an operation by status."""
    rows = []
    for status, answer in operation["responses"].items():
        kinds = [kind_of(each["schema"]) for each in answer.get("content", {}).values()]
        rows.append((str(status), answer["description"], ", ".join(kinds) or "-"))
    return sorted(rows)
