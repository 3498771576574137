import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { after, before, suite, test } from "node:test";
import { isInside, outgoingFetch } from "./outgoing.ts";

suite("calls out", () => {
  let server: Server;
  let port = 0;
  before(async () => {
    server = createServer((request, response) => {
      const { url = "" } = request;
      if (url === "/away") response.writeHead(302, { location: "http://localhost:1/" }).end();
      else if (url === "/loop") response.writeHead(302, { location: "/loop" }).end();
      else if (url === "/hop") response.writeHead(303, { location: "/here" }).end();
      else if (url === "/large") response.end(Buffer.alloc(10 * 2 ** 20 + 1));
      else response.end(`${request.method} ${request.headers.host}`);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const bound = server.address();
    port = typeof bound === "object" ? (bound?.port ?? 0) : 0;
  });
  after(() => server.close());

  const why = async (allowed: readonly string[], url: string) => {
    const outcome = await outgoingFetch(allowed)(url);
    return outcome.ok ? outcome.answer.body.toString() : outcome.why;
  };

  test("go by https, and never into our own network, unless a host is allowed", async () => {
    assert.equal(await why([], `http://127.0.0.1:${port}/`), "not-https");
    assert.equal(await why([], `https://127.0.0.1:${port}/`), "private-address");
    assert.equal(await why([], `https://localhost:${port}/`), "private-address");
    assert.equal(await why([], `https://[::1]:${port}/`), "private-address");
    assert.equal(await why(["127.0.0.1"], `http://127.0.0.1:${port}/`), `GET 127.0.0.1:${port}`);
    assert.equal(await why(["localhost"], `http://localhost:${port}/`), `GET localhost:${port}`);
    assert.equal(await why(["localhost"], `file:///etc/passwd`), "not-https");
    assert.equal(await why([], "no address"), "unreachable");
  });

  test("know every address that is inside", () => {
    const insiders = [
      "10.1.2.3",
      "172.31.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
    ];
    const six = [
      "::",
      "::1",
      "fc00::1",
      "fe80::1",
      "::ffff:10.0.0.1",
      "::ffff:7f00:1",
      "64:ff9b::a00:1",
    ];
    for (const address of [...insiders, ...six]) assert.equal(isInside(address), true, address);
    for (const address of ["8.8.8.8", "172.32.0.1", "2606:4700::1111"]) {
      assert.equal(isInside(address), false, address);
    }
  });

  test("follow a redirect on the same host only, not for ever, and read so much", async () => {
    const at = `http://127.0.0.1:${port}`;
    assert.equal(await why(["127.0.0.1"], `${at}/hop`), `GET 127.0.0.1:${port}`);
    assert.equal(await why(["127.0.0.1", "localhost"], `${at}/away`), "redirected-away");
    assert.equal(await why(["127.0.0.1"], `${at}/loop`), "redirected-away");
    assert.equal(await why(["127.0.0.1"], `${at}/large`), "too-large");
  });
});
