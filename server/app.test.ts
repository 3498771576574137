import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { endpoints } from "@echelon/contract/endpoints.ts";
import { modules } from "./modules.ts";
import { type FreshApp, freshApp } from "./platform/testing/fresh-app.ts";

const spoken = Object.values(endpoints).flatMap((table) => Object.values(table));

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

suite("the whole server", () => {
  let house: FreshApp;
  before(async () => {
    house = await freshApp();
  });
  after(() => house.stop());

  test("answers every endpoint of the contract, and no other", () => {
    const sorted = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b));
    assert.deepEqual(
      sorted(house.app.routes.map(({ does }) => does)),
      sorted(spoken.map(({ does }) => does)),
    );
  });

  test("describes each of them in OpenAPI, with its parameters and one name", async () => {
    const answer = await house.app.fastify.inject({ method: "GET", url: "/openapi.json" });
    const { openapi, paths } = answer.json<Described>();
    assert.equal(openapi, "3.1.0");
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    assert.equal(operations.length, spoken.length);
    assert.equal(
      new Set(operations.map(({ operation }) => operation.operationId)).size,
      spoken.length,
    );
    for (const { path, operation } of operations) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual(new Set(inPath.map(({ name }) => name)), new Set(named), path);
      assert.ok(
        Object.keys(operation.responses).some((status) => /^20[014]$/.test(status)),
        path,
      );
    }
  });

  test("names each of its jobs and clocks once", () => {
    // Why: two of one name are refused where workers start, which tests of a module do not do.
    const { means } = house.app;
    const names = modules.flatMap((module) => [
      ...(module.jobs?.(means) ?? []).map(({ kind }) => kind.name),
      ...(module.crons?.(means) ?? []).map(({ name }) => name),
    ]);
    assert.ok(names.includes("assessment.fit-difficulties"));
    assert.equal(new Set(names).size, names.length, names.toSorted().join(" "));
  });

  test("asks everyone who comes in for their name, except at the open doors", async () => {
    for (const { does, anonymous } of spoken) {
      const [method = "GET", path = ""] = does.split(" ");
      const answer = await house.app.fastify.inject({
        method: method as "GET",
        url: `/api${path.replace(/:\w+/g, "x")}`,
        headers: { origin: house.app.means.config.url },
      });
      if (anonymous === true) assert.notEqual(answer.statusCode, 401, does);
      else assert.equal(answer.statusCode, 401, does);
      assert.notEqual(answer.statusCode, 500, does);
    }
  });
});
