"""What the API answers when it does nothing: a stable code and one sentence, never a traceback."""

from collections.abc import Callable
from typing import Final

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from myolog.content.problems import problem_in_words
from myolog.errors import Conflict, NotFound, UserError
from myolog.store.failures import in_words
from myolog.store.services.keys import KEY_LIMIT

_PROBLEMS: Final = {
    400: "bad_request",
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    413: "too_large",
    415: "not_json",
    422: "invalid_request",
}
READS: Final = frozenset({401, 403, 404, 421, 503})
WRITES: Final = frozenset({400, 401, 403, 404, 409, 413, 415, 421, 422, 503, 507})


def problem(status: int, message: str, code: str | None = None) -> HttpResponse:
    """Return a refusal: a stable code and one sentence."""
    return JsonResponse({"code": code or _PROBLEMS[status], "message": message}, status=status)


def _status_of(error: UserError) -> int:
    if error.code == "invalid_idempotency_key":
        return 400
    if isinstance(error, NotFound):
        return 404
    return 409 if isinstance(error, Conflict) else 422


def _on_user_error(request: HttpRequest, error: UserError) -> HttpResponse:
    del request
    return problem(_status_of(error), problem_in_words(error), error.code)


def _on_failure(request: HttpRequest, failure: Exception) -> HttpResponse:
    del request
    wrong = in_words(failure)
    if wrong is None:
        raise failure
    return problem(507 if wrong.code == "disk_full" else 503, wrong.message, wrong.code)


def _on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    del request
    first = error.errors[0]
    where = [str(part) for part in first["loc"]]
    if where[0] == "header":
        return problem(
            400,
            f"Send an Idempotency-Key of 1 to {KEY_LIMIT} plain characters with each episode.",
            "invalid_idempotency_key",
        )
    field = ".".join(part[:60] for part in where[2:] or where[1:])
    return problem(422, f"{field or 'The request'}: {first['msg']}.")


def _on_stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    del request, error
    answer = problem(401, "Send a token in the Authorization header, or open Myolog first.")
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    del request
    if error.status_code == 400:
        return problem(400, "The request is not valid JSON. Correct it and send it again.")
    return problem(error.status_code, error.message)


def call(request: HttpRequest, dispatch: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Run an operation; say in JSON what is wrong with the method or the kind of body."""
    without_body = request.method == "PUT" and request.META.get("CONTENT_LENGTH") in {None, "", "0"}
    brings_body = request.method in {"POST", "PUT", "PATCH"} and not without_body
    if brings_body and request.content_type != "application/json":
        return problem(415, "Send the body as application/json.")
    answer = _to_head(request, dispatch) if request.method == "HEAD" else dispatch(request)
    if answer.status_code == 405:
        refusal = problem(405, "This address does not take that method.")
        taken = set(answer.headers["Allow"].split(", "))
        refusal.headers["Allow"] = ", ".join(
            sorted(taken | ({"HEAD"} if "GET" in taken else set()))
        )
        return refusal
    return answer


def _to_head(request: HttpRequest, dispatch: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Answer as to GET; the server leaves the body out."""
    request.method = "GET"
    try:
        return dispatch(request)
    finally:
        request.method = "HEAD"


def say_problems(api: NinjaAPI) -> None:
    """Let the API answer each failure that a caller can mend as these functions do."""
    api.exception_handler(UserError)(_on_user_error)
    api.exception_handler(DatabaseError)(_on_failure)
    api.exception_handler(ValidationError)(_on_invalid)
    api.exception_handler(AuthenticationError)(_on_stranger)
    api.exception_handler(HttpError)(_on_http_error)
