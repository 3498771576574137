import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { credentialReasons } from "@echelon/server/main.ts";
import { runEchelon } from "./run.ts";
import { en } from "./text/en.ts";

/**
 * Badges by a did:key and by a school, issued once: what was signed then verifies for good.
 * Their keys were thrown away.
 */
const file = join(import.meta.dirname, "testing", "credentials.json");
const kept = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
const issuer = String(kept["issuer"]);

suite("echelon credential verify", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "echelon-credential-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (input: unknown, ...args: string[]) => {
    const out: string[] = [];
    const told: string[] = [];
    const text = typeof input === "string" ? input : JSON.stringify(input);
    const code = await runEchelon(["credential", "verify", ...args], {
      out: (line) => void out.push(line),
      tell: (line) => void told.push(line),
      input: () => Promise.resolve(new TextEncoder().encode(text)),
      environment: {},
      folder,
      ended: new Promise(() => {}),
    });
    return { code, found: JSON.parse(out.join("\n")) as Record<string, unknown>, told };
  };

  test("says of a good one that it is valid, in one line", async () => {
    const { code, found, told } = await run(
      kept["badge"],
      "--trust",
      `did:web:a.example,${issuer}`,
    );
    assert.deepEqual([code, told], [0, ["The credential is valid."]]);
    const good = { valid: true, reasons: [], revoked: false, expired: false, issuer };
    assert.deepEqual(found, good);
    assert.deepEqual(Object.keys(found), Object.keys(good));
  });

  test("says valid of an issuer whom nobody named, with that reason", async () => {
    const { badge, drawing } = kept;
    for (const input of [badge, drawing, ` ${JSON.stringify(badge)}\n`]) {
      const { code, found } = await run(input);
      assert.deepEqual([code, found["reasons"]], [0, ["issuer-not-trusted"]]);
    }
  });

  test("reads a revoked one as revoked by a list at hand, and knows nothing without", async () => {
    const written = (name: string) => {
      writeFileSync(join(folder, name), JSON.stringify(kept[name]));
      return name;
    };
    const { listed } = kept;
    const revoked = await run(listed, "--status", written("revokedList"), "--trust", issuer);
    assert.equal(revoked.code, 1);
    assert.deepEqual(revoked.found, {
      valid: false,
      reasons: ["revoked"],
      revoked: true,
      expired: false,
      issuer,
    });
    assert.match(revoked.told.join(), /revoked/);
    assert.equal((await run(listed, "--status", written("heldList"))).code, 0);
    const unknown = await run(listed);
    assert.deepEqual(
      [unknown.code, unknown.found["revoked"], unknown.found["reasons"]],
      [1, null, ["status-unreachable", "issuer-not-trusted"]],
    );
  });

  test("needs the document of an issuer that has an address", async () => {
    const without = await run(kept["bySchool"]);
    assert.deepEqual([without.code, without.found["reasons"]], [1, ["issuer-unreachable"]]);
    writeFileSync(join(folder, "did.json"), JSON.stringify(kept["schoolDocument"]));
    assert.equal((await run(kept["bySchool"], "--did", "did.json")).code, 0);
  });

  test("calls nowhere that is not public, even when it may call", async () => {
    const { found } = await run(kept["inward"], "--online");
    assert.deepEqual(found["reasons"], ["status-unreachable", "issuer-not-trusted"]);
  });

  test("says expired, and answers what is no credential at all", async () => {
    const expired = await run(kept["expired"]);
    assert.deepEqual([expired.code, expired.found["expired"]], [1, true]);
    for (const input of ["", "hello", "<svg></svg>", {}]) assert.equal((await run(input)).code, 1);
  });

  test("has a sentence for every reason", () => {
    for (const reason of Object.keys(credentialReasons))
      assert.ok(en[`credential/${reason}`], reason);
  });
});
