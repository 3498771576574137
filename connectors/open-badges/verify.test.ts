import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import {
  anyBadge,
  anyList,
  around,
  badgeIndex,
  bytesOf,
  dayMillis,
  type Documents,
  endorsedBadge,
  enterprise,
  issuedAt,
  listAddress,
  origin,
  school,
  sealing,
  stranger,
} from "./testing/any-credential.ts";
import { withProof } from "./data-integrity.ts";
import { didDocument } from "./did.ts";
import { badgeOf, issueBadge, issueEndorsement } from "./issue.ts";
import type { Json } from "./json.ts";
import { issueJwt } from "./jwt.ts";
import { makeKey, signerOf } from "./keys.ts";
import { issueStatusList, emptyStatusList } from "./status-list.ts";
import { verifyCredential, verifyFile, type VerifyOptions } from "./verify.ts";

const list = await anyList();
const badge = await endorsedBadge();
const withList = (lists: unknown = list): Documents => ({ [listAddress]: lists });
const trusted = [school.did];

/** What a credential comes to a day after its issue, with its list at hand. */
async function come(
  credential: unknown,
  documents: Documents = withList(),
  changes: Partial<VerifyOptions> = {},
) {
  const found = await verifyCredential(credential, around(documents, { trusted, ...changes }));
  return { verdict: found.verdict, reasons: found.reasons };
}

const bare = (credential: Json): Json => {
  const { proof: _proof, ...rest } = credential;
  return rest;
};

suite("a badge is verified", () => {
  test("one in force is valid, and says who vouches for it", async () => {
    const found = await verifyCredential(badge, around(withList(), { trusted }));
    assert.deepEqual(found, {
      verdict: "valid",
      isValid: true,
      reasons: [],
      isRevoked: false,
      isExpired: false,
      id: badge.id,
      issuer: school.did,
      endorsements: [{ issuer: enterprise.did, reasons: [] }],
      members: [],
    });
  });

  test("a revoked one reads revoked, though its proof is good", async () => {
    const revoked = withList(await anyList([badgeIndex]));
    const found = await verifyCredential(badge, around(revoked, { trusted }));
    assert.equal(found.verdict, "revoked");
    assert.equal(found.isRevoked, true);
    assert.equal(found.isValid, false);
    const neighbors = withList(await anyList([badgeIndex - 1, badgeIndex + 1]));
    assert.equal((await come(badge, neighbors)).verdict, "valid");
  });

  test("it holds from its first instant to its last, give or take a minute", async () => {
    const until = issuedAt + 1_096 * dayMillis;
    const at = async (now: number) => (await come(badge, withList(), { now })).verdict;
    assert.equal(await at(issuedAt - 50_000), "valid");
    assert.equal(await at(until + 50_000), "valid");
    assert.equal(await at(until + 70_000), "expired");
    const later = anyBadge({ validFrom: issuedAt + 5 * dayMillis });
    const future = await issueBadge(later, school.signer, issuedAt);
    assert.deepEqual(await come(future), { verdict: "not-yet-valid", reasons: ["not-yet-valid"] });
    const ahead = await issueBadge(anyBadge(), school.signer, issuedAt + 5 * dayMillis);
    assert.deepEqual((await come(ahead)).reasons, ["proof-from-future"]);
  });

  test("revoked and expired are both told, and revoked is the verdict", async () => {
    const now = issuedAt + 2_000 * dayMillis;
    const found = await come(badge, withList(await anyList([badgeIndex])), { now });
    assert.deepEqual(found, { verdict: "revoked", reasons: ["expired", "revoked"] });
  });

  test("without its list, or with one that is not its issuer's own, nobody knows", async () => {
    const elsewhere = `${origin}/status/2`;
    const swapped = { address: elsewhere, bits: emptyStatusList(), validFrom: issuedAt };
    const lists: readonly [unknown, string][] = [
      [await anyList([], stranger.signer), "status-of-another"],
      [await issueStatusList(swapped, school.signer), "status-of-another"],
      [{ ...list, validUntil: "2030-01-01T00:00:00Z" }, "status-not-genuine"],
      [{ ...list, credentialSubject: {} }, "status-not-genuine"],
      [badge, "status-not-genuine"],
      ["<svg", "status-not-genuine"],
    ];
    assert.deepEqual((await come(badge, {})).reasons, ["status-unreachable"]);
    for (const [one, reason] of lists)
      assert.deepEqual(await come(badge, withList(one)), {
        verdict: "status-unknown",
        reasons: [reason],
      });
  });

  test("a list that has passed its own end says nothing", async () => {
    const short = { address: listAddress, bits: emptyStatusList(), validFrom: issuedAt };
    const until = { ...short, validUntil: issuedAt + dayMillis / 2 };
    const found = await come(badge, withList(await issueStatusList(until, school.signer)));
    assert.deepEqual(found.reasons, ["status-not-genuine"]);
  });

  test("an issuer that nobody here has named is told, and the badge is valid", async () => {
    const found = await verifyCredential(badge, around(withList(), { trusted: [stranger.did] }));
    assert.equal(found.verdict, "issuer-unknown");
    assert.deepEqual([found.isValid, found.reasons], [true, ["issuer-not-trusted"]]);
  });

  test("an issuer whose document cannot be had proves nothing, either way", async () => {
    const found = await come(badge, withList(), { load: () => Promise.resolve(null) });
    assert.equal(found.verdict, "unproved");
    assert.deepEqual(found.reasons, ["issuer-unreachable", "endorser-unreachable"]);
  });

  test("the same as a JWT comes to the same", async () => {
    const jwt = issueJwt(badgeOf(anyBadge(), school.did), school.signer);
    const ask = async (documents: Documents) =>
      (await verifyFile(bytesOf(jwt), around(documents, { trusted }))).verdict;
    assert.equal(await ask(withList()), "valid");
    assert.equal(await ask(withList(await anyList([badgeIndex]))), "revoked");
    assert.equal(await ask({}), "status-unknown");
  });
});

