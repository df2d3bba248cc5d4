"""Whoever saves first is let in first, and nobody waits without end."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from myolog.store import line
from myolog.store.line import Line, in_turn

PLENTY_S = 30.0


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread is about to do."""
    for _ in range(3000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def test_the_turn_comes_in_the_order_of_asking() -> None:
    queue, came, going = Line(), list[int](), ExitStack()
    assert queue.ask(PLENTY_S)

    def wait(number: int) -> None:
        assert queue.ask(PLENTY_S)
        came.append(number)
        queue.hand_on()

    for number in range(6):
        waiting = Thread(target=wait, args=(number,), daemon=True)
        waiting.start()
        going.callback(waiting.join, PLENTY_S)
        until(lambda n=number: len(queue) == n + 1)  # type: ignore[misc]
    assert came == []
    queue.hand_on()
    going.close()
    assert came == [0, 1, 2, 3, 4, 5]
    assert queue.ask(0)


def test_who_waits_too_long_leaves_the_line() -> None:
    queue = Line()
    assert queue.ask(0)
    assert not queue.ask(0.01)
    assert len(queue) == 0
    queue.hand_on()
    assert queue.ask(0)


def test_a_turn_that_fails_is_handed_on() -> None:
    with pytest.raises(ZeroDivisionError), in_turn():
        raise ZeroDivisionError
    assert line._LINE.ask(0)
    line._LINE.hand_on()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets many write at once")
@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nobody_waits_for_who_waits_for_it() -> None:
    asked, done = Event(), Event()

    def other() -> None:
        with in_turn():
            asked.set()
            done.wait(PLENTY_S)

    waiting = Thread(target=other, daemon=True)
    with transaction.atomic():
        waiting.start()
        assert asked.wait(PLENTY_S)
        with in_turn():
            done.set()
    waiting.join(PLENTY_S)
    assert not waiting.is_alive()
