import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import {
  anyBadge,
  anyList,
  around,
  bytesOf,
  endorsedBadge,
  issuedAt,
  listAddress,
  origin,
  school,
} from "./testing/any-credential.ts";
import { withProof } from "./data-integrity.ts";
import { badgeOf } from "./issue.ts";
import { verifyCredential, verifyFile } from "./verify.ts";

const badge = await endorsedBadge();
const options = around({ [listAddress]: await anyList() });

suite("credentials that were made to harm", () => {
  test("one that holds itself is refused", async () => {
    const circle: Record<string, unknown> = { ...badge };
    circle["evidence"] = [circle];
    const found = await verifyCredential(circle, options);
    assert.deepEqual(found.reasons, ["file-unreadable"]);
  });

  test("statements that go round in a circle are read once", async () => {
    const related = { id: `${origin}/achievements/b`, type: ["Related"] };
    const achievement = {
      ...badgeOf(anyBadge(), school.did).credentialSubject.achievement,
      related: [related, { ...related, id: `${origin}/achievements/a08/1.2.0` }],
    };
    const unsigned = badgeOf(anyBadge(), school.did);
    const credentialSubject = { ...unsigned.credentialSubject, achievement };
    const signed = await withProof({ ...unsigned, credentialSubject }, school.signer, issuedAt);
    assert.equal((await verifyCredential(signed, options)).verdict, "valid");
  });

  test("a tangle of nameless nodes is given up, not thought about", async () => {
    const evidence = Array.from({ length: 3_000 }, () => ({ type: ["Evidence"] }));
    const started = process.cpuUsage();
    const found = await verifyCredential({ ...badge, evidence }, options);
    assert.equal(found.verdict, "not-genuine");
    assert.ok(process.cpuUsage(started).user < 5_000_000);
    const named = Array.from({ length: 6 }, (_one, at) => ({ id: `_:${at}`, type: ["Evidence"] }));
    const byName = await verifyCredential({ ...badge, evidence: named }, options);
    assert.deepEqual(byName.reasons, ["terms-unknown"]);
  });

  test("what is too deep, too long or no object is unreadable", async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    const long = JSON.stringify({ ...badge, evidence: Array.from({ length: 60_000 }, () => 1) });
    for (const text of [deep, long, "[]", "null", "7", '"x"', "", "{", "a.b.c"])
      assert.deepEqual((await verifyFile(bytesOf(text), options)).reasons, ["file-unreadable"]);
    for (const value of [null, undefined, 7, "x", [], () => 1])
      assert.deepEqual((await verifyCredential(value, options)).reasons, ["file-unreadable"]);
  });

  test("any field may be anything: there is a verdict, and it is not valid", async () => {
    const fields = Object.keys(badge);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), fc.jsonValue(), async (field, value) => {
        const found = await verifyCredential({ ...badge, [field]: value }, options);
        assert.ok(!found.isValid && found.reasons.length > 0);
      }),
      { numRuns: 120 },
    );
  });

  test("fields that a badge must have are asked for, all of them at once", async () => {
    const bare = { type: ["VerifiableCredential", "OpenBadgeCredential"] };
    const found = await verifyCredential(bare, options);
    assert.deepEqual(found.reasons, [
      "contexts-wrong",
      "id-wrong",
      "issuer-wrong",
      "dates-wrong",
      "subject-wrong",
    ]);
    const achievement = { ...badge.credentialSubject.achievement, criteria: {} };
    const credentialSubject = { ...badge.credentialSubject, achievement };
    const without = await verifyCredential({ ...badge, credentialSubject }, options);
    assert.deepEqual(without.reasons, ["achievement-wrong", "signature-wrong"]);
    const types = await verifyCredential({ ...badge, type: ["VerifiableCredential"] }, options);
    assert.deepEqual(types.reasons, ["types-wrong"]);
  });
});
