import type { FastifyInstance } from "fastify";
import { mountPlatform } from "./platform/platform-routes.ts";
import { createServer } from "./platform/http/fastify-server.ts";
import { mountRoutes } from "./platform/http/mount.ts";
import type { Address } from "./platform/http/origin.ts";
import type { Route } from "./platform/http/route.ts";
import { serveWeb } from "./platform/http/static-files.ts";
import { Fault } from "./platform/fault.ts";
import { mountStream, type TopicGuard } from "./platform/live/stream.ts";
import type { Means } from "./platform/module.ts";
import { type House, type HouseOptions, openHouse } from "./house.ts";

/** A server that answers requests; it takes no jobs. */
export interface App {
  readonly fastify: FastifyInstance;
  readonly means: Means;
  readonly house: House;
  readonly routes: readonly Route[];
  /** Begins to listen and gives the address to open. */
  listen(): Promise<string>;
  /** Answers what is under way, then lets everything go. */
  stop(): Promise<void>;
}

export interface AppOptions extends HouseOptions {
  /** The built web app; without one only the API answers. */
  readonly webFolder?: string;
  /** Makes a refusal that a route does not declare a bug. */
  readonly isStrict?: boolean;
  /** How late the event loop may run before requests are refused; for tests, which share it. */
  readonly lagMillisMax?: number;
}

/** How long requests under way may still take when the server ends. */
const graceMillis = 10_000;

/** Puts the house, its routes, its live events and the web app together. */
export async function createApp(options: AppOptions): Promise<App> {
  const house = await openHouse(options);
  const { means, gate, modules } = house;
  const { config, log, newId, limits, live } = means;
  const at: { port: number } = { port: config.port };
  const address = (): Address => ({ host: config.host, port: at.port, url: config.url });
  const fastify = await createServer({
    log,
    newId,
    proxyHops: config.proxyHops,
    address,
    crossSitePaths: new Set(modules.flatMap((module) => module.crossSitePaths ?? [])),
    lagMillisMax: options.lagMillisMax,
  });
  const guards = new Map<string, TopicGuard>(
    modules.flatMap((module) => Object.entries(module.topics?.(means) ?? {})),
  );
  const routes = modules.flatMap((module) => [...(module.routes?.(means) ?? [])]);
  const ownRoutes = mountPlatform(fastify, house, () => [...routes, ...ownRoutes]);
  mountRoutes(fastify, [...routes, ...ownRoutes], {
    gate,
    limits,
    log,
    isStrict: options.isStrict === true,
  });
  for (const module of modules) await module.mount?.(fastify, means);
  mountStream(fastify, { live, gate, guards });
  await serveWeb(fastify, options.webFolder);
  await fastify.ready();
  return {
    fastify,
    means,
    house,
    routes: [...routes, ...ownRoutes],
    listen: () => listen(fastify, config.host, config.port, config.url, at),
    async stop() {
      const timer = setTimeout(() => fastify.server.closeAllConnections(), graceMillis);
      await fastify.close();
      clearTimeout(timer);
      await house.close();
    },
  };
}

async function listen(
  fastify: FastifyInstance,
  host: string,
  port: number,
  url: string,
  at: { port: number },
): Promise<string> {
  try {
    await fastify.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Fault("http/port-taken", { port });
  }
  const bound = fastify.server.address();
  at.port = typeof bound === "object" ? (bound?.port ?? port) : port;
  return port === 0 ? `http://${host}:${at.port}` : url;
}
