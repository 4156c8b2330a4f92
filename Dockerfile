# Two stages: the first builds a virtual environment, the second runs it as a user without rights.
FROM docker.io/library/python:3.11-slim-bookworm AS build
WORKDIR /src
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=/src/requirements.lock
COPY pyproject.toml requirements.lock README.md ./
COPY bot ./bot
COPY handlers ./handlers
RUN python -m venv /app/venv && /app/venv/bin/python -m pip install --quiet .

FROM docker.io/library/python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin rolecall \
    && install -d -o rolecall -g rolecall /data
COPY --from=build /app/venv /app/venv
COPY seeds /app/seeds
ENV PATH=/app/venv/bin:$PATH PYTHONUNBUFFERED=1 ROLECALL_LISTEN=0.0.0.0 ROLECALL_DB=/data/rolecall.db ROLECALL_SEEDS=/app/seeds
USER rolecall
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=20s CMD ["rolecall", "health"]
# A stop while the interpreter still starts is kept until rolecall heeds it; the first process of a container would never see it.
ENTRYPOINT ["env", "--block-signal=TERM", "rolecall"]
CMD ["run"]
