import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { casePackage } from "@echelon/connectors/case/case-package.ts";
import { caseBase } from "@echelon/connectors/case/naming.ts";
import { type CaseProvider, caseProvider } from "@echelon/connectors/case/provider.ts";
import { loadVersions } from "@echelon/courses/competency-framework.ts";
import type { Means } from "../../platform/module.ts";
import { viewOf } from "./framework-view.ts";

const keptSeconds = 86_400;

/**
 * The provider of CASE 1.1: public and read only, in the standard's own shapes and errors. Every
 * version stays to be found, because credentials point at it.
 */
export async function mountCase(fastify: FastifyInstance, means: Means): Promise<void> {
  let provider: CaseProvider | undefined;
  const origin = means.config.url;
  fastify.get(`${caseBase}/*`, async (request, reply) => {
    const admission = await means.limits.take("public-page", request.ip);
    reply.header("access-control-allow-origin", "*");
    if (!admission.isAdmitted) {
      reply.header("retry-after", admission.seconds);
      return reply.code(429).send(serverBusy);
    }
    provider ??= caseProvider(packages(origin), origin);
    const path = (request.params as { readonly "*": string })["*"];
    const { status, body, total } = provider(path, asksOf(request.query));
    if (total !== undefined) {
      reply.header("x-total-count", total);
      reply.header("access-control-expose-headers", "x-total-count");
    }
    if (status !== 200) return reply.code(status).send(body);
    const text = JSON.stringify(body);
    const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
    reply.header("cache-control", `public, max-age=${keptSeconds}`).header("etag", etag);
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    return reply.type("application/json").send(text);
  });
}

/** A field that is said several times is a list, as the standard has it. */
function asksOf(query: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(query as Readonly<Record<string, string | readonly string[]>>);
  return Object.fromEntries(
    entries.map(([name, said]) => [name, typeof said === "string" ? said : said.join(",")]),
  );
}

const serverBusy = {
  imsx_codeMajor: "failure",
  imsx_severity: "error",
  imsx_description: "server_busy",
  imsx_codeMinor: {
    imsx_codeMinorField: [
      { imsx_codeMinorFieldName: "TargetEndSystem", imsx_codeMinorFieldValue: "server_busy" },
    ],
  },
};

function packages(origin: string) {
  return loadVersions().flatMap((bundle) =>
    (["zh", "en"] as const).map((language) => casePackage(viewOf(bundle), { language, origin })),
  );
}
