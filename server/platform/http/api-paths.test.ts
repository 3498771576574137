import assert from "node:assert/strict";
import { test } from "node:test";
import { asksProgram } from "./api-paths.ts";

test("calls, live events, the API's description and standards' services ask the program", () => {
  const asked = [
    "/api/me",
    "/live",
    "/live?topics=x",
    "/openapi.json",
    "/ims/case/v1p1/CFDocuments",
  ];
  for (const url of [...asked, "/ims/case/v1p1", "/ims/wrong?limit=1"]) assert.ok(asksProgram(url));
});

test("every other address asks for a page or a file", () => {
  for (const url of ["/", "/docs", "/imsomething", "/assets/index.js?v=/api/", "/manual/a/b"])
    assert.ok(!asksProgram(url), url);
});
