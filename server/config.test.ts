import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { readConfig, showConfig, urlOf } from "./config.ts";
import { Fault } from "./platform/fault.ts";

suite("the configuration", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "echelon-config-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  test("needs no setting: one computer, one worker, the demonstration", () => {
    const config = readConfig({}, home);
    assert.deepEqual(
      { ...config, secret: "" },
      {
        home: join(home, "data"),
        databaseUrl: null,
        host: "127.0.0.1",
        port: 4100,
        url: "http://127.0.0.1:4100",
        secret: "",
        workers: 1,
        isDemo: true,
        demoDays: 14,
        proxyHops: 0,
        fetchHosts: [],
      },
    );
    assert.equal(readConfig({}, home).secret, config.secret, "the secret is made once");
  });

  test("has no demonstration where others can reach it, unless asked for", () => {
    assert.equal(readConfig({ ECHELON_HOST: "0.0.0.0" }, home).isDemo, false);
    assert.equal(readConfig({ ECHELON_HOST: "0.0.0.0", ECHELON_DEMO: "1" }, home).isDemo, true);
    assert.equal(readConfig({ ECHELON_DEMO: "0" }, home).isDemo, false);
    assert.equal(readConfig({ ECHELON_URL: "https://echelon.school.example" }, home).isDemo, false);
    assert.equal(readConfig({ ECHELON_PROXY_HOPS: "1" }, home).isDemo, false);
    assert.equal(readConfig({ ECHELON_URL: "http://[::1]:4100" }, home).isDemo, true);
  });

  test("names the variable whose value cannot be, and shows no secret", () => {
    const wrong = {
      ECHELON_PORT: "70000",
      ECHELON_WORKERS: "-1",
      ECHELON_URL: "ftp://school.example",
      ECHELON_DEMO: "yes",
      ECHELON_DEMO_DAYS: "61",
      ECHELON_SECRET: "short",
      DATABASE_URL: "mysql://u:geheim@db/x",
    };
    for (const [variable, value] of Object.entries(wrong)) {
      assert.throws(
        () => readConfig({ [variable]: value }, home),
        (error) => error instanceof Fault && error.facts["variable"] === variable,
      );
    }
    assert.throws(
      () => readConfig({ DATABASE_URL: wrong.DATABASE_URL }, home),
      (error) => error instanceof Fault && !error.message.includes("geheim"),
    );
  });

  test("is shown with its secrets masked", () => {
    const shown = showConfig(
      readConfig(
        { DATABASE_URL: "postgres://u:geheim@db/x", ECHELON_SECRET: "s".repeat(40) },
        home,
      ),
    );
    assert.equal(shown["DATABASE_URL"], "postgres://u:…@db/x");
    assert.equal(shown["ECHELON_SECRET"], "…ssss");
  });

  test("takes an empty variable for one that is not set", () => {
    assert.equal(readConfig({ ECHELON_PORT: "", DATABASE_URL: "" }, home).port, 4100);
  });

  test("gives an address that a browser on this computer can open", () => {
    assert.equal(urlOf("0.0.0.0", 80), "http://127.0.0.1:80");
    assert.equal(urlOf("::1", 80), "http://[::1]:80");
  });
});
