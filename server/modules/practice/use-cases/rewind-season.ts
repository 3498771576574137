import { returnedKey } from "@echelon/contract/practice/returned-drafts.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { firstDayOfRound } from "@echelon/kernel/calendar/round.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import {
  appendEntries,
  insertBranch,
  isOfHead,
  type LogRow,
  lineage,
  nextNumber,
  readBranches,
  readEntriesFrom,
} from "../store/log-store.ts";
import { insertDrafts, reopenStores } from "../store/reopen-store.ts";
import { withdrawDays } from "../store/result-store.ts";
import { changeSeason, holdSeason, type SeasonRow } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";
import { wishOf } from "./fill-wish.ts";
import { writeBeginnings } from "./begin-autopilots.ts";
import { accessTo } from "./find-season.ts";
import { nextCloseAt } from "./next-close.ts";

/** How often one season may be taken back. */
export const branchesMax = 50;

/**
 * Opens a closed day again, and with it the others of its round, whose decisions are those of its
 * first day. A new branch becomes the head; results from that day on are withdrawn, not deleted;
 * decisions from that day on come back to their stores as drafts, and drafts under way stay. Stores
 * that entered later enter again on the reopened day. What has ended stays ended.
 */
export async function rewindSeason(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  wish: { day: number; reason: string },
): Promise<Outcome<SeasonRow>> {
  return means.database.transaction(async (tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const access = await accessTo(tx, caller, row);
    if (!access.ok) return access;
    if (!access.value.maySteer) return refuse({ code: "platform/not-allowed" });
    // With its end the truth of the market was opened: who knows it would not play a fair day.
    if (row.state === "finished" || row.state === "archived") {
      return refuse({ code: "practice/season-closed" });
    }
    if (row.closing_day !== null) return refuse({ code: "practice/season-busy" });
    if (wish.day >= row.day) {
      return refuse({ code: "practice/rewind-too-far", facts: { last: row.day - 1 } });
    }
    const branches = await readBranches(tx, season);
    const next = Math.max(...branches.map(({ branch }) => branch)) + 1;
    if (next > branchesMax) {
      return refuse({ code: "practice/branch-limit", facts: { max: branchesMax } });
    }
    const now = means.clock.now();
    const day = firstDayOfRound(wish.day, row.days_per_round);
    const spans = lineage(branches, row.branch);
    const all = await readEntriesFrom(tx, season, day);
    const withdrawn = all.filter((entry) => isOfHead(spans, entry.branch, entry.day));
    await insertBranch(tx, {
      season_id: season,
      branch: next,
      parent: row.branch,
      from_day: day,
      reason: wish.reason,
      made_by: caller.person,
      made_at: now,
    });
    await withdrawDays(tx, season, day);
    await giveBack(tx, withdrawn, now);
    await enterAgain(tx, row, next, day, caller.person, now);
    await writeBeginnings(
      tx,
      { season_id: season, branch: next, day },
      begunWith(withdrawn, day),
      now,
    );
    const changed = await changeSeason(tx, season, {
      day,
      branch: next,
      closes_at: row.state === "running" ? nextCloseAt(row.pace, now) : null,
    });
    tx.announce(topic("season", season), changed.version);
    return ok(changed);
  });
}

/** Stores that bots had taken when the reopened day opened: what they missed before it stands. */
const begunWith = (withdrawn: readonly LogRow[], day: number): number[] =>
  withdrawn
    .filter((entry) => entry.kind === "begin-autopilot" && entry.day === day)
    .map((entry) => (entry.decision as { store: number }).store);

/**
 * Withdrawn decisions become drafts of their stores: nothing that a store decided is lost. Events,
 * help and penalties of the steward are withdrawn with their days; the log lists them as such.
 */
async function giveBack(tx: Tx, withdrawn: readonly LogRow[], now: Date): Promise<void> {
  const drafts = withdrawn
    .filter(({ store }) => store >= 0)
    .map((entry) => ({
      season_id: entry.season_id,
      store: entry.store,
      key: returnedKey(entry.day, entry.number),
      value: JSON.stringify(wishOf(entry.decision as StoreDecision)),
      author_id: entry.author_id,
      saved_at: now,
      wishes: null,
    }));
  await insertDrafts(tx, drafts);
}

async function enterAgain(
  tx: Tx,
  row: SeasonRow,
  branch: number,
  day: number,
  author: string,
  now: Date,
): Promise<void> {
  const stores = await readStores(tx, row.season_id);
  const first = await nextNumber(tx, row.season_id, -1);
  await reopenStores(tx, row.season_id, day);
  const entering = stores.filter((store) => store.entered_day >= day);
  await appendEntries(
    tx,
    entering.map(({ store, name }, index) => ({
      season_id: row.season_id,
      store: -1,
      number: first + index,
      branch,
      day,
      kind: "enter-store",
      decision: { kind: "enter-store", store, name },
      author_id: author,
      note: "",
      at: now,
    })),
  );
}
