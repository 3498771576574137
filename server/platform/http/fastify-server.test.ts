import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { uuidv7 } from "../ids.ts";
import { silentLog } from "../log/log.ts";
import { createServer } from "./fastify-server.ts";

const openServer = (lagMillisMax?: number) =>
  createServer({
    log: silentLog,
    newId: uuidv7,
    proxyHops: 0,
    address: () => ({ host: "127.0.0.1", port: 0, url: "http://127.0.0.1" }),
    crossSitePaths: new Set(),
    lagMillisMax,
  });

test("a full disk is no bug: whoever saves is told that nothing was saved, and why", async () => {
  const fastify = await openServer();
  for (const code of ["53100", "ENOSPC"]) {
    fastify.get(`/api/${code}`, () => {
      throw Object.assign(new Error("could not extend file"), { code });
    });
  }
  try {
    for (const url of ["/api/53100", "/api/ENOSPC"]) {
      const answer = await fastify.inject({ method: "GET", url });
      assert.deepEqual([answer.statusCode, answer.json().code], [503, "platform/disk-full"]);
    }
  } finally {
    await fastify.close();
  }
});

test("a busy server refuses questions to the program and still hands out its page", async () => {
  // Why: whoever goes to a room while a day closes must see the app, which asks again by itself.
  const fastify = await openServer(-1);
  fastify.get("/", () => "page");
  fastify.get("/api/session", () => "answer");
  try {
    const get = (url: string) => fastify.inject({ method: "GET", url });
    const asked = await get("/api/session");
    assert.deepEqual([asked.statusCode, asked.json().code], [503, "platform/busy"]);
    assert.equal(asked.headers["retry-after"], "1");
    assert.equal((await get("/")).body, "page");
  } finally {
    await fastify.close();
  }
});

test("a fault says what it bounds, so that a length is not told as a number", async () => {
  const fastify = await openServer();
  const body = z.strictObject({ name: z.string().max(3), units: z.int().max(5) });
  fastify.post("/api/wish", { schema: { body } }, () => "taken");
  try {
    const payload = { name: "four", units: 6 };
    const headers = { origin: "http://127.0.0.1" };
    const answer = await fastify.inject({ method: "POST", url: "/api/wish", headers, payload });
    assert.deepEqual(answer.json().facts.faults, [
      { at: "body.name", rule: "too_big", origin: "string", max: 3 },
      { at: "body.units", rule: "too_big", origin: "number", max: 5 },
    ]);
  } finally {
    await fastify.close();
  }
});
