import { randomBytes } from "node:crypto";
import { didKey } from "@echelon/connectors/open-badges/did.ts";
import { type Badge, issueBadge, issueEndorsement } from "@echelon/connectors/open-badges/issue.ts";
import { makeKey, signerOf } from "@echelon/connectors/open-badges/keys.ts";
import { emptyStatusList, issueStatusList } from "@echelon/connectors/open-badges/status-list.ts";
import { verifyCredential } from "@echelon/connectors/open-badges/verify.ts";
import { createSecrets } from "../../../platform/secrets.ts";

/** What one core does in a second of its time. */
export interface CredentialPace {
  readonly issued: number;
  readonly endorsedIssued: number;
  readonly verified: number;
}

const now = Date.UTC(2026, 8);
const address = "https://echelon.example";
const both = { zh: "选品", en: "Product selection" };

/** Issues and verifies so many badges as a school does, lists and endorsements included. */
export async function measureCredentials(badges: number): Promise<CredentialPace> {
  const secrets = createSecrets(randomBytes(32).toString("base64url"));
  const kept = makeKey(secrets);
  const signer = signerOf(kept, secrets, didKey(kept.publicKey));
  const list = await issueStatusList({ address, bits: emptyStatusList(), validFrom: now }, signer);
  const bytes = Buffer.from(JSON.stringify(list));
  const around = { now, load: () => Promise.resolve(bytes) };
  const first = badgeAt(0);
  const endorsement = { id: `${address}/e`, endorser: { name: "" }, validFrom: now, comment: both };
  const endorsements = [await issueEndorsement({ ...endorsement, badge: first.id }, signer, now)];
  const badge = await issueBadge(first, signer, now);
  const { isValid } = await verifyCredential(badge, around);
  if (!isValid) throw new Error("a good badge was found wanting");
  return {
    issued: await pace(badges, (at) => issueBadge(badgeAt(at), signer, now)),
    endorsedIssued: await pace(badges, () => issueBadge({ ...first, endorsements }, signer, now)),
    verified: await pace(badges, () => verifyCredential(badge, around)),
  };
}

/** Times a second of processor time. */
async function pace(times: number, work: (at: number) => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  for (let at = 0; at < times; at++) await work(at);
  const { user, system } = process.cpuUsage(started);
  return (times * 1_000_000) / (user + system);
}

function badgeAt(at: number): Badge {
  return {
    id: `${address}/credentials/${at}`,
    issuer: { name: both.zh, url: address },
    validFrom: now,
    holders: [{ identityType: "sisSourcedId", value: String(at), salt: "salt" }],
    achievement: {
      id: `${address}/achievements/a08`,
      type: "Competency",
      name: both,
      description: both,
      criteria: both,
      alignment: [{ name: "A08", url: `${address}/ims/case/v1p1/CFItems/a08` }],
    },
    results: [both],
    evidence: [{ id: `${address}/evidence/1`, name: both, sha256: "5f".repeat(32) }],
    status: { listAddress: address, index: at },
  };
}
