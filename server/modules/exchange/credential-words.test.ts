import assert from "node:assert/strict";
import { test } from "node:test";
import { credentialReasons, VerifiedView } from "@echelon/contract/exchange/credentials.ts";
import { verdictOfReason } from "@echelon/connectors/open-badges/verdict.ts";
import { wordsOf } from "./credential-words.ts";

test("the reasons that are told are those that verifying gives", () => {
  assert.deepEqual([...credentialReasons], Object.keys(verdictOfReason));
});

test("a stranger's file is told no longer than we show, and its addresses run nothing", () => {
  const odd = {
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: "did:web:x.example", name: { nested: true } },
    validFrom: "not a date",
    credentialSubject: {
      achievement: {
        name: "n".repeat(10_000),
        alignment: Array.from({ length: 500 }, (_, at) => ({
          targetName: at,
          targetUrl: "javascript:alert(1)",
        })),
      },
    },
    evidence: ["text", null, { narrative: 3 }],
  };
  const verified = { verdict: "not-genuine", endorsements: [] } as const;
  const words = wordsOf(odd, verified, []);
  const view = { verdict: "not-genuine", isValid: false, reasons: [], members: [] } as const;
  const told = VerifiedView.safeEncode({
    ...view,
    reasons: [],
    members: [],
    checkedAt: new Date(0),
    statusAt: null,
    words,
  });
  assert.ok(told.success, told.error?.message);
  assert.equal(words?.competencies[0]?.url, null);
  assert.equal(words?.issuer.name, null);
});
