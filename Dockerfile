# syntax=docker/dockerfile:1

# The version of Node that Navette is run on; it works on 20.19 and newer.
ARG NODE_IMAGE=node:24-slim

# "npm install" and not "npm ci" in both stages: it takes what the lock file says too, but does not refuse a lock
# file that npm wrote without the optional packages of other platforms.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm install --ignore-scripts
COPY . .
RUN npm run build

# No development tools, and no embedded PostgreSQL (an optional package): production names its own.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm install --omit=dev --omit=optional --ignore-scripts

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY db/migrations ./db/migrations
USER node
EXPOSE 3000
# Alive, not ready: a container is not to be restarted because PostgreSQL is away.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli.js"]
CMD ["start"]
