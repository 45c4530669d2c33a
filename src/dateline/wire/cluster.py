"""Reading on a Dask cluster: the same function by the same ``concurrent.futures`` interface, on other machines.

Nothing of Dask is imported before it is asked for. Its workers must have this very Dateline: they are asked when the
import begins, because another one would read other stories from the same pages.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from dateline.errors import DatelineError
from dateline.wire import reading

ANSWERS_WITHIN = 10
"""Seconds for a scheduler to answer."""

LOOK = 5.0
"""Seconds between looks whether there are any workers left."""

ALONE = 60.0
"""Seconds without a single worker after which nobody waits any more."""

T = TypeVar("T")


class Cluster:
    """A connection to a scheduler. ``start`` is what ``reading.read_all`` wants to make its executor with."""

    def __init__(self, address: str) -> None:
        """Connect to a scheduler such as ``tcp://10.0.0.7:8786``.

        Raises DatelineError if Dask is not installed, nobody answers, there are no workers, or they have another
        Dateline.
        """
        self.address = address
        self.client: Any = _connect(address)
        try:
            self._check_workers()
        except BaseException:
            self.close()
            raise

    @property
    def threads(self) -> int:
        """How much can be read at once."""
        return sum(self.client.nthreads().values())

    def start(self, _workers: int) -> Executor:
        return _OnCluster(self)

    def close(self) -> None:
        self.client.close()

    def wait_for(self, future: Future[T]) -> T:
        """The result of a task, as long as there is anybody to do it."""
        alone_since = 0.0
        while True:
            try:
                return future.result(LOOK)
            except TimeoutError:
                if self.client.status == "running" and self.client.nthreads():
                    alone_since = 0.0
                    continue
            now = time.monotonic()
            alone_since = alone_since or now
            if now - alone_since > ALONE:
                raise DatelineError(
                    f"The cluster at {self.address} has no workers any more.",
                    "What is in stays in; start workers, or run the import again without --on.",
                )

    def _check_workers(self) -> None:
        if not self.client.nthreads():
            raise DatelineError(
                f"The scheduler at {self.address} has no workers.",
                f"Start some: dask worker {self.address} --nthreads 1 --nworkers auto",
            )
        own = reading.code()
        for worker, found in self.client.run(_code_of_worker, on_error="return").items():
            if found != own:
                what = "has no Dateline" if isinstance(found, Exception) else "has another Dateline than this one"
                raise DatelineError(f"The worker {worker} {what}.", "Install the same version on every machine.")


class _OnCluster(Executor):
    """Dask's executor, whose lost workers are told as a pool of processes tells of them."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.executor: Any = cluster.client.get_executor(pure=False)

    def submit(self, work: Callable[..., T], /, *given: Any, **named: Any) -> Future[T]:
        return _Answer(self.cluster, self.executor.submit(work, *given, **named))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.executor.shutdown(wait=wait and not cancel_futures)


class _Answer(Future[T]):
    """The result of a task on the cluster."""

    def __init__(self, cluster: Cluster, inner: Future[T]) -> None:
        super().__init__()
        self.cluster = cluster
        self.inner = inner

    def result(self, timeout: float | None = None) -> T:  # noqa: ARG002 - read_all has none
        from distributed.scheduler import KilledWorker

        try:
            return self.cluster.wait_for(self.inner)
        except KilledWorker as error:
            # Dask tried it on several workers, and each was gone after it.
            raise BrokenProcessPool("The workers that read it are gone.") from error
        except CancelledError as error:
            raise DatelineError(
                f"The scheduler at {self.cluster.address} is gone.", "What is in stays in; run it again to go on."
            ) from error


def _connect(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise DatelineError(
            "To read on a cluster, Dask has to be installed.", "Install it with: pip install 'dateline[cluster]'"
        ) from error
    if not address.startswith(("tcp://", "tls://")):
        raise DatelineError(f"{address!r} is no address of a scheduler.", "Write it as tcp://host:8786.")
    try:
        return Client(address, timeout=ANSWERS_WITHIN, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise DatelineError(f"Nobody answers at {address}.", "Start a scheduler there with: dask scheduler") from error


def _code_of_worker() -> str:
    return reading.code()
