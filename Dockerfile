# syntax=docker/dockerfile:1

# GraphiQL's scripts and styles, and the shapes of countries.
FROM node:24-slim AS assets
RUN apt-get update && apt-get install --yes --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY web web
COPY graph/graphiql/assets.py graph/graphiql/assets.py
RUN touch graph/__init__.py graph/graphiql/__init__.py && python3 -m graph.graphiql.assets

# The packages, pinned and checked by their hashes.
FROM python:3.13-slim AS packages
WORKDIR /source
COPY requirements.txt requirements-build.txt ./
RUN python -m venv /hearth && /hearth/bin/pip install --no-cache-dir --require-hashes -r requirements.txt -r requirements-build.txt
COPY . .
COPY --from=assets /source/graph/static graph/static
RUN /hearth/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

# What runs: no compiler, no npm, no root.
FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin hearth
# A new volume takes its owner from the folder that it is mounted on: PostgreSQL's account in its image, or ours.
RUN install --directory --owner=999 --group=999 --mode=0700 /archive /scratch /var/lib/postgresql
RUN install --directory --owner=10001 --mode=0700 /data
COPY --from=packages /hearth /hearth
ENV PATH=/hearth/bin:$PATH PYTHONUNBUFFERED=1
USER 10001
EXPOSE 8000
CMD ["hearth", "serve", "--host", "0.0.0.0"]
