import type { FastifyInstance } from "fastify";
import { platform } from "@echelon/contract/platform/endpoints.ts";
import { ok } from "@echelon/contract/platform/outcome.ts";
import { describeRoutes } from "./http/openapi.ts";
import { anyone } from "./http/caller.ts";
import { type Route, route } from "./http/route.ts";
import { readStatus, type StatusSources } from "./status/read-status.ts";
import { echelonVersion } from "./status/versions.ts";

/** The platform's own endpoints, and the description of all of them at `/openapi.json`. */
export function mountPlatform(
  fastify: FastifyInstance,
  sources: StatusSources,
  routes: () => readonly Route[],
): Route[] {
  let described: string | null = null;
  fastify.get("/openapi.json", (_, reply) => {
    described ??= JSON.stringify(describeRoutes(routes(), echelonVersion));
    return reply.type("application/json").serializer(String).send(described);
  });
  const { database } = sources.means;
  return [
    route({
      ...platform.health,
      allows: anyone,
      run: async () => {
        await database.rows({ name: "platform.health", text: "select 1", values: [] });
        return ok({ isWell: true });
      },
    }),
    route({
      ...platform.status,
      allows: sources.gate.operates,
      run: async () => ok(await readStatus(sources)),
    }),
  ];
}
