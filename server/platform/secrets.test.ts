import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { Fault } from "./fault.ts";
import { createSecrets, secretOf } from "./secrets.ts";

suite("secrets", () => {
  const secrets = createSecrets("a".repeat(43));

  test("open only where they were sealed, unchanged, and with their key", () => {
    const sealed = secrets.seal("client secret", "lti:1");
    assert.equal(secrets.open(sealed, "lti:1"), "client secret");
    assert.notEqual(secrets.seal("client secret", "lti:1"), sealed, "never twice the same");
    assert.throws(() => secrets.open(sealed, "lti:2"));
    const last = sealed.at(-1) === "A" ? "B" : "A";
    assert.throws(() => secrets.open(`${sealed.slice(0, -3)}${last}${sealed.slice(-2)}`, "lti:1"));
    assert.throws(() => createSecrets("b".repeat(43)).open(sealed, "lti:1"), /another key/);
  });

  test("sign a text for one purpose", () => {
    const signature = secrets.sign("u1", "feed");
    assert.equal(secrets.isSignature(signature, "u1", "feed"), true);
    assert.equal(secrets.isSignature(signature, "u1", "reset"), false);
    assert.equal(secrets.isSignature(signature, "u2", "feed"), false);
    assert.equal(secrets.isSignature("", "u1", "feed"), false);
  });

  test("come from a file that is made once and only its owner can read", () => {
    const home = mkdtempSync(join(tmpdir(), "echelon-keys-"));
    try {
      const folder = join(home, "new", "keys");
      const secret = secretOf(folder);
      assert.ok(secret.length >= 43);
      assert.equal(secretOf(folder), secret);
      assert.equal(statSync(join(folder, "secret")).mode & 0o777, 0o600);
      assert.equal(statSync(folder).mode & 0o777, 0o700);
      assert.equal(statSync(join(home, "new")).mode & 0o055, 0o055, "the database passes through");
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  test("are not taken from a file that was emptied or spoiled", () => {
    const home = mkdtempSync(join(tmpdir(), "echelon-keys-"));
    try {
      mkdirSync(join(home, "keys"));
      const path = join(home, "keys", "secret");
      for (const content of ["", "\n", "\u0001\u0002\u0003", "short", `${"\0".repeat(43)}\n`]) {
        writeFileSync(path, content);
        assert.throws(
          () => secretOf(join(home, "keys")),
          (error) => error instanceof Fault && error.code === "config/secret-spoiled",
        );
      }
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
