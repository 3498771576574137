import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { endpoints } from "@echelon/contract/endpoints.ts";
import type { Endpoint } from "@echelon/contract/platform/endpoint.ts";
import { freshApp, type FreshApp } from "@echelon/server/main.ts";

const all: readonly Endpoint[] = Object.values(endpoints).flatMap((table) => Object.values(table));
const changing = all.filter(({ does }) => !does.startsWith("GET"));
const mebibyte = 2 ** 20;

/** The headers that keep a browser strict, whatever is answered. */
const strictHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

suite("the door of the house", () => {
  let house: FreshApp;
  before(async () => {
    house = await freshApp({ isRealGate: true });
  });
  after(() => house.stop());

  type Knock = { headers?: Record<string, string>; payload?: string };
  const knock = (does: string, { headers = {}, payload }: Knock = {}) => {
    const [method = "GET", path = ""] = does.split(" ");
    return house.app.fastify.inject({
      method: method as "GET",
      url: `/api${path.replaceAll(/:[A-Za-z]+/g, "01900000-0000-7000-8000-000000000001")}`,
      headers: { origin: house.app.means.config.url, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  };
  const json = { "content-type": "application/json" };

  test("lets no foreign page change anything, on any route", async () => {
    const strangers: readonly Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${house.app.means.config.url}.evil.example` },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const { does } of changing) {
      for (const headers of strangers) {
        const answer = await knock(does, { headers });
        assert.equal(answer.json().code, "platform/foreign-origin", `${does} ${headers["origin"]}`);
      }
    }
  });

  test("asks who comes before it reads what was brought, wherever not all may enter", async () => {
    for (const { does } of all.filter(({ anonymous }) => anonymous !== true)) {
      const answer = await knock(does, { headers: json, payload: "{ broken" });
      assert.equal(answer.json().code, "platform/not-signed-in", does);
    }
  });

  test("answers with strict headers, whatever it answers", async () => {
    for (const does of ["GET /health", "GET /classes", "GET /no-such-route", "POST /sign-in"]) {
      const { headers } = await knock(does);
      for (const [name, value] of Object.entries(strictHeaders))
        assert.equal(headers[name], value, `${does} ${name}`);
      assert.match(
        String(headers["content-security-policy"]),
        /default-src 'self'.*object-src 'none'/,
      );
      assert.equal(headers["cache-control"], "no-store", does);
    }
  });

  test("refuses what is no request of ours, and stays up", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const odd: readonly [string, number, Knock][] = [
      ["POST /sign-in", 400, { headers: json, payload: "" }],
      ["POST /sign-in", 400, { headers: json, payload: "{" }],
      ["POST /sign-in", 400, { headers: json, payload: "null" }],
      ["POST /sign-in", 400, { headers: json, payload: deep }],
      ["POST /sign-in", 400, { headers: json, payload: `{"username":${deep},"password":"x"}` }],
      ["POST /sign-in", 413, { headers: json, payload: `"${"a".repeat(mebibyte + 1)}"` }],
      ["POST /sign-in", 400, { headers: json, payload: '{"__proto__":{"x":1}}' }],
      ["POST /sign-in", 400, { headers: json, payload: '{"constructor":{"prototype":{}}}' }],
      ["POST /sign-in", 415, { headers: { "content-type": "text/xml" }, payload: "<a/>" }],
      ["POST /sign-in", 415, { headers: { "content-type": "text/plain" }, payload: "{}" }],
      ["DELETE /sign-in", 404, {}],
      ["GET /no-such-route", 404, {}],
      ["GET /join/%00", 400, {}],
      ["GET /join/%ff", 400, {}],
      ["GET /../../etc/passwd", 404, {}],
      [`GET /join/${"a".repeat(8_000)}`, 400, {}],
    ];
    for (const [does, status, request] of odd) {
      const answer = await knock(does, request);
      const what = `${does.slice(0, 80)} ${request.payload?.slice(0, 60) ?? ""}`;
      assert.equal(answer.statusCode, status, `${what}: ${answer.body.slice(0, 200)}`);
      assert.match(answer.json().code, /^(platform|teaching)\//, what);
      assert.equal(answer.headers["x-content-type-options"], "nosniff", what);
    }
    assert.equal((await knock("GET /health")).statusCode, 200);
  });
});
