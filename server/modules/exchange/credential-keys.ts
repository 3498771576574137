import { isIP } from "node:net";
import {
  addressOfDidWeb,
  didDocument,
  didKey,
  didWeb,
} from "@echelon/connectors/open-badges/did.ts";
import { makeKey, type Signer, signerOf } from "@echelon/connectors/open-badges/keys.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Means } from "../../platform/module.ts";
import { organisationFacts } from "../identity/index.ts";
import { allKeys, insertKey, keysOf, readKeyInUse } from "./store/key-store.ts";
import type { CredentialKeyTable } from "./store/schema.ts";

/** What signing asks of the house. */
export type KeyMeans = Pick<Means, "config" | "clock" | "newId" | "secrets">;

/**
 * Whether others can ask this installation for its documents. A did:web is fetched by https, so a
 * school on its own network signs with keys that stand for themselves.
 */
export function isReachable(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, "")) === 0 && hostname.includes(".");
  return protocol === "https:" && isNamed;
}

/** In whose name a key signs. @param slug of its organization; null for the installation's own */
export function didOf(url: string, slug: string | null, publicKey: string): string {
  return isReachable(url) ? didWeb(url, slug ?? undefined) : didKey(publicKey);
}

/** Who signs with the key of an owner; a key is made where there is none yet. */
export async function openSigner(
  means: KeyMeans,
  tx: Tx,
  owner: string | null,
  slug: string | null,
): Promise<Signer & { readonly publicKey: string }> {
  const kept = (await readKeyInUse(tx, owner)) ?? (await makeKeyFor(means, tx, owner));
  return signerAs(means, kept, didOf(means.config.url, slug, kept.public_key));
}

/** Who signs with one key, in use or not, in the name of an issuer. */
export function signerAs(
  { secrets }: KeyMeans,
  { public_key: publicKey, sealed }: CredentialKeyTable,
  did: string,
): Signer & { readonly publicKey: string } {
  return { ...signerOf({ publicKey, sealed }, secrets, did), publicKey };
}

/** Two that make the first key of an owner at once end with the same one. */
export async function makeKeyFor(
  { secrets, newId, clock }: KeyMeans,
  tx: Tx,
  owner: string | null,
): Promise<CredentialKeyTable> {
  const { publicKey, sealed } = makeKey(secrets);
  await insertKey(tx, {
    id: newId(),
    owner_id: owner,
    public_key: publicKey,
    sealed,
    made_at: clock.now(),
    replaced_at: null,
    compromised_at: null,
  });
  const made = await readKeyInUse(tx, owner);
  if (made === undefined) throw new Error("a key was made and is not there");
  return made;
}

/** The document of an owner's did:web; null where nobody can ask for it, or there is no key. */
export async function documentOf(
  { config }: Pick<Means, "config">,
  sql: Sql,
  owner: string | null,
  slug: string | null,
): Promise<object | null> {
  if (!isReachable(config.url)) return null;
  const keys = (await keysOf(sql, owner)).filter((key) => key.compromised_at === null);
  const [newest] = keys;
  if (newest === undefined) return null;
  const did = didOf(config.url, slug, newest.public_key);
  return didDocument(
    did,
    keys.map((key) => key.public_key),
  );
}

/** What this installation knows of its own issuers. */
export interface OwnIssuers {
  /** Those whose word is believed. */
  readonly trusted: readonly string[];
  /** Those that stand for a key which was stolen. */
  readonly stolen: ReadonlySet<string>;
  /** Documents of own did:web, by the address at which they would be fetched. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
}

export async function ownIssuers(means: Pick<Means, "config">, sql: Sql): Promise<OwnIssuers> {
  const { url } = means.config;
  const keys = await allKeys(sql);
  const owners = [...new Set(keys.flatMap(({ owner_id: id }) => id ?? []))];
  const facts = await organisationFacts(sql, owners);
  const slugOf = (owner: string | null) => (owner === null ? null : facts.get(owner)?.slug);
  const [trusted, stolen] = [new Set<string>(), new Set<string>()];
  const documents = new Map<string, Uint8Array>();
  for (const [owner, own] of Map.groupBy(keys, (key) => key.owner_id)) {
    const slug = slugOf(owner);
    if (slug === undefined) continue;
    for (const { public_key: key, compromised_at: at } of own) {
      const did = didOf(url, slug, key);
      if (at === null) trusted.add(did);
      else stolen.add(did);
    }
    const document = await documentOf(means, sql, owner, slug);
    const address = addressOfDidWeb(didOf(url, slug, own[0]!.public_key));
    if (document !== null && address !== null)
      documents.set(address, Buffer.from(JSON.stringify(document)));
  }
  // A did:web goes on with its other keys; a did:key is its key.
  const lost = [...stolen].filter((did) => !trusted.has(did));
  return { trusted: [...trusted], stolen: new Set(lost), documents };
}
