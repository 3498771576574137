import Fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Log } from "../log/log.ts";
import type { NewId } from "../ids.ts";
import { sendRefusal } from "./answer.ts";
import { asksProgram } from "./api-paths.ts";
import { lagMillisMax, watchLoop } from "./busy-loop.ts";
import { answerErrors } from "./errors.ts";
import { type Address, isFromHere, trustedOrigins } from "./origin.ts";
import { watchSilentSockets } from "./silent-sockets.ts";
import { securityHeaders } from "./security-headers.ts";
import { acceptUploads } from "./upload.ts";

export const jsonBytesMax = 2 ** 20;
/** A whole file may take its time on a slow line; what is done with it may not. */
const arrivalMillisMax = 120_000;
const requestMillisMax = 30_000;

export interface ServerOptions {
  readonly log: Log;
  readonly newId: NewId;
  /** How many proxies stand before the server; that many addresses are trusted. */
  readonly proxyHops: number;
  readonly address: () => Address;
  /** Paths whose posts come from foreign pages by design and carry their own proof. */
  readonly crossSitePaths: ReadonlySet<string>;
  /** How late the event loop may run before requests are refused. */
  readonly lagMillisMax?: number | undefined;
}

/** Fastify with everything that holds for each request: ids, headers, origins, errors, the log. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log, newId, proxyHops } = options;
  const headers = securityHeaders(options.address().url.startsWith("https:"));
  const fastify = Fastify({
    logger: false,
    genReqId: () => newId(),
    trustProxy: (_address, hop) => hop < proxyHops,
    bodyLimit: jsonBytesMax,
    requestTimeout: arrivalMillisMax,
    handlerTimeout: requestMillisMax,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    // An address that is none is refused before any hook is asked.
    frameworkErrors: (error, request, reply) => {
      void answerErrors(log)(error, request, reply.headers(headers));
    },
  });
  fastify.setValidatorCompiler(validatorCompiler);
  fastify.setSerializerCompiler(serializerCompiler);
  fastify.setErrorHandler(answerErrors(log));
  fastify.removeContentTypeParser("text/plain");
  fastify.decorateRequest("caller", null);
  fastify.decorateRequest("upload", null);
  await acceptUploads(fastify);
  const loop = watchLoop(options.lagMillisMax ?? lagMillisMax);
  fastify.addHook("onClose", async () => loop.stop());
  const sockets = watchSilentSockets(fastify.server);
  fastify.addHook("preClose", async () => sockets.end());
  const origins = () => trustedOrigins(options.address());
  fastify.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    // The app's page and its files cost nothing; it asks again by itself what was refused.
    if (loop.isBusy() && asksProgram(request.url)) {
      reply.header("retry-after", 1);
      return sendRefusal(reply, request, { code: "platform/busy", facts: {} });
    }
    const isExempt = options.crossSitePaths.has(request.url.split("?")[0] ?? "");
    if (isExempt || isFromHere(request, origins)) return;
    return sendRefusal(reply, request, { code: "platform/foreign-origin", facts: {} });
  });
  fastify.addHook("onResponse", async (request, reply) => {
    log.info("http.answered", {
      trace: request.id,
      person: request.caller?.person ?? null,
      method: request.method,
      route: request.routeOptions.url ?? "",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  return fastify;
}
