import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser, reasonWithoutBrowser } from "./browser.ts";
import { Visitor } from "./visitor.ts";

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>page</title><main><h1>A page</h1>${body}</main></html>`;

const pages: Readonly<Record<string, string>> = {
  "/good": page(""),
  "/noisy": page(`<script>console.error("it is broken")</script>`),
  "/throws": page(`<script>throw new Error("it broke")</script>`),
  "/bug": page(`<script>fetch("/api/bug")</script>`),
  "/refused": page(`<script>fetch("/api/refused")</script>`),
  "/outside": page(`<script>fetch("http://127.0.0.1:9/").catch(() => {})</script>`),
  "/unlabeled": page(`<img src="data:,">`),
  "/wide": page(`<div style="width: 3000px">wide</div>`),
};

/** A server of our own faults: a bug, a refusal, and a page for each. */
function startFaulty(): Promise<Server> {
  const server = createServer(({ url = "" }, answer) => {
    if (url === "/api/bug") return void answer.writeHead(500).end();
    if (url === "/api/refused") {
      answer.writeHead(409, { "content-type": "application/problem+json" });
      return void answer.end(JSON.stringify({ code: "practice/day-closed" }));
    }
    const body = pages[url];
    answer.writeHead(body === undefined ? 204 : 200, { "content-type": "text/html" });
    return void answer.end(body);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

suite("a visitor", { skip: reasonWithoutBrowser() ?? false }, () => {
  let server: Server;
  let browser: Browser;
  let origin = "";

  before(async () => {
    server = await startFaulty();
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  const visitTo = async (path: string) => {
    const visitor = await Visitor.enter(browser, origin, "visitor-test");
    await visitor.page.goto(path);
    await visitor.page.waitForLoadState("networkidle");
    return visitor;
  };

  test("leaves a good page without a word", async () => {
    const visitor = await visitTo("/good");
    await visitor.assertAccessible();
    await visitor.assertFits();
    await visitor.leave();
  });

  for (const [path, fault] of [
    ["/noisy", /console: it is broken/],
    ["/throws", /it broke/],
    ["/bug", /bug: 500/],
    ["/refused", /refused: practice\/day-closed/],
    ["/outside", /a request left the house: http:\/\/127\.0\.0\.1:9/],
  ] as const)
    test(`complains when leaving ${path}`, async () => {
      const visitor = await visitTo(path);
      await assert.rejects(visitor.leave(), fault);
    });

  test("accepts a refusal that was expected, and misses one that did not come", async () => {
    const refused = await visitTo("/refused");
    refused.expectRefusal("practice/day-closed");
    await refused.leave();
    const good = await visitTo("/good");
    good.expectRefusal("practice/day-closed");
    await assert.rejects(good.leave(), /not refused: practice\/day-closed/);
  });

  test("sees what a reader with a screen reader misses", async () => {
    const visitor = await visitTo("/unlabeled");
    await assert.rejects(visitor.assertAccessible(), /image-alt/);
    await visitor.close();
  });

  test("sees a page that must be scrolled sideways", async () => {
    const visitor = await visitTo("/wide");
    await assert.rejects(visitor.assertFits(), /px too wide/);
    await visitor.close();
  });
});
