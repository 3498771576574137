import type { CredentialKeyView, RotatedKey } from "@echelon/contract/exchange/credentials.ts";
import { compromisedReason } from "@echelon/connectors/open-badges/certificate-words.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { organisationFacts, writeAudit } from "../../identity/index.ts";
import { didOf, makeKeyFor } from "../credential-keys.ts";
import { signListsAgain } from "../status-lists.ts";
import { askToRevoke, countInForce, signedWith } from "../store/credential-store.ts";
import { allKeys, changeKey, holdKey } from "../store/key-store.ts";
import type { CredentialKeyTable } from "../store/schema.ts";

/** All keys of the installation and its organizations, without their private halves. */
export async function listKeys(means: Means): Promise<Outcome<CredentialKeyView[]>> {
  const sql = means.database;
  return ok(await viewsOf(means, sql, await allKeys(sql)));
}

async function viewsOf(
  { config, clock }: Means,
  sql: Sql,
  rows: readonly CredentialKeyTable[],
): Promise<CredentialKeyView[]> {
  const owners = await organisationFacts(sql, [
    ...new Set(rows.flatMap(({ owner_id: id }) => id ?? [])),
  ]);
  const inForce = await countInForce(
    sql,
    rows.map((row) => row.public_key),
    clock.now(),
  );
  return rows.map((row) => {
    const owner = row.owner_id === null ? undefined : owners.get(row.owner_id);
    return {
      id: row.id,
      owner: row.owner_id,
      ownerName: owner?.name ?? null,
      publicKey: row.public_key,
      did: didOf(config.url, owner?.slug ?? null, row.public_key),
      madeAt: row.made_at,
      replacedAt: row.replaced_at,
      compromisedAt: row.compromised_at,
      inForce: inForce.get(row.public_key) ?? 0,
    };
  });
}

/**
 * Puts a new key in the place of one. What the old key signed goes on to verify, unless it was
 * stolen: then nobody is to believe it, and all that it signed waits to be revoked. Whoever asks
 * for what is so already changes nothing, and nothing is written of them.
 */
export async function rotateKey(
  means: Means,
  caller: Caller,
  wish: { readonly key: string; readonly isCompromised: boolean },
): Promise<Outcome<z.output<typeof RotatedKey>>> {
  const { clock, config } = means;
  return means.database.transaction(async (tx) => {
    const old = await holdKey(tx, wish.key);
    if (old === undefined) return refuse({ code: "exchange/no-such-key" });
    const now = clock.now();
    const owner = old.owner_id;
    await changeKey(tx, old.id, {
      replaced_at: old.replaced_at ?? now,
      ...(wish.isCompromised ? { compromised_at: old.compromised_at ?? now } : {}),
    });
    const isChanged = wish.isCompromised ? old.compromised_at === null : old.replaced_at === null;
    const next = await makeKeyOnce(means, tx, owner, old);
    let toRevoke = 0;
    if (owner !== null) {
      const slug = (await organisationFacts(tx, [owner])).get(owner)?.slug ?? "";
      if (wish.isCompromised) toRevoke = await askAll(means, tx, caller, old.public_key);
      if (isChanged)
        await signListsAgain(means, tx, owner, didOf(config.url, slug, next.public_key));
    }
    const ofOperator = caller.roles.find(({ role }) => role === "operator")?.organisation;
    const where = owner ?? ofOperator;
    if (where !== undefined && (isChanged || toRevoke > 0))
      await writeAudit(means, tx, where, {
        deed: wish.isCompromised ? "credential-key-stolen" : "credential-key-replaced",
        by: caller.person,
        facts: { key: old.public_key },
      });
    const [key] = await viewsOf(means, tx, [next]);
    if (key === undefined) throw new Error("a key without a view");
    return ok({ key, toRevoke });
  });
}

/** An old key that turns out to be stolen leaves the one in use where it is. */
async function makeKeyOnce(
  means: Means,
  tx: Tx,
  owner: string | null,
  old: CredentialKeyTable,
): Promise<CredentialKeyTable> {
  if (old.replaced_at === null) return makeKeyFor(means, tx, owner);
  const inUse = (await allKeys(tx)).find(
    (key) => key.owner_id === owner && key.replaced_at === null,
  );
  return inUse ?? makeKeyFor(means, tx, owner);
}

/** The operator asks for each, and each school confirms its own. */
async function askAll(
  { clock }: Means,
  tx: Tx,
  caller: Caller,
  publicKey: string,
): Promise<number> {
  const found = await signedWith(tx, publicKey, clock.now());
  for (const { id } of found)
    await askToRevoke(tx, {
      credential_id: id,
      reason: `${compromisedReason.zh} / ${compromisedReason.en}`,
      asked_by: caller.person,
      asked_for: "operator",
      asked_at: clock.now(),
    });
  return found.length;
}
