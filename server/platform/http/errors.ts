import { type FastifyError, type FastifyReply, type FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { Fact, Refusal } from "@echelon/contract/platform/outcome.ts";
import { isBroken, isExhausted } from "../database/broken-connection.ts";
import type { Log } from "../log/log.ts";
import { sendRefusal } from "./answer.ts";

const faultsMax = 50;

/** Turns whatever was thrown into a refusal of the platform's own; what is left is a bug. */
export function answerErrors(log: Log) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalOf(error);
    if (refusal?.code === "platform/disk-full") log.warn("http.disk-full", { trace: request.id });
    if (refusal !== null) return sendRefusal(reply, request, refusal);
    const route = request.routeOptions.url ?? "";
    log.error("http.bug", error, { trace: request.id, method: request.method, route });
    return sendRefusal(reply, request, { code: "platform/unexpected", facts: {} });
  };
}

function refusalOf(error: FastifyError): Refusal | null {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { code: "platform/malformed-request", facts: { faults: faultsOf(error) } };
  }
  if (isBroken(error) || isExhausted(error)) return { code: "platform/busy", facts: {} };
  switch (error.code) {
    // PostgreSQL's word for it, and the file system's.
    case "53100":
    case "ENOSPC":
      return { code: "platform/disk-full", facts: {} };
    case "FST_ERR_CTP_BODY_TOO_LARGE":
    case "FST_REQ_FILE_TOO_LARGE":
    case "FST_FILES_LIMIT":
    case "FST_FIELDS_LIMIT":
    case "FST_PARTS_LIMIT":
      return { code: "platform/too-large", facts: {} };
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return { code: "platform/wrong-media-type", facts: {} };
    case "FST_ERR_HANDLER_TIMEOUT":
      return { code: "platform/busy", facts: {} };
    default:
      return isClients(error)
        ? { code: "platform/malformed-request", facts: { faults: [] } }
        : null;
  }
}

/** Errors that Fastify itself raises while reading a request: broken JSON, a broken form. */
function isClients(error: FastifyError): boolean {
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500;
}

interface Validation {
  readonly validation: readonly {
    instancePath: string;
    keyword: string;
    params: { issue?: unknown };
  }[];
  readonly validationContext?: string;
}

/** Where each fault is, as `body.lines.0.quantity`, and which rule it breaks. */
function faultsOf(error: FastifyError): Fact {
  const { validation, validationContext } = error as unknown as Validation;
  const context = contexts[validationContext ?? ""] ?? "request";
  return validation.slice(0, faultsMax).map(({ instancePath, keyword, params }) => ({
    at: [context, ...instancePath.split("/").filter(Boolean)].join("."),
    rule: keyword,
    ...limitsOf(params.issue ?? params),
  }));
}

const contexts: Readonly<Record<string, string>> = {
  body: "body",
  params: "where",
  querystring: "asks",
};

/** The numbers a sentence needs, of what they are the bounds, and no value that was sent. */
function limitsOf(issue: unknown): Readonly<Record<string, Fact>> {
  const { origin, minimum, maximum, keys } = issue as {
    origin?: unknown;
    minimum?: unknown;
    maximum?: unknown;
    keys?: unknown;
  };
  return {
    ...(typeof origin === "string" ? { origin } : {}),
    ...(minimum === undefined ? {} : { min: Number(minimum) }),
    ...(maximum === undefined ? {} : { max: Number(maximum) }),
    ...(Array.isArray(keys) ? { unknown: keys.slice(0, 10).map(String) } : {}),
  };
}
