import { randomInt } from "node:crypto";
import type { Signer } from "@echelon/connectors/open-badges/keys.ts";
import {
  emptyStatusList,
  issueStatusList,
  statusListBits,
  withBit,
} from "@echelon/connectors/open-badges/status-list.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Means } from "../../platform/module.ts";
import { organisationFacts } from "../identity/index.ts";
import { didOf, type KeyMeans, openSigner, signerWith } from "./credential-keys.ts";
import {
  changeList,
  holdList,
  insertList,
  isPlaceTaken,
  listsOf,
  newestList,
} from "./store/credential-store.ts";
import { keysOf } from "./store/key-store.ts";
import type { CredentialTable, StatusListTable } from "./store/schema.ts";

/** Beyond half full, a place drawn at random is taken too often. */
const takenMax = statusListBits / 2;

export const listPath = "/credentials/status";

export const listAddress = ({ config }: Pick<Means, "config">, list: string): string =>
  `${config.url}${listPath}/${list}`;

/** A free place of an issuer's newest list, drawn at random: a place tells nothing of its time. */
export async function drawPlace(
  means: KeyMeans,
  tx: Tx,
  owner: string,
  signer: Signer,
): Promise<{ readonly list: string; readonly index: number }> {
  const newest = await newestList(tx, owner, signer.did);
  const isFull = newest === undefined || newest.taken >= takenMax;
  const list = isFull ? await makeList(means, tx, owner, signer) : newest.id;
  for (;;) {
    const index = randomInt(statusListBits);
    if (!(await isPlaceTaken(tx, list, index))) return { list, index };
  }
}

async function makeList(means: KeyMeans, tx: Tx, owner: string, signer: Signer): Promise<string> {
  const id = means.newId();
  const bits = Buffer.from(emptyStatusList());
  const row = { id, owner_id: owner, did: signer.did, bits };
  await insertList(tx, { ...row, ...(await signed(means, row, signer)) });
  return id;
}

/** Sets the bit of a credential; the list that others fetch says so with the same commit. */
export async function revokeOnList(
  means: KeyMeans,
  tx: Tx,
  { list_id: id, list_index: index }: Pick<CredentialTable, "list_id" | "list_index">,
): Promise<void> {
  const list = await holdList(tx, id);
  if (list === undefined) throw new Error("a credential without its list");
  const bits = Buffer.from(withBit(list.bits, index, true));
  await signAgain(means, tx, { ...list, bits });
}

/** Signs an issuer's lists anew: its key was replaced, and the old one may be believed no more. */
export async function signListsAgain(
  means: KeyMeans,
  tx: Tx,
  owner: string,
  did: string,
): Promise<void> {
  for (const id of await listsOf(tx, owner, did)) {
    const list = await holdList(tx, id);
    if (list !== undefined) await signAgain(means, tx, list);
  }
}

async function signAgain(means: KeyMeans, tx: Tx, list: StatusListTable): Promise<void> {
  const signer = await signerOfList(means, tx, list);
  await changeList(tx, list.id, { bits: list.bits, ...(await signed(means, list, signer)) });
}

/** A list counts only in the name of the issuer of those on it, so an old did:key signs its own. */
async function signerOfList(means: KeyMeans, tx: Tx, list: StatusListTable): Promise<Signer> {
  const owner = list.owner_id;
  const slug = (await organisationFacts(tx, [owner])).get(owner)?.slug ?? "";
  const inUse = await openSigner(means, tx, owner, slug);
  if (inUse.did === list.did) return inUse;
  const key = (await keysOf(tx, owner)).find(
    (one) => didOf(means.config.url, slug, one.public_key) === list.did,
  );
  if (key === undefined) throw new Error(`no key signs as ${list.did}`);
  return signerWith(means, key, slug);
}

async function signed(
  means: KeyMeans,
  { id, bits }: Pick<StatusListTable, "id" | "bits">,
  signer: Signer,
): Promise<Pick<StatusListTable, "document" | "signed_at">> {
  const at = means.clock.now();
  const address = listAddress(means, id);
  const list = await issueStatusList({ address, bits, validFrom: at.getTime() }, signer);
  return { document: JSON.stringify(list), signed_at: at };
}
