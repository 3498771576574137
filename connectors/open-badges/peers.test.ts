import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { suite, test } from "node:test";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as multikey from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as peer from "@digitalbazaar/vc";
import { checkStatus, createList } from "@digitalbazaar/vc-bitstring-status-list";
import { compactVerify, importJWK } from "jose";
import {
  anyBadge,
  anyList,
  anyOfflineIssuer,
  around,
  badgeIndex,
  bytesOf,
  didAddresses,
  endorsedBadge,
  issuedAt,
  listAddress,
  origin,
  school,
} from "./testing/any-credential.ts";
import { badgeContext, credentialsContext, loadContext } from "./contexts.ts";
import { didDocument, documentOfDidKey } from "./did.ts";
import { badgeOf, issueBadge } from "./issue.ts";
import { isRecord } from "./json.ts";
import { issueJwt } from "./jwt.ts";
import { readMultikey } from "./keys.ts";
import { decodeStatusList, encodeStatusList, isBitSet } from "./status-list.ts";
import { verifyCredential } from "./verify.ts";

/** Gives the other implementation what it asks for: contexts, DIDs and their keys, lists. */
const loaderOf = (documents: Readonly<Record<string, unknown>>) => async (address: string) => {
  const [did = ""] = address.split("#");
  const host = did.startsWith("did:web:") ? didAddresses[addressBehind(did)] : undefined;
  const whole = documents[address] ?? host ?? documentOfDidKey(did);
  if (whole === null || whole === undefined) return loadContext(address);
  const methods = isRecord(whole) ? (whole["verificationMethod"] as object[] | undefined) : [];
  const method = methods?.find((one) => isRecord(one) && one["id"] === address);
  const context = "https://w3id.org/security/multikey/v1";
  const document = method === undefined ? whole : { "@context": context, ...method };
  return { contextUrl: null, documentUrl: address, document };
};
const addressBehind = (did: string) => `${origin}/o/${did.split(":").at(-1)}/did.json`;

const peerSuite = (signer?: object) =>
  new DataIntegrityProof({ signer, cryptosuite, date: new Date(issuedAt) });

const peerVerdict = (credential: object, list: object) =>
  peer.verifyCredential({
    credential,
    suite: peerSuite(),
    documentLoader: loaderOf({ [listAddress]: list }),
    checkStatus,
    now: new Date(issuedAt + 1_000),
    verifyBitstringStatusListCredential: true,
  });

suite("another implementation", () => {
  test("finds our badge genuine, endorsed or not, and a changed one not", async () => {
    const list = await anyList();
    for (const badge of [
      await endorsedBadge(),
      await issueBadge(anyBadge(), school.signer, issuedAt),
    ]) {
      const found = await peerVerdict(badge, list);
      assert.equal(found.verified, true, JSON.stringify(found.error));
      assert.equal((await peerVerdict({ ...badge, name: "X" }, list)).verified, false);
    }
  });

  test("says a revoked badge is verified, with the bit beside it: ours must not", async () => {
    // Why: whoever reads its `verified` alone shows revoked badges as good ones.
    const [badge, list] = [await endorsedBadge(), await anyList([badgeIndex])];
    const found = await peerVerdict(badge, list);
    assert.equal(found.verified, true);
    assert.equal(found.statusResult?.results[0]?.status, true);
    const ours = await verifyCredential(badge, around({ [listAddress]: list }));
    assert.equal(ours.verdict, "revoked");
  });

  test("issues what we find genuine", async () => {
    const key = await multikey.generate({});
    const did = `did:key:${key.publicKeyMultibase}`;
    const signing = Object.assign(key, {
      id: `${did}#${key.publicKeyMultibase}`,
      controller: did,
    });
    const { status: _status, ...unlisted } = anyBadge({ evidence: [] });
    const theirs = await peer.issue({
      credential: badgeOf(unlisted, did),
      suite: peerSuite(signing.signer()),
      documentLoader: loaderOf({ [did]: didDocument(did, [key.publicKeyMultibase]) }),
      now: new Date(issuedAt),
    });
    const found = await verifyCredential(theirs, around({}));
    assert.equal(found.verdict, "valid", found.reasons.join());
    const changed = await verifyCredential({ ...theirs, name: "X" }, around({}));
    assert.equal(changed.verdict, "not-genuine");
  });

  test("addresses the bits of a list as we do", async () => {
    const theirs = await createList({ length: 131_072 });
    for (const at of [0, 7, 8, badgeIndex, 131_071]) theirs.setStatus(at, true);
    const bits = decodeStatusList(await theirs.encode())!;
    const set = [...Array(131_072).keys()].filter((at) => isBitSet(bits, at));
    assert.deepEqual(set, [0, 7, 8, badgeIndex, 131_071]);
    assert.deepEqual(decodeStatusList(encodeStatusList(bits)), bits);
  });

  test("finds our tokens signed by us", async () => {
    const jwt = issueJwt(badgeOf(anyBadge(), school.did), school.signer);
    const jwk = readMultikey(school.key.publicKey)!.export({ format: "jwk" });
    const { protectedHeader } = await compactVerify(jwt, await importJWK(jwk, "EdDSA"));
    assert.deepEqual(protectedHeader, { alg: "EdDSA", typ: "vc+jwt", kid: school.signer.method });
    await assert.rejects(compactVerify(`${jwt.slice(0, -4)}AAAA`, await importJWK(jwk, "EdDSA")));
  });
});

const python = spawnSync("python3", ["-c", "import pyld, cryptography"]);
const skip = python.status === 0 ? false : "Python with pyld and cryptography is not here";

test("twenty-five lines of Python agree with us", { skip }, async () => {
  const { signer } = anyOfflineIssuer();
  const badge = await issueBadge(anyBadge(), signer, issuedAt);
  const loaded = [credentialsContext, badgeContext].map(async (one) => [
    one,
    (await loadContext(one)).document,
  ]);
  const contexts: unknown = Object.fromEntries((await Promise.all(loaded)) as [string, unknown][]);
  const answer = (credential: object) => {
    const program = join(import.meta.dirname, "testing", "verify-credential.py");
    const input = bytesOf({ credential, contexts });
    return spawnSync("python3", [program], { input, encoding: "utf8" }).stdout.trim();
  };
  assert.equal(answer(badge), "good");
  assert.equal(answer({ ...badge, name: "X" }), "bad");
});
