import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { z } from "zod";
import { isDownload, nothing, type Upload } from "@echelon/contract/platform/endpoint.ts";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import { refusals as ofAnyRoute } from "@echelon/contract/platform/refusals.ts";
import type { Log } from "../log/log.ts";
import { locationOf, sendFile, sendRefusal } from "./answer.ts";
import { agentToken } from "./agent-token.ts";
import type { Caller, Gate } from "./caller.ts";
import type { BucketName, RateLimits } from "./rate-limit.ts";
import type { FileAnswer, Route, UploadedFile } from "./route.ts";
import { unstorableTexts } from "./unstorable-text.ts";
import { formBytesMax, readForm } from "./upload.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
    upload: UploadedFile | null;
  }
}

const uploadMillisMax = 180_000;

/** What mounting needs of the house. */
export interface Porch {
  readonly gate: Gate;
  readonly limits: RateLimits;
  readonly log: Log;
  /** Makes a refusal that a route did not declare a bug; for tests. */
  readonly isStrict: boolean;
}

/** Registers routes below `/api`. */
export function mountRoutes(
  fastify: FastifyInstance,
  routes: readonly Route[],
  porch: Porch,
): void {
  for (const route of routes) mountRoute(fastify, route, porch);
}

function mountRoute(fastify: FastifyInstance, route: Route, porch: Porch): void {
  const [method = "GET", path = "/"] = route.does.split(" ");
  fastify.route({
    method: method as HTTPMethods,
    url: `/api${path}`,
    schema: {
      ...(route.where === undefined ? {} : { params: route.where }),
      ...(route.asks === undefined ? {} : { querystring: route.asks }),
      ...(route.takes === undefined ? {} : { body: route.takes }),
      ...(isDownload(route.gives) ? {} : { response: { "2xx": route.gives } }),
    },
    ...(route.uploads === undefined ? {} : uploadLimitsOf(route.uploads)),
    onRequest: (request, reply) => admit(request, reply, route, porch),
    preValidation: async (request, reply) => {
      if (route.uploads === undefined) return;
      const form = await readForm(request, route.uploads);
      if (!form.ok) return sendRefusal(reply, request, form.refusal);
      request.body = form.value.fields;
      request.upload = form.value.file;
    },
    handler: (request, reply) => run(request, reply, route, porch),
  });
}

/** A file arrives for as long as the server allows, and is then read in a thread, for a minute. */
function uploadLimitsOf({ bytesMax }: Upload) {
  return { bodyLimit: bytesMax + formBytesMax, handlerTimeout: uploadMillisMax };
}

/** Before anything of the body is read: who calls, may they, and not too often. */
async function admit(request: FastifyRequest, reply: FastifyReply, route: Route, porch: Porch) {
  const { cookie, authorization } = request.headers;
  const caller = await porch.gate.authenticate({ cookie, authorization });
  request.caller = caller;
  const isToken = agentToken(authorization) !== null;
  if (caller === null && (isToken || route.anonymous !== true)) {
    return sendRefusal(reply, request, { code: "platform/not-signed-in", facts: {} });
  }
  // What no program may ask is said before it is counted: waiting would not help it.
  if (caller?.agent !== undefined && !isAllowed(caller, route)) {
    return sendRefusal(reply, request, { code: "platform/not-allowed", facts: {} });
  }
  const usual = bucketFor(caller, request.method === "GET");
  const key = caller?.person ?? request.ip;
  for (const bucket of route.bucket === undefined ? [usual] : [usual, route.bucket]) {
    const admission = await porch.limits.take(bucket, key);
    if (admission.isAdmitted) continue;
    reply.header("retry-after", admission.seconds);
    const facts = { seconds: admission.seconds };
    return sendRefusal(reply, request, { code: "platform/too-many-requests", facts });
  }
  if (caller !== null && !isAllowed(caller, route)) {
    return sendRefusal(reply, request, { code: "platform/not-allowed", facts: {} });
  }
}

function bucketFor(caller: Caller | null, isRead: boolean): BucketName {
  if (caller === null) return "by-address";
  if (caller.agent !== undefined) return isRead ? "agent-reads" : "agent-writes";
  return isRead ? "reads" : "writes";
}

/** People have roles; a program has the routes that say so, whatever else it may hold. */
function isAllowed(caller: Caller, route: Route): boolean {
  return caller.agent === undefined ? route.allows.holds(caller) : route.agents === true;
}

async function run(request: FastifyRequest, reply: FastifyReply, route: Route, porch: Porch) {
  const faults = textFaults(request);
  if (faults.length > 0)
    return sendRefusal(reply, request, { code: "platform/malformed-request", facts: { faults } });
  const outcome: Outcome<unknown> = await route.run({
    caller: request.caller,
    where: request.params,
    asks: request.query,
    body: request.body,
    upload: request.upload ?? undefined,
    trace: request.id,
    address: request.ip,
    header: (name: string) => headerOf(request, name),
    answerHeader: (name: string, value: string) => void reply.header(name, value),
  } as never);
  if (!outcome.ok) {
    const { code } = outcome.refusal;
    const isDeclared = code in ofAnyRoute || route.refuses.includes(code);
    if (!isDeclared && porch.isStrict) throw new Error(`${route.does} does not declare ${code}`);
    if (!isDeclared) porch.log.warn("http.undeclared-refusal", { route: route.does, code });
    return sendRefusal(reply, request, outcome.refusal);
  }
  if (isDownload(route.gives)) return sendFile(reply, outcome.value as FileAnswer);
  if (isNothing(route.gives)) return reply.code(204).send();
  if (route.creates === undefined) return reply.code(200).send(outcome.value);
  return reply
    .code(201)
    .header("location", locationOf(route.creates, outcome.value))
    .send(outcome.value);
}

function textFaults({ params, query, body, upload }: FastifyRequest) {
  return [
    ...unstorableTexts(params, "where"),
    ...unstorableTexts(query, "asks"),
    ...unstorableTexts(body, "body"),
    ...unstorableTexts(upload?.name, "body"),
  ].map((at) => ({ at, rule: "unstorable" }));
}

/** Whether an endpoint's answer is empty. */
export function isNothing(gives: z.ZodType): boolean {
  return gives === nothing || gives instanceof z.ZodUndefined || gives instanceof z.ZodVoid;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : value;
}
