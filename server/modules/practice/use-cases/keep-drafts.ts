import type { Draft } from "@echelon/contract/practice/decision.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import {
  countOtherDrafts,
  dropDrafts,
  holdStore,
  readDrafts,
  writeDraft,
} from "../store/store-store.ts";
import { readWishes } from "./draft-wishes.ts";
import { findStore } from "./find-season.ts";
import { authorsOf } from "./name-authors.ts";

/** Drafts that a store may have under way, beside those that a rewind gave back. */
export const draftsMax = 500;

/** What the store's people typed and have not handed in, with who typed it and when. */
export async function listDrafts(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<{ items: Draft[] }>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  const rows = await readDrafts(means.database, season, store);
  const authors = rows.map((row) => row.author_id);
  const names = await authorsOf(means.database, found.value, authors);
  const items = rows.map((row) => ({
    key: row.key,
    value: row.value,
    savedAt: row.saved_at,
    author: names.get(row.author_id) ?? "",
  }));
  return ok({ items });
}

/** Keeps one field as it was typed; the last one typed wins. */
export async function saveDraft(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: { key: string; value: string; wishes?: string | undefined },
): Promise<Outcome<Draft>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (!found.value.isMine) return refuse({ code: "practice/no-such-store" });
  if (wish.wishes !== undefined && readWishes(wish.wishes).kind === "unstorable") {
    const faults = [{ at: "body.wishes", rule: "unstorable" }];
    return refuse({ code: "platform/malformed-request", facts: { faults } });
  }
  return means.database.transaction(async (tx) => {
    await holdStore(tx, season, store);
    if ((await countOtherDrafts(tx, season, store, wish.key)) >= draftsMax) {
      return refuse({ code: "practice/draft-limit", facts: { max: draftsMax } });
    }
    const savedAt = means.clock.now();
    await writeDraft(tx, {
      season_id: season,
      store,
      key: wish.key,
      value: wish.value,
      author_id: caller.person,
      saved_at: savedAt,
      wishes: wish.wishes ?? null,
    });
    const names = await personNames(tx, [caller.person]);
    return ok({
      key: wish.key,
      value: wish.value,
      savedAt,
      author: names.get(caller.person) ?? "",
    });
  });
}

export async function putDraftsAway(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  keys: readonly string[],
): Promise<Outcome<undefined>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (!found.value.isMine) return refuse({ code: "practice/no-such-store" });
  return means.database.transaction(async (tx) => {
    await dropDrafts(tx, season, store, keys);
    tx.announce(topic("store", `${season}.${store}`));
    return ok();
  });
}
