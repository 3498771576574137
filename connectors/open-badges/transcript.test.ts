import assert from "node:assert/strict";
import { suite, test } from "node:test";
import {
  anyBadge,
  anyList,
  around,
  badgeIndex,
  endorsedBadge,
  issuedAt,
  listAddress,
  origin,
  school,
} from "./testing/any-credential.ts";
import { issueTranscript } from "./issue-transcript.ts";
import type { Json } from "./json.ts";
import { verifyCredential } from "./verify.ts";

const badge = await endorsedBadge();
const second = await endorsedBadge({
  id: `${origin}/credentials/2`,
  status: { listAddress, index: badgeIndex + 1 },
});

const transcriptOf = (badges: readonly Json[]) =>
  issueTranscript(
    {
      id: `${origin}/transcripts/1`,
      name: "成绩单 / Transcript",
      issuer: { name: "海港职业学院" },
      validFrom: issuedAt,
      holders: anyBadge().holders,
      badges,
      associations: [
        {
          type: "isPartOf",
          source: `${origin}/achievements/1`,
          target: `${origin}/achievements/2`,
        },
      ],
    },
    school.signer,
    issuedAt,
  );

suite("a transcript", () => {
  test("is valid when it and all that it wraps are", async () => {
    const found = await verifyCredential(
      await transcriptOf([badge, second]),
      around({ [listAddress]: await anyList() }),
    );
    assert.equal(found.verdict, "valid");
    assert.deepEqual(
      found.members.map(({ verdict }) => verdict),
      ["valid", "valid"],
    );
  });

  test("says which of its badges was revoked", async () => {
    const list = await anyList([badgeIndex + 1]);
    const found = await verifyCredential(
      await transcriptOf([badge, second]),
      around({ [listAddress]: list }),
    );
    assert.deepEqual([found.verdict, found.reasons], ["member-not-valid", ["member-not-valid"]]);
    assert.deepEqual(
      found.members.map(({ verdict }) => verdict),
      ["valid", "revoked"],
    );
  });

  test("a badge changed within it spoils it, one that was bad before its own place", async () => {
    const good = await transcriptOf([badge]);
    const name = { name: "X" };
    const subject = { ...good.credentialSubject, verifiableCredential: [{ ...badge, ...name }] };
    const around1 = around({ [listAddress]: await anyList() });
    const changed = await verifyCredential({ ...good, credentialSubject: subject }, around1);
    assert.equal(changed.verdict, "not-genuine");
    const wrapped = await verifyCredential(await transcriptOf([{ ...badge, ...name }]), around1);
    assert.equal(wrapped.verdict, "member-not-valid");
    assert.equal(wrapped.members[0]?.verdict, "not-genuine");
  });
});
