import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { z } from "zod";
import { download, endpoints, nothing } from "@echelon/contract/platform/endpoint.ts";
import { ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { BigInteger, Instant, integerText } from "@echelon/contract/platform/shapes.ts";
import type { Module } from "../module.ts";
import { type FreshApp, freshApp } from "../testing/fresh-app.ts";
import { anyone, type Caller, permission } from "./caller.ts";
import { route } from "./route.ts";

const Parcel = z.strictObject({
  name: z.string().min(1).max(10),
  weight: z.int().min(1).max(100),
  price: BigInteger,
});

const table = endpoints({
  send: {
    does: "POST /parcels",
    takes: Parcel,
    gives: z.strictObject({ id: z.string(), price: BigInteger, sentAt: Instant }),
    refuses: [],
    creates: "/parcels/:id",
  },
  find: {
    does: "GET /parcels/:number",
    where: z.strictObject({ number: integerText(1, 9) }),
    asks: z.strictObject({ color: z.enum(["red"]).optional() }),
    gives: z.strictObject({ number: z.int(), color: z.string().nullable() }),
    refuses: [],
    anonymous: true,
  },
  lose: { does: "DELETE /parcels", gives: nothing, refuses: [] },
  lost: { does: "PUT /parcels", gives: nothing, refuses: [] },
  paper: { does: "GET /paper", gives: download("text/plain"), refuses: [] },
  weigh: {
    does: "POST /scans",
    takes: z.strictObject({ note: z.string().max(5) }),
    gives: z.strictObject({ bytes: z.int(), name: z.string(), note: z.string() }),
    refuses: [],
    uploads: { field: "scan", bytesMax: 1_000 },
  },
});

const parcels: Module = {
  name: "parcels",
  needs: [],
  routes: () => [
    route({
      ...table.send,
      allows: permission("send", (caller) => caller.roles.some(({ role }) => role === "sender")),
      run: ({ body }) => ok({ id: "a/b", price: body.price * 2n, sentAt: new Date(0) }),
    }),
    route({
      ...table.find,
      allows: anyone,
      run: ({ where, asks }) => ok({ number: where.number, color: asks.color ?? null }),
    }),
    route({
      ...table.lose,
      allows: anyone,
      run: () => {
        throw new Error("a secret of the inside");
      },
    }),
    route({ ...table.lost, allows: anyone, run: () => refuse({ code: "platform/not-found" }) }),
    route({
      ...table.paper,
      allows: anyone,
      run: () => ok({ body: Buffer.from("note"), mediaType: "text/plain", name: "成绩 1.txt" }),
    }),
    route({
      ...table.weigh,
      allows: anyone,
      run: ({ upload, body }) =>
        ok({ bytes: upload.bytes.length, name: upload.name, note: body.note }),
    }),
  ],
};

const sender: Caller = {
  person: "p1",
  locale: "zh",
  roles: [{ organisation: "o1", role: "sender" }],
};
const stranger: Caller = { person: "p2", locale: "en", roles: [] };

suite("a route of the contract", () => {
  let house: FreshApp;
  before(async () => {
    house = await freshApp({ modules: [parcels] });
  });
  after(() => house.stop());

  const inject = (method: string, url: string, caller: Caller | null, more: object = {}) => {
    const cookie =
      caller === null
        ? {}
        : { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(caller))}` };
    const { headers = {}, ...rest } = more as { headers?: object };
    return house.app.fastify.inject({
      method: method as "GET",
      url,
      headers: { origin: house.app.means.config.url, ...cookie, ...headers },
      ...rest,
    });
  };
  const parcel = { name: "tent", weight: 3, price: "1999" };

  test("answers 201 with its address, and carries big integers as decimal text", async () => {
    const answer = await inject("POST", "/api/parcels", sender, { payload: parcel });
    assert.equal(answer.statusCode, 201);
    assert.equal(answer.headers.location, "/api/parcels/a%2Fb");
    assert.deepEqual(answer.json(), {
      id: "a/b",
      price: "3998",
      sentAt: "1970-01-01T00:00:00.000Z",
    });
  });

  test("refuses a malformed request with the path of each fault and no value", async () => {
    const payload = { name: "", weight: 1.5, price: "12.5", color: "red" };
    const answer = await inject("POST", "/api/parcels", sender, { payload });
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.headers["content-type"], "application/problem+json");
    const problem = answer.json();
    assert.equal(problem.code, "platform/malformed-request");
    const places = problem.facts.faults.map((fault: { at: string }) => fault.at).toSorted();
    assert.deepEqual(places, ["body", "body.name", "body.price", "body.weight"]);
    assert.equal(answer.body.includes("12.5"), false);
  });

  test("refuses texts that no database keeps, and says where they are", async () => {
    for (const name of ["te\u0000nt", "tent \ud800"]) {
      const payload = { ...parcel, name };
      const answer = await inject("POST", "/api/parcels", sender, { payload });
      assert.equal(answer.statusCode, 400);
      assert.deepEqual(answer.json().facts.faults, [{ at: "body.name", rule: "unstorable" }]);
    }
  });

  test("refuses JSON that is none, and bodies of another kind", async () => {
    const json = { "content-type": "application/json" };
    const broken = await inject("POST", "/api/parcels", sender, { headers: json, payload: "{" });
    assert.deepEqual([broken.statusCode, broken.json().code], [400, "platform/malformed-request"]);
    const text = await inject("POST", "/api/parcels", sender, {
      headers: { "content-type": "text/plain" },
      payload: "tent",
    });
    assert.deepEqual([text.statusCode, text.json().code], [415, "platform/wrong-media-type"]);
    const large = await inject("POST", "/api/parcels", sender, {
      headers: json,
      payload: JSON.stringify({ name: "x".repeat(2 ** 20) }),
    });
    assert.deepEqual([large.statusCode, large.json().code], [413, "platform/too-large"]);
  });

  test("asks who is calling before it reads anything", async () => {
    const unknown = await inject("POST", "/api/parcels", null, { payload: {} });
    assert.deepEqual([unknown.statusCode, unknown.json().code], [401, "platform/not-signed-in"]);
    const unfit = await inject("POST", "/api/parcels", stranger, { payload: {} });
    assert.deepEqual([unfit.statusCode, unfit.json().code], [403, "platform/not-allowed"]);
  });

  test("answers everyone where it is anonymous, with path and query checked", async () => {
    const found = await inject("GET", "/api/parcels/7?color=red", null);
    assert.deepEqual([found.statusCode, found.json()], [200, { number: 7, color: "red" }]);
    for (const url of ["/api/parcels/10", "/api/parcels/x", "/api/parcels/7?colour=red"]) {
      assert.equal((await inject("GET", url, null)).statusCode, 400, url);
    }
  });

  test("keeps a bug's message inside and tells a trace", async () => {
    const answer = await inject("DELETE", "/api/parcels", stranger);
    assert.equal(answer.statusCode, 500);
    const problem = answer.json();
    assert.equal(problem.code, "platform/unexpected");
    assert.match(problem.trace, /^[0-9a-f-]{36}$/);
    assert.equal(answer.body.includes("secret"), false);
  });

  test("answers a refusal with the status of the catalogue", async () => {
    const answer = await inject("PUT", "/api/parcels", stranger);
    assert.deepEqual([answer.statusCode, answer.json().code], [404, "platform/not-found"]);
  });

  test("gives a file as an attachment whose name may be Chinese", async () => {
    const answer = await inject("GET", "/api/paper", stranger);
    assert.equal(answer.body, "note");
    assert.equal(answer.headers["content-type"], "text/plain");
    assert.match(
      String(answer.headers["content-disposition"]),
      /^attachment; filename="___1\.txt"; filename\*=UTF-8''%E6%88%90%E7%BB%A9%201\.txt$/,
    );
  });

  const form = (note: string, bytes: number, field = "scan") => {
    const body = new FormData();
    body.append("note", note);
    body.append(field, new Blob([new Uint8Array(bytes)]), "scan.bin");
    return body;
  };

  test("takes one file of a form with its fields, up to its size", async () => {
    const small = await inject("POST", "/api/scans", stranger, { payload: form("ok", 1_000) });
    assert.deepEqual(
      [small.statusCode, small.json()],
      [200, { bytes: 1_000, name: "scan.bin", note: "ok" }],
    );
    const large = await inject("POST", "/api/scans", stranger, { payload: form("ok", 1_001) });
    assert.deepEqual([large.statusCode, large.json().code], [413, "platform/too-large"]);
    assert.deepEqual(large.json().facts, { bytesMax: 1_000 });
    const long = await inject("POST", "/api/scans", stranger, { payload: form("longer", 1) });
    assert.deepEqual([long.statusCode, long.json().facts.faults[0].at], [400, "body.note"]);
    const none = await inject("POST", "/api/scans", stranger, { payload: form("ok", 1, "other") });
    assert.deepEqual([none.statusCode, none.json().facts.faults[0].at], [400, "body.scan"]);
    const json = await inject("POST", "/api/scans", stranger, { payload: {} });
    assert.equal(json.statusCode, 415);
  });

  test("changes nothing for a page of another origin", async () => {
    const cases = [
      { origin: "https://evil.example" },
      { origin: "" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of cases) {
      const answer = await inject("POST", "/api/parcels", sender, { payload: parcel, headers });
      assert.deepEqual([answer.statusCode, answer.json().code], [403, "platform/foreign-origin"]);
    }
  });

  test("carries the security headers on every answer, refusals too", async () => {
    for (const url of ["/api/parcels/7", "/api/none", "/nowhere"]) {
      const { headers } = await inject("GET", url, null);
      assert.match(
        String(headers["content-security-policy"]),
        /default-src 'self'.*frame-ancestors 'none'/,
      );
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "same-origin");
      assert.equal(headers["cross-origin-opener-policy"], "same-origin");
      assert.equal(headers["strict-transport-security"], undefined, "plain http");
    }
  });

  test("stops a person who writes too fast, and says for how long", async () => {
    const hasty: Caller = { ...sender, person: "hasty" };
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => inject("POST", "/api/parcels", hasty, { payload: parcel })),
    );
    const refused = answers.filter((answer) => answer.statusCode === 429);
    assert.ok(refused.length >= 5 && refused.length <= 30, String(refused.length));
    assert.equal(refused[0]?.json().code, "platform/too-many-requests");
    assert.equal(refused[0]?.headers["retry-after"], "1");
  });

  test("is described in OpenAPI with its permission", async () => {
    const { paths } = (await inject("GET", "/openapi.json", null)).json();
    assert.equal(paths["/api/parcels"].post["x-allows"], "send");
    assert.equal(paths["/api/parcels/{number}"].get.parameters[0].in, "path");
    const mounted = house.app.routes.length;
    const described = Object.values(paths).flatMap((path) => Object.keys(path as object)).length;
    assert.equal(described, mounted);
  });
});
