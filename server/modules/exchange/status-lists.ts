import { randomInt } from "node:crypto";
import { didKey } from "@echelon/connectors/open-badges/did.ts";
import type { Signer } from "@echelon/connectors/open-badges/keys.ts";
import {
  emptyStatusList,
  issueStatusList,
  statusListBits,
  withBit,
} from "@echelon/connectors/open-badges/status-list.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Means } from "../../platform/module.ts";
import { type KeyMeans, signerAs } from "./credential-keys.ts";
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
  const written = await signed(means, listAddress(means, id), bits, signer);
  await insertList(tx, { id, owner_id: owner, did: signer.did, bits, taken: 0, ...written });
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
  const { id, bits } = list;
  const signer = await signerOfList(means, tx, list);
  await changeList(tx, id, { bits, ...(await signed(means, addressOf(list), bits, signer)) });
}

/** Where those who are on it look for it: for ever that of its making. */
export function addressOf({ document }: Pick<StatusListTable, "document">): string {
  return String((JSON.parse(document) as { readonly id: unknown }).id);
}

/** A list counts only in the name of the issuer of those on it, so an old did:key signs its own. */
async function signerOfList(means: KeyMeans, tx: Tx, list: StatusListTable): Promise<Signer> {
  const keys = await keysOf(tx, list.owner_id);
  const itself = keys.find((key) => didKey(key.public_key) === list.did);
  const key = itself ?? keys.find((one) => one.replaced_at === null);
  if (key === undefined) throw new Error(`no key signs as ${list.did}`);
  return signerAs(means, key, list.did);
}

async function signed(
  { clock }: KeyMeans,
  address: string,
  bits: Uint8Array,
  signer: Signer,
): Promise<Pick<StatusListTable, "document" | "signed_at">> {
  const at = clock.now();
  const list = await issueStatusList({ address, bits, validFrom: at.getTime() }, signer);
  return { document: JSON.stringify(list), signed_at: at };
}
