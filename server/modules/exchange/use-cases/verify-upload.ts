import { isValid } from "@echelon/contract/exchange/credential-verdicts.ts";
import type { VerifiedView } from "@echelon/contract/exchange/credentials.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Json } from "@echelon/connectors/open-badges/json.ts";
import { credentialOf } from "@echelon/connectors/open-badges/prove.ts";
import { readCredentialFile } from "@echelon/connectors/open-badges/read-file.ts";
import { verdictOf } from "@echelon/connectors/open-badges/verdict.ts";
import { type Verified, verifyFile } from "@echelon/connectors/open-badges/verify.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { type OwnIssuers, ownIssuers } from "../credential-keys.ts";
import { membersOf, wordsOf } from "../credential-words.ts";
import { addressOf, listPath } from "../status-lists.ts";
import { readList } from "../store/credential-store.ts";
import { askedOnce } from "../verify-credential.ts";

/** Addresses of others that one file of a stranger may make us call. */
const callsMax = 4;

/** Ids of lists are what we made them: anything else is not asked of the database. */
const ownList = new RegExp(`${listPath}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`);

export type VerifyMeans = Pick<Means, "config" | "clock" | "database" | "fetch">;

/** Says what a file comes to. Anybody may ask, and nothing of it is kept. */
export async function verifyUpload(
  means: VerifyMeans,
  bytes: Uint8Array,
): Promise<Outcome<VerifiedView>> {
  return ok(await verifyHere(means, bytes));
}

/** The verdict of this installation about one file. */
export async function verifyHere(means: VerifyMeans, bytes: Uint8Array): Promise<VerifiedView> {
  return (await openVerifier(means))(bytes);
}

/**
 * What says of files what they come to here, at this moment: own keys and lists are read where they
 * lie, each once however many files name them, so that what was revoked a moment ago reads as
 * revoked; those of others are fetched.
 */
export async function openVerifier(
  means: VerifyMeans,
): Promise<(bytes: Uint8Array) => Promise<VerifiedView>> {
  const own = await ownIssuers(means, means.database);
  const lists = new Map<string, Promise<string | null>>();
  const listAt = (address: string): Promise<string | null> => {
    const list = lists.get(address) ?? listHere(means.database, address);
    lists.set(address, list);
    return list;
  };
  return (bytes) => verdictHere(means, own, listAt, bytes);
}

async function verdictHere(
  { clock, fetch }: VerifyMeans,
  own: OwnIssuers,
  listAt: (address: string) => Promise<string | null>,
  bytes: Uint8Array,
): Promise<VerifiedView> {
  const now = clock.now();
  const abroad = askedOnce(fetch, callsMax);
  const load = async (address: string): Promise<Uint8Array | null> => {
    const document = own.documents.get(address);
    if (document !== undefined) return document;
    const list = await listAt(address);
    return list === null ? abroad(address) : Buffer.from(list);
  };
  const verified = withoutStolen(
    await verifyFile(bytes, { now: now.getTime(), trusted: own.trusted, load }),
    own,
  );
  const read = readCredentialFile(bytes);
  const credential: Json = read.ok ? credentialOf(read.written) : {};
  return {
    verdict: verified.verdict,
    isValid: verified.isValid,
    reasons: [...verified.reasons],
    checkedAt: now,
    statusAt: verified.isRevoked === null ? null : now,
    words: wordsOf(credential, verified, own.trusted),
    members: membersOf(credential, verified, own.trusted),
  };
}

/** A list of ours by its address, also by one that the installation had before. */
async function listHere(sql: Sql, address: string): Promise<string | null> {
  const id = ownList.exec(address)?.[1];
  const list = id === undefined ? undefined : await readList(sql, id);
  return list !== undefined && addressOf(list) === address ? list.document : null;
}

/** A did:key cannot be taken out of any document: that it was stolen, only we know. */
function withoutStolen(verified: Verified, own: Pick<OwnIssuers, "stolen">): Verified {
  const issuers = [verified.issuer, ...verified.endorsements.map(({ issuer }) => issuer)];
  const members = verified.members.map((member) => withoutStolen(member, own));
  const reasons = new Set(verified.reasons);
  if (issuers.some((issuer) => own.stolen.has(issuer ?? ""))) reasons.add("key-expired");
  if (members.some((member) => !member.isValid)) reasons.add("member-not-valid");
  const verdict = verdictOf([...reasons]);
  return { ...verified, members, reasons: [...reasons], verdict, isValid: isValid(verdict) };
}
