"""What is counted while the bot runs? Updates, what became of messages, and how long updates took."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.model.outgoing import State

_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)


class Metrics:
    """The counters of one process; nothing in them tells who wrote or what."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._updates = Counter("rolecall_updates", "Updates acted on, by kind", ["kind"], registry=self._registry)
        self._seconds = Histogram(
            "rolecall_update_seconds", "From taking up an update to its end", registry=self._registry, buckets=_SECONDS
        )
        self._sent = Counter("rolecall_messages", "Messages by what became of them", ["state"], registry=self._registry)
        self._outbox = Gauge("rolecall_outbox", "Messages in the outbox by state", ["state"], registry=self._registry)
        self._postings = Gauge("rolecall_postings", "Stored postings", registry=self._registry)

    def acted(self, kind: str, seconds: float) -> None:
        """An update was acted on."""
        self._updates.labels(kind).inc()
        self._seconds.observe(seconds)

    def ended(self, state: State) -> None:
        """A message left the wire."""
        self._sent.labels(state.value).inc()

    def page(self, outbox: dict[State, int], postings: int) -> bytes:
        """Everything in the text format of Prometheus."""
        for state in State:
            self._outbox.labels(state.value).set(outbox.get(state, 0))
        self._postings.set(postings)
        return generate_latest(self._registry)
