import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Id } from "@echelon/contract/platform/shapes.ts";
import type { Means } from "../../platform/module.ts";
import { organisationBySlug } from "../identity/index.ts";
import { documentOf } from "./credential-keys.ts";
import { listPath } from "./status-lists.ts";
import { readList } from "./store/credential-store.ts";

/** Others may keep a list of revocations as long as the standard's readers expect. */
const listSeconds = 600;
const documentSeconds = 3_600;

/**
 * What the standards look for at addresses of their own: the keys of issuers, and the lists of what
 * was revoked. All of it is public. An id of a credential opens nothing: who may see it has its
 * holder's link, or the file itself.
 */
export async function mountIssuers(fastify: FastifyInstance, means: Means): Promise<void> {
  const { database } = means;
  const isAdmitted = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const admission = await means.limits.take("public-page", request.ip);
    reply.header("access-control-allow-origin", "*");
    if (admission.isAdmitted) return true;
    reply.header("retry-after", admission.seconds);
    return false;
  };
  fastify.get("/.well-known/did.json", async (request, reply) => {
    if (!(await isAdmitted(request, reply))) return reply.code(429).send();
    return sendDocument(reply, await documentOf(means, database, null, null));
  });
  fastify.get("/o/:slug/did.json", async (request, reply) => {
    if (!(await isAdmitted(request, reply))) return reply.code(429).send();
    const { slug } = request.params as { readonly slug: string };
    const found = await organisationBySlug(database, slug);
    const owner = found?.id ?? null;
    return sendDocument(
      reply,
      owner === null ? null : await documentOf(means, database, owner, slug),
    );
  });
  fastify.get(`${listPath}/:list`, async (request, reply) => {
    if (!(await isAdmitted(request, reply))) return reply.code(429).send();
    const { list } = request.params as { readonly list: string };
    const row = Id.safeParse(list).success ? await readList(database, list) : undefined;
    if (row === undefined) return reply.code(404).send();
    reply.header("cache-control", `public, max-age=${listSeconds}`);
    return reply.type("application/vc+ld+json").send(row.document);
  });
  // The same answer for every id, so that nobody learns which there are.
  fastify.get("/credentials/:credential", (_, reply) => reply.redirect("/verify", 303));
}

function sendDocument(reply: FastifyReply, document: object | null) {
  if (document === null) return reply.code(404).send();
  reply.header("cache-control", `public, max-age=${documentSeconds}`);
  return reply.type("application/did+json").send(JSON.stringify(document));
}
