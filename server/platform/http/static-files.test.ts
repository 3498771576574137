import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { serveWeb } from "./static-files.ts";

suite("the web app's files", () => {
  let folder = "";
  let fastify: FastifyInstance;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "echelon-web-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<title>Echelon</title>");
    writeFileSync(join(folder, "assets", "app-1a2b.js"), "let app;");
    writeFileSync(join(folder, "assets", "app-1a2b.js.gz"), gzipSync("let app;"));
    fastify = Fastify();
    await serveWeb(fastify, folder);
  });
  after(async () => {
    await fastify.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers = {}) => fastify.inject({ method: "GET", url, headers });

  test("with a hash in their name are kept for ever, packed when the browser can", async () => {
    const plain = await get("/assets/app-1a2b.js");
    assert.equal(plain.body, "let app;");
    assert.equal(plain.headers["cache-control"], "public, max-age=31536000, immutable");
    const packed = await get("/assets/app-1a2b.js", { "accept-encoding": "gzip, br" });
    assert.equal(packed.headers["content-encoding"], "gzip");
    assert.match(String(packed.headers["content-type"]), /javascript/);
  });

  test("answer every room with the app's page, which is asked for anew each time", async () => {
    for (const url of ["/", "/practice/seasons/1?tab=day"]) {
      const page = await get(url);
      assert.deepEqual([page.statusCode, page.body], [200, "<title>Echelon</title>"]);
      assert.equal(page.headers["cache-control"], "no-cache");
    }
  });

  test("that are not there are not the app's page, and nothing outside is served", async () => {
    for (const url of [
      "/assets/gone-1.js",
      "/favicon.ico",
      "/api/none",
      "/openapi.json",
      "/live",
      "/ims/case/v2/CFDocuments",
    ]) {
      const missing = await get(url);
      assert.deepEqual([missing.statusCode, missing.json().code], [404, "platform/not-found"], url);
    }
    for (const url of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
    ]) {
      assert.equal((await get(url)).body.includes("dependencies"), false, url);
    }
    assert.equal((await fastify.inject({ method: "POST", url: "/practice" })).statusCode, 404);
  });
});
