import { existsSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { sendRefusal } from "./answer.ts";
import { asksProgram } from "./api-paths.ts";

/**
 * Serves the built web app. A path that is no file and no endpoint is a room of the app, so it gets
 * the app's page; files with a hash in their name may be kept for ever. Without a folder there is
 * only the API, and everything else is not found.
 */
export async function serveWeb(
  fastify: FastifyInstance,
  folder: string | undefined,
): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(join(folder, "index.html"));
  if (isBuilt) {
    await fastify.register(staticFiles, {
      root: folder,
      preCompressed: true,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes(`${join(folder, "assets")}/`);
        reply.header(
          "cache-control",
          isHashed ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  }
  fastify.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === "GET" || request.method === "HEAD") && wantsPage(request.url);
    if (isPage && isBuilt) return reply.sendFile("index.html");
    return sendRefusal(reply, request, { code: "platform/not-found", facts: {} });
  });
}

/** A room has no dot in its last part; `/assets/gone.js` must not answer with a page. */
function wantsPage(url: string): boolean {
  const path = url.split("?")[0] ?? "";
  return !asksProgram(url) && !(path.split("/").at(-1) ?? "").includes(".");
}
