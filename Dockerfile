# How to run it: docs/deployment.md. Nothing is downloaded but the base image and packages of the npm registry, as the
# lock file pins them; no package's own install script runs.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/playground/package.json ./packages/playground/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY packages/playground/bundle.mjs packages/playground/tsconfig.build.json ./packages/playground/
COPY packages/playground/src ./packages/playground/src
COPY tools/build.mjs ./tools/
COPY tools/build ./tools/build
COPY src ./src
COPY commands ./commands
# What the answers are learned from, in the build.
COPY content ./content
RUN npm run -s build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/playground/package.json ./packages/playground/
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
# Inside the container only: for the health check below, and for whoever shares its network.
ENV METRICS_ADDRESS=127.0.0.1:9464
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY content ./content
COPY --from=build /app/packages/playground/dist ./packages/playground/dist
COPY packages/playground/package.json ./packages/playground/
# The only place that is written to.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
# Connections to Discord begin five seconds after each other: 300 s are enough for some forty, so for 100,000 servers.
HEALTHCHECK --interval=30s --timeout=5s --start-period=300s --retries=3 \
  CMD ["node", "dist/src/cli/health.js"]
CMD ["node", "dist/src/main.js"]
