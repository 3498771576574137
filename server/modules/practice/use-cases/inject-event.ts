import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { InjectEventRequest } from "@echelon/contract/practice/season.ts";
import { checkIntervention, previewDay } from "@echelon/kernel/market/decisions/check-decision.ts";
import type { Intervention } from "@echelon/kernel/market/decisions/decision.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import {
  appendEntries,
  countEvents,
  lineage,
  nextNumber,
  readBranches,
  readStoreDay,
} from "../store/log-store.ts";
import { changeSeason, holdSeason, type SeasonRow } from "../store/season-store.ts";
import { readStore } from "../store/store-store.ts";
import { accessTo } from "./find-season.ts";

/** Events that a steward may put into one day. */
export const eventsPerDayMax = 10;

/**
 * The steward puts an event into the season: the same for every store, in the log like a decision.
 */
export async function injectEvent(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  { note = "", ...wish }: InjectEventRequest,
): Promise<Outcome<SeasonRow>> {
  const plan = async (tx: Tx, row: SeasonRow): Promise<Outcome<Intervention>> => {
    if (wish.from < row.day) {
      return refuse({ code: "practice/intervention-in-past", facts: { first: row.day } });
    }
    if (wish.from > row.days) {
      return refuse({ code: "practice/event-after-end", facts: { last: row.days } });
    }
    if ((await countEvents(tx, season, row.branch, row.day)) >= eventsPerDayMax) {
      return refuse({ code: "practice/event-limit", facts: { max: eventsPerDayMax } });
    }
    const { source } = await means.engine.worldOf(tx, row);
    const known = new Set(source.scenario.markets.map(({ country }) => country));
    const foreign = wish.markets.find((market) => !known.has(market));
    if (foreign !== undefined) {
      return refuse({ code: "practice/no-such-market", facts: { market: foreign } });
    }
    return ok({ kind: "inject-event", shock: { ...wish } });
  };
  // Why it was put in is no part of what the market reads.
  return intervene(means, caller, season, plan, note);
}

/**
 * A visible line in a store's ledger, with its reason: help, or with a negative amount a penalty.
 */
export async function adjustStore(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: { amountMinor: number; reason: string },
): Promise<Outcome<undefined>> {
  const done = await intervene(means, caller, season, async (tx) => {
    if ((await readStore(tx, season, store)) === undefined) {
      return refuse({ code: "practice/no-such-store" });
    }
    return ok({
      kind: wish.amountMinor < 0 ? "penalize-store" : "help-store",
      store,
      amountMinor: Math.abs(wish.amountMinor),
      reason: wish.reason,
    });
  });
  return done.ok ? ok() : done;
}

/** An intervention of who steers the season, ruled on as its close will rule, and logged. */
export async function intervene(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  plan: (tx: Tx, row: SeasonRow) => Promise<Outcome<Intervention>>,
  note = "",
): Promise<Outcome<SeasonRow>> {
  return means.database.transaction(async (tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const access = await accessTo(tx, caller, row);
    if (!access.ok) return access;
    if (!access.value.maySteer) return refuse({ code: "platform/not-allowed" });
    if (row.state === "finished" || row.state === "archived" || row.day > row.days) {
      return refuse({ code: "practice/season-closed" });
    }
    if (row.closing_day !== null || row.state === "preparing") {
      return refuse({ code: "practice/season-busy" });
    }
    const decision = await plan(tx, row);
    if (!decision.ok) return decision;
    const ruled = await rule(means, tx, row, decision.value);
    if (!ruled.ok) return ruled;
    await appendEntries(tx, [
      {
        season_id: season,
        store: -1,
        number: await nextNumber(tx, season, -1),
        branch: row.branch,
        day: row.day,
        kind: decision.value.kind,
        decision: decision.value,
        author_id: caller.person,
        note,
        at: means.clock.now(),
      },
    ]);
    const changed = await changeSeason(tx, season, {});
    tx.announce(topic("season", season), changed.version);
    return ok(changed);
  });
}

/**
 * What the close would say of it: it is asked before anything is written, because a close refuses
 * in silence. The steward's entries of the day stand already, so that a store which has just
 * entered can be helped.
 */
async function rule(
  means: PracticeMeans,
  tx: Tx,
  row: SeasonRow,
  decision: Intervention,
): Promise<Outcome<undefined>> {
  const spans = lineage(await readBranches(tx, row.season_id), row.branch);
  const entries = await readStoreDay(tx, row.season_id, spans, -1, row.day);
  const preview = previewDay(await means.engine.seasonAt(tx, row), entries);
  const ruling = checkIntervention(preview, decision);
  if (ruling.kind === "accepted") return ok();
  return refuse({ code: ruling.code, facts: { ...ruling.facts } });
}
