# The release, built from nothing but this directory: `docker build -t tacit .`

FROM node:22-bookworm-slim AS node

FROM rust:1.95-bookworm AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /tacit
COPY . .
RUN cargo xtask dist

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/tacit tacit
COPY --from=build /tacit/target/release/tacit /usr/local/bin/tacit
USER tacit
WORKDIR /var/lib/tacit
ENV TACIT_LISTEN=0.0.0.0:8080 \
    TACIT_DATA_DIR=/var/lib/tacit/data \
    TACIT_LOG_FORMAT=json
VOLUME /var/lib/tacit/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["tacit"]
CMD ["serve"]
