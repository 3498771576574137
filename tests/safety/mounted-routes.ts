import type { FreshApp } from "@echelon/server/main.ts";

/** Every route that a server answers, contract or not, as `GET /api/classes/:class`. */
export function mountedRoutes({ fastify }: FreshApp["app"]): string[] {
  const stem: string[] = [];
  return fastify
    .printRoutes()
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", part = "", methods = ""] =
        /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      const depth = indent.length / 4;
      stem.splice(depth, Number.POSITIVE_INFINITY, part);
      return methods
        .split(", ")
        .filter((method) => method !== "" && method !== "HEAD")
        .map((method) => `${method} ${stem.join("")}`);
    });
}