suite("what is not genuine is told", () => {
  test("one changed byte anywhere is never valid", async () => {
    // The endorsement is left out for speed; it has a test of its own.
    const text = JSON.stringify(await issueBadge(anyBadge(), school.signer, issuedAt));
    const jwt = issueJwt(badgeOf(anyBadge(), school.did), school.signer);
    for (const whole of [text, jwt]) {
      const bytes = bytesOf(whole);
      const place = fc.nat(bytes.length - 1);
      await fc.assert(
        fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
          const changed = bytes.slice();
          changed[at]! ^= change;
          const found = await verifyFile(changed, around(withList(), { trusted }));
          assert.equal(found.isValid, false, `${at} ${change}`);
        }),
        { numRuns: 150 },
      );
    }
  });

  test("another's name over the school's proof, or the school's over another's", async () => {
    const issuer = { ...badge.issuer, id: stranger.did };
    assert.ok((await come({ ...badge, issuer })).reasons.includes("key-not-the-issuers"));
    const forged = await withProof(bare(badge), stranger.signer, issuedAt);
    assert.deepEqual((await come(forged)).reasons, ["key-not-the-issuers"]);
    const method = { ...badge.proof, verificationMethod: `${school.did}#none` };
    assert.deepEqual((await come({ ...badge, proof: method })).reasons, ["key-not-found"]);
  });

  test("a context that is not ours, and one written into the badge", async () => {
    const [first, second] = badge["@context"];
    for (const more of [
      "https://evil.example/context.json",
      { name: "https://evil.example/n" },
      null,
    ])
      assert.ok(
        (await come({ ...badge, "@context": [first, second, more] })).reasons.includes(
          "context-unknown",
        ),
      );
    const nested = { ...badge, credentialSubject: { ...badge.credentialSubject, "@context": {} } };
    assert.equal((await come(nested)).verdict, "not-genuine");
  });

  test("the same statements in another shape, which readers would not see", async () => {
    const { validUntil, credentialStatus, credentialSubject, ...rest } = badge as typeof badge &
      Json;
    const moved = { ...credentialSubject, source: { id: badge.id, validUntil } };
    assert.ok(
      (await come({ ...rest, credentialStatus, credentialSubject: moved })).reasons.includes(
        "terms-unknown",
      ),
    );
    const nested = { ...badge, credentialStatus: [[credentialStatus]] };
    assert.deepEqual((await come(nested)).reasons, ["status-kind-unknown"]);
    assert.deepEqual((await come({ ...badge, validUntil: [validUntil] })).reasons, ["dates-wrong"]);
    for (const key of ["@graph", "@included", "https://schema.org/name", "unheard-of"])
      assert.deepEqual((await come({ ...badge, [key]: "x" })).reasons, ["terms-unknown"]);
  });

  test("suites, purposes and dates of proofs that are not ours", async () => {
    const changes: readonly [Json, string][] = [
      [{ cryptosuite: "ecdsa-rdfc-2019" }, "suite-unknown"],
      [{ type: "Ed25519Signature2020" }, "suite-unknown"],
      [{ previousProof: "urn:uuid:1" }, "suite-unknown"],
      [{ proofPurpose: "authentication" }, "purpose-wrong"],
      [{ created: "2030-01-01T00:00:00Z" }, "signature-wrong"],
      [{ proofValue: "z1" }, "signature-wrong"],
    ];
    for (const [change, reason] of changes)
      assert.deepEqual(await come({ ...badge, proof: { ...badge.proof, ...change } }), {
        verdict: "not-genuine",
        reasons: [reason],
      });
    assert.deepEqual((await come(bare(badge))).reasons, ["proof-missing"]);
    const jwt = issueJwt(badgeOf(anyBadge(), school.did), school.signer).split(".");
    const head = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    const unsigned = await verifyFile(bytesOf([head, jwt[1], jwt[2]].join(".")), around({}));
    assert.deepEqual(unsigned.reasons, ["suite-unknown"]);
  });

  test("of several proofs one good one by the issuer suffices", async () => {
    const other = { ...badge.proof, cryptosuite: "ecdsa-rdfc-2019" };
    const byOther = (await withProof(bare(badge), stranger.signer, issuedAt)).proof;
    const all = { ...badge, proof: [other, byOther, badge.proof] };
    assert.equal((await come(all)).verdict, "valid");
    assert.deepEqual((await come({ ...badge, proof: [other, byOther] })).reasons, [
      "suite-unknown",
      "key-not-the-issuers",
    ]);
  });

  test("an endorsement that does not hold, or is of another badge", async () => {
    const [endorsement] = (badge as unknown as { endorsement: Json[] }).endorsement;
    const changed = { ...endorsement, name: "x" };
    const wrong = await issueBadge(anyBadge({ endorsements: [changed] }), school.signer, issuedAt);
    assert.deepEqual(await come(wrong), {
      verdict: "not-genuine",
      reasons: ["endorsement-not-genuine"],
    });
    const elsewhere = await issueEndorsement(
      {
        id: `${origin}/endorsements/2`,
        endorser: { name: "灯塔贸易" },
        validFrom: issuedAt,
        badge: `${origin}/credentials/another`,
        comment: { zh: "好", en: "good" },
      },
      enterprise.signer,
      issuedAt,
    );
    const borrowed = await issueBadge(
      anyBadge({ endorsements: [elsewhere] }),
      school.signer,
      issuedAt,
    );
    assert.deepEqual((await come(borrowed)).reasons, ["endorsement-not-genuine"]);
  });

  test("claims of a JWT that say something else than the badge", async () => {
    const unsigned = badgeOf(anyBadge(), school.did);
    const jwt = issueJwt(unsigned, school.signer);
    const payload = JSON.parse(
      Buffer.from(jwt.split(".")[1]!, "base64url").toString("utf8"),
    ) as Json;
    for (const claim of [{ iss: stranger.did }, { jti: "urn:uuid:2" }, { nbf: 1 }, { exp: 1 }]) {
      const [head] = jwt.split(".");
      const body = Buffer.from(JSON.stringify({ ...payload, ...claim })).toString("base64url");
      const end = Buffer.from(school.signer.sign(Buffer.from(`${head}.${body}`)));
      const token = `${head}.${body}.${end.toString("base64url")}`;
      const found = await verifyFile(bytesOf(token), around(withList()));
      assert.deepEqual(found.reasons, ["claims-disagree"]);
    }
  });
});

