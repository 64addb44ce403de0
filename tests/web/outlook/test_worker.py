"""What is heavy is computed in a process of its own, which is replaced; what is asked waits in a queue before it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from concurrent.futures import Future
from threading import Thread

import pytest

from avstamp.domain.errors import Busy, UnknownIndicator
from avstamp.web.outlook.worker import Queue, compute


def own_process(asked: int) -> int:
    """The process that answers; `asked` makes the question another one, for what was answered is kept."""
    return os.getpid()


def refuse() -> None:
    raise UnknownIndicator("N99999")


def test_work_is_done_elsewhere_and_by_the_same_worker():
    first = compute(own_process, 1)

    assert first != os.getpid()
    assert compute(own_process, 2) == first


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(UnknownIndicator):
        compute(refuse)


def test_worker_that_was_ended_is_replaced():
    first = compute(own_process, 3)
    os.kill(first, signal.SIGKILL)

    assert compute(own_process, 4) != first


def test_worker_ends_with_the_process_that_started_it():
    program = (
        "import os\n"
        "from avstamp.web.outlook.worker import compute\n"
        "print(compute(os.getpid), flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        worker = os.pidfd_open(int(server.stdout.readline()))
        server.kill()

    ended, _, _ = select.select([worker], [], [], 20)
    os.close(worker)
    assert ended == [worker]


def _done(value: object) -> Future[object]:
    future: Future[object] = Future()
    future.set_result(value)
    return future


def test_what_was_answered_is_not_asked_again():
    queue, asked = Queue(kept=2), []

    def start(key: str) -> Future[object]:
        asked.append(key)
        return _done(key.upper())

    answers = [queue.ask(key, lambda key=key: start(key)) for key in ("a", "b", "a", "c", "b")]

    assert answers == ["A", "B", "A", "C", "B"]
    # Two are kept: b went when c came.
    assert asked == ["a", "b", "c", "b"]


def test_those_who_ask_the_same_wait_for_one_answer_and_the_next_is_turned_away():
    queue, future = Queue(most_waiting=1), Future()
    got: list[object] = []
    readers = [Thread(target=lambda: got.append(queue.ask("a", lambda: future))) for _ in range(3)]
    for reader in readers:
        reader.start()
    while not queue.waiting:
        pass

    with pytest.raises(Busy):
        queue.ask("b", lambda: _done("b"))
    future.set_result("answer")
    for reader in readers:
        reader.join()

    assert got == ["answer"] * 3
    assert queue.ask("b", lambda: _done("b")) == "b"


def test_a_failure_is_told_and_not_kept():
    queue, failed = Queue(), Future()
    failed.set_exception(ValueError("no"))

    with pytest.raises(ValueError, match="no"):
        queue.ask("a", lambda: failed)
    assert queue.ask("a", lambda: _done(1)) == 1
