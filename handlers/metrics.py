"""What is counted while the bot runs? Updates, what became of messages, and how long updates took."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.model.delivery import Traffic
from bot.model.outgoing import Purpose, State

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
        self._runs = Counter(
            "rolecall_digest_runs",
            "Runs of subscriptions, by whether there was something to tell",
            ["outcome"],
            registry=self._registry,
        )
        self._deliveries = Gauge(
            "rolecall_deliveries",
            "Digests, alerts and replies by what became of them",
            ["purpose", "state"],
            registry=self._registry,
        )
        self._subscriptions = Gauge(
            "rolecall_subscriptions", "Subscriptions by standing", ["standing"], registry=self._registry
        )
        self._overdue = Gauge(
            "rolecall_overdue_seconds", "How long the longest overdue subscription waits", registry=self._registry
        )
        self._postings = Gauge("rolecall_postings", "Stored postings", registry=self._registry)

    def acted(self, kind: str, seconds: float) -> None:
        """An update was acted on."""
        self._updates.labels(kind).inc()
        self._seconds.observe(seconds)

    def ended(self, state: State) -> None:
        """A message left the wire."""
        self._sent.labels(state.value).inc()

    def ran(self, runs: int, told: int) -> None:
        """So many subscriptions were looked at, and so many of them had something to tell."""
        self._runs.labels("told").inc(told)
        self._runs.labels("silent").inc(runs - told)

    def page(self, outbox: dict[State, int], postings: int, traffic: Traffic) -> bytes:
        """Everything in the text format of Prometheus."""
        for purpose in Purpose:
            for state in State:
                self._deliveries.labels(purpose.value, state.value).set(traffic.messages.get((purpose, state), 0))
        for standing, number in traffic.subscriptions.items():
            self._subscriptions.labels(standing.value).set(number)
        self._overdue.set(traffic.overdue_seconds)
        for state in State:
            self._outbox.labels(state.value).set(outbox.get(state, 0))
        self._postings.set(postings)
        return generate_latest(self._registry)