suite("keys change", () => {
  test("a badge by an old key verifies while the key stays, not when it is taken out", async () => {
    const next = makeKey(sealing);
    const at = `${origin}/o/harbor-school/did.json`;
    const kept = didDocument(school.did, [next.publicKey, school.key.publicKey]);
    assert.equal((await come(badge, { ...withList(), [at]: kept })).verdict, "valid");
    const anew = await issueBadge(anyBadge(), signerOf(next, sealing, school.did), issuedAt);
    assert.equal((await come(anew, { ...withList(), [at]: kept })).verdict, "valid");
    const stolen = didDocument(school.did, [next.publicKey]);
    const found = await come(badge, { ...withList(), [at]: stolen });
    assert.deepEqual(found.reasons, ["key-not-found"]);
  });

  test("a key that expired, is for something else, or another's vouches for nothing", async () => {
    const at = `${origin}/o/harbor-school/did.json`;
    const { verificationMethod, ...rest } = school.document;
    const [method] = verificationMethod;
    const documents: readonly [unknown, string][] = [
      [
        { ...rest, verificationMethod: [{ ...method, expires: "2020-09-01T09:00:00Z" }] },
        "key-expired",
      ],
      [
        { ...rest, verificationMethod: [{ ...method, revoked: "2020-09-01T09:00:00Z" }] },
        "key-expired",
      ],
      [{ ...school.document, assertionMethod: [] }, "key-not-the-issuers"],
      [
        { ...rest, verificationMethod: [{ ...method, controller: stranger.did }] },
        "key-not-the-issuers",
      ],
      [{ ...school.document, id: stranger.did }, "key-not-found"],
      ["no document", "key-not-found"],
    ];
    for (const [document, reason] of documents)
      assert.deepEqual((await come(badge, { ...withList(), [at]: document })).reasons, [reason]);
  });
});
