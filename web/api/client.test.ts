import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addressOf, answered } from "./client.ts";

test("a call's address is filled from what it is given", () => {
  const address = addressOf("GET /practice/seasons/:season/stores/:store/orders", {
    where: { season: "0197", store: "7" },
    asks: { day: "3", market: undefined, sku: "" },
  });
  assert.deepEqual(address, {
    method: "GET",
    url: "/api/practice/seasons/0197/stores/7/orders?day=3",
  });
});

test("whatever a name contains, it stays one part of the path", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (sku) => {
      const { url } = addressOf("GET /a/:sku/b", { where: { sku } });
      const parts = url.split("/");
      assert.equal(parts.length, 5);
      assert.equal(decodeURIComponent(parts[3] ?? ""), sku);
    }),
  );
});

test("words of a search arrive as they were typed", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (words) => {
      const { url } = addressOf("GET /products", { asks: { q: words } });
      assert.equal(new URL(url, "http://here").searchParams.get("q"), words);
    }),
  );
});

test("an answer that is no is thrown with its code, whatever was asked for", async (t) => {
  const said = (status: number, body: string) =>
    t.mock.method(globalThis, "fetch", async () => new Response(body, { status }));
  said(200, "{}");
  assert.equal((await answered("/openapi.json")).status, 200);
  said(503, '{"code":"platform/busy","facts":{}}');
  await assert.rejects(answered("/openapi.json"), { code: "platform/busy" });
  said(502, "<html>");
  await assert.rejects(answered("/openapi.json"), { code: "platform/unexpected" });
});
