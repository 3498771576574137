import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { didDocument, didKey, didWeb } from "../did.ts";
import { type Badge, issueBadge, issueEndorsement } from "../issue.ts";
import { type KeptKey, makeKey, type Sealing, signerOf } from "../keys.ts";
import { emptyStatusList, issueStatusList, withBit } from "../status-list.ts";
import type { VerifyOptions } from "../verify.ts";

/** A school and an enterprise with their keys, and a badge of the school's. */

/** Seals as the installation does, without its files. */
export function anySealing(): Sealing {
  const key = randomBytes(32);
  return {
    seal(text, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const body = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(body).toString("base64url");
    },
    open(sealed, purpose) {
      const body = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, 12));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(body.subarray(-16));
      return decipher.update(body.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
    },
  };
}

export const sealing = anySealing();
export const origin = "https://echelon.example";

/** Somebody with a key of their own, whose DID lies at the installation. */
export function anyIssuer(slug: string) {
  const key: KeptKey = makeKey(sealing);
  const did = didWeb(origin, slug);
  return {
    key,
    did,
    signer: signerOf(key, sealing, did),
    document: didDocument(did, [key.publicKey]),
  };
}

/** Somebody whose key is all they are. */
export function anyOfflineIssuer() {
  const key = makeKey(sealing);
  return { key, signer: signerOf(key, sealing, didKey(key.publicKey)) };
}

export const school = anyIssuer("harbor-school");
export const enterprise = anyIssuer("lantern-trade");
export const stranger = anyIssuer("nobody");

export const issuedAt = Date.parse("2020-09-01T08:00:00Z");
export const dayMillis = 86_400_000;
export const listAddress = `${origin}/status/1`;
export const badgeIndex = 4_711;

const both = (zh: string, en: string) => ({ zh, en });

export function anyBadge(changes: Partial<Badge> = {}): Badge {
  return {
    id: `${origin}/credentials/019932b5-7c00-7000-8000-000000000001`,
    issuer: { name: "海港职业学院", url: origin },
    validFrom: issuedAt,
    validUntil: issuedAt + 1_096 * dayMillis,
    holders: [{ identityType: "sisSourcedId", value: "2026-0417", salt: "9f2c61d0a4" }],
    achievement: {
      id: `${origin}/achievements/a08/1.2.0`,
      type: "Competency",
      name: both("选品", "Product selection"),
      description: both("按市场选择商品", "Chooses products for a market"),
      criteria: both("五件作品，两名评分人", "Five pieces, two raters"),
      alignment: [{ name: "A08", url: `${origin}/ims/case/v1p1/CFItems/a08` }],
    },
    results: [both("第二梯队", "Echelon 2")],
    evidence: [
      {
        id: `${origin}/evidence/1`,
        name: both("赛季记录", "Season log"),
        narrative: "digest 7d1f",
        sha256: "5f".repeat(32),
      },
    ],
    status: { listAddress, index: badgeIndex },
    ...changes,
  };
}

/** A badge that the enterprise has endorsed before the school signs. */
export async function endorsedBadge(changes: Partial<Badge> = {}) {
  const badge = anyBadge(changes);
  const endorsement = await issueEndorsement(
    {
      id: `${origin}/endorsements/1`,
      endorser: { name: "灯塔贸易" },
      validFrom: badge.validFrom,
      badge: badge.id,
      comment: both("能独立选品", "Selects products unaided"),
    },
    enterprise.signer,
    issuedAt,
  );
  return issueBadge({ ...badge, endorsements: [endorsement] }, school.signer, issuedAt);
}

/** The school's list, with these bits set. */
export function anyList(setBits: readonly number[] = [], signer = school.signer) {
  const bits = setBits.reduce((list, at) => withBit(list, at, true), emptyStatusList());
  return issueStatusList({ address: listAddress, bits, validFrom: issuedAt }, signer);
}

export type Documents = Readonly<Record<string, unknown>>;

/** Where each DID's document lies. */
export const didAddresses: Documents = Object.fromEntries(
  [school, enterprise, stranger].map((one, at) => [
    `${origin}/o/${["harbor-school", "lantern-trade", "nobody"][at]}/did.json`,
    one.document,
  ]),
);

/** A day after the issue, with these documents to be had beside the DIDs. */
export function around(documents: Documents, changes: Partial<VerifyOptions> = {}): VerifyOptions {
  const all: Documents = { ...didAddresses, ...documents };
  return {
    now: issuedAt + dayMillis,
    load: (address) => {
      const found = all[address];
      return Promise.resolve(found === undefined ? null : bytesOf(found));
    },
    ...changes,
  };
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
}
