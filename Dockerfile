FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app
COPY requirements.txt ./
RUN python -m pip install --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
RUN python -m pip install --no-deps --no-build-isolation .

# an account without rights, which owns the one folder that is written
RUN useradd --system --uid 10001 --create-home --home-dir /data newsbell
# by number, so that a cluster can see that it isn't root
USER 10001
VOLUME /data
WORKDIR /data

ENV NEWSBELL_DATABASE_URL=sqlite:////data/newsbell.db NEWSBELL_TERMINAL=off

# asks /healthz; a bot that hangs gives no answer, which counts as ill after five seconds
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s CMD ["newsbell", "health"]
CMD ["newsbell", "run"]
