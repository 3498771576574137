import type { FastifyReply, FastifyRequest } from "fastify";
import type { Refusal } from "@echelon/contract/platform/outcome.ts";
import { type Problem, problemMediaType } from "@echelon/contract/platform/problem.ts";
import { refusals } from "@echelon/contract/refusals.ts";
import type { FileAnswer } from "./route.ts";

/** Answers a refusal as problem details; the status comes from the catalogue. */
export function sendRefusal(reply: FastifyReply, request: FastifyRequest, refusal: Refusal) {
  const status = refusals[refusal.code];
  const problem: Problem = {
    type: `/manual/${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    facts: { ...refusal.facts } as Problem["facts"],
    trace: request.id,
  };
  // Sent as text: a route's own response schema is for its answer, not for problems.
  return reply.code(status).type(problemMediaType).serializer(String).send(JSON.stringify(problem));
}

export function sendFile(reply: FastifyReply, file: FileAnswer) {
  reply.type(file.mediaType);
  reply.header("cache-control", file.isImmutable === true ? keptForever : "private, no-store");
  if (file.name !== undefined) reply.header("content-disposition", attachment(file.name));
  return reply.send(file.body instanceof Uint8Array ? Buffer.from(file.body) : file.body);
}

const keptForever = "private, max-age=31536000, immutable";

/** A file name for a download, also where it is Chinese (RFC 6266, RFC 8187). */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The address of what was just made: the template's `:name` parts filled from the answer. */
export function locationOf(template: string, answer: unknown): string {
  const fields = answer as Readonly<Record<string, unknown>>;
  const path = template.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(fields[name])),
  );
  return `/api${path}`;
}
