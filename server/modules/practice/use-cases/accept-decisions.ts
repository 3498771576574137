import { createHash } from "node:crypto";
import type {
  DecideAnswer,
  DecideRequest,
  DecisionWish,
} from "@echelon/contract/practice/decision.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import type { RefusalCode } from "@echelon/contract/refusals.ts";
import { agreedCost } from "@echelon/kernel/market/decisions/agreed-cost.ts";
import { checkDecision } from "@echelon/kernel/market/decisions/check-decision.ts";
import type { Facts, LogEntry, Warning } from "@echelon/kernel/market/decisions/decision.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { applyToPreview } from "../engine/season-engine.ts";
import type { PracticeMeans } from "../means.ts";
import { appendEntries, countStoreDay, nextNumber } from "../store/log-store.ts";
import { readAnswer, writeAnswer } from "../store/request-store.ts";
import { holdSeason, type SeasonRow, shareSeason } from "../store/season-store.ts";
import { changeStore, dropDrafts, holdStore } from "../store/store-store.ts";
import { acceptedAt, fillWish } from "./fill-wish.ts";
import { findStore } from "./find-season.ts";
import { findPermission } from "./find-team.ts";
import { whyFull } from "./fit-day.ts";
import { runsOnAutopilot, takeBackStore } from "./hand-back-store.ts";
import { type Author, authorOf, ruleOnAuthor } from "./know-author.ts";
import type { Permission } from "./team-rules.ts";

/**
 * Hands in a store's decisions for the open day: all of them are accepted, or none.
 *
 * What is answered is in the log and survives the process being killed. The same key gives the same
 * answer, so a client may send again what it did not hear of.
 */
export async function decide(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: DecideRequest,
): Promise<Outcome<DecideAnswer>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (!found.value.isMine) return refuse({ code: "practice/no-such-store" });
  const { row } = found.value;
  if (!(await means.engine.isPlayable(means.database, row))) {
    return refuse({ code: "practice/engine-version" });
  }
  // Restored here for all who come at once; in the transaction it would be for each of them alone.
  await means.engine.seasonAt(means.database, row);
  const deciding = { season, store, author: caller.person };
  let isKept = false;
  try {
    const outcome = await handIn(means, deciding, wish, shareSeason);
    isKept = outcome.ok;
    return outcome;
  } finally {
    if (!isKept) means.engine.forgetPreview(row);
  }
}

type Deciding = { readonly season: string; readonly store: number; readonly author: string };

/**
 * Hands in on a season that is shared with others who decide. That a bot no longer runs the store
 * is an entry of the steward's, of whom one at a time writes: where one does, all begins anew on a
 * season that is held.
 */
async function handIn(
  means: PracticeMeans,
  deciding: Deciding,
  request: DecideRequest,
  hold: typeof shareSeason,
): Promise<Outcome<DecideAnswer>> {
  const { season, store } = deciding;
  const outcome = await means.database.transaction(async (tx) => {
    const row = await hold(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    await holdStore(tx, season, store);
    const before = await readAnswer<DecideAnswer>(tx, season, store, request.key);
    if (before !== undefined) return answerAgain(before, request);
    const shut = whyShut(row, request.day, means.clock.now());
    if (shut !== null) return refuse({ code: shut, facts: { day: request.day } });
    const isPiloted = await runsOnAutopilot(tx, row, store);
    if (isPiloted && hold !== holdSeason) return null;
    return acceptWishes(means, tx, row, { ...deciding, isPiloted }, request);
  });
  return outcome ?? handIn(means, deciding, request, holdSeason);
}

/** SHA-256 of what a request asks for, whatever its key. */
function askedBy({ day, wishes, note }: DecideRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([day, wishes, note ?? ""]))
    .digest("hex");
}

/** The answer of before, if it was the same question. Keys of older versions kept no question. */
function answerAgain(
  before: { readonly answer: DecideAnswer; readonly asked: string },
  request: DecideRequest,
): Outcome<DecideAnswer> {
  if (before.asked !== "" && before.asked !== askedBy(request)) {
    return refuse({ code: "practice/key-used" });
  }
  return ok({ ...before.answer, acceptedAt: new Date(before.answer.acceptedAt) });
}

async function acceptWishes(
  means: PracticeMeans,
  tx: Tx,
  row: SeasonRow,
  // Where a bot runs the store, the season's row is held for writing.
  { store, author, isPiloted }: Deciding & { readonly isPiloted: boolean },
  request: DecideRequest,
): Promise<Outcome<DecideAnswer>> {
  const soFar = await countStoreDay(tx, row.season_id, store, row.branch, row.day);
  const full = whyFull(row, soFar, request.wishes);
  if (full !== null) return refuse(full);
  const preview = await means.engine.previewOf(tx, row, store);
  const first = await nextNumber(tx, row.season_id, store);
  const at = means.clock.now();
  const permission = await findPermission(tx, row, store, author);
  const known = await authorOf(tx, row, author, request.wishes);
  const ruled = ruleOn(preview, {
    row,
    store,
    wishes: request.wishes,
    author: known,
    first,
    at,
    permission,
  });
  if (!ruled.ok) return ruled;
  const { entries, warnings, costs } = ruled.value;
  if (isPiloted) await takeBackStore(tx, row, store, author, at);
  means.engine.applied(row, preview, store, entries);
  await appendEntries(
    tx,
    entries.map((entry, index) => ({
      season_id: row.season_id,
      store,
      number: entry.number,
      branch: row.branch,
      day: row.day,
      kind: entry.decision.kind,
      decision: entry.decision,
      author_id: author,
      note: request.note ?? "",
      at,
      cost_minor: BigInt(costs[index] ?? 0),
    })),
  );
  await changeStore(tx, row.season_id, store, { last_decided_at: at });
  await dropDrafts(tx, row.season_id, store, request.drafts ?? []);
  const answer: DecideAnswer = {
    day: row.day,
    acceptedAt: at,
    numbers: entries.map(({ number }) => number),
    warnings: warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
  };
  await writeAnswer(
    tx,
    row.season_id,
    store,
    { key: request.key, asked: askedBy(request) },
    answer,
    at,
  );
  tx.announce(topic("store", `${row.season_id}.${store}`));
  return ok(answer);
}

/**
 * Why the season takes no decision for this day now; null when it does. The time that is shown
 * counts, not the instant at which the close gets its turn.
 */
export function whyShut(row: SeasonRow, day: number, now: Date): RefusalCode | null {
  if (row.state === "finished" || row.state === "archived") return "practice/season-closed";
  if (row.state !== "running" && row.state !== "lobby") return "practice/season-not-open";
  if (row.closing_day !== null || day !== row.day) return "practice/day-closed";
  if (row.closes_at !== null && row.closes_at <= now) return "practice/day-closed";
  return row.day > row.days ? "practice/season-closed" : null;
}

type Asked = {
  readonly row: SeasonRow;
  readonly store: number;
  readonly wishes: readonly DecisionWish[];
  readonly author: Author;
  /** Number of the first entry. */
  readonly first: number;
  readonly at: Date;
  readonly permission: Permission;
};

/** Costs are those of the entries, one by one, minor units of the books. */
type Ruled = { entries: LogEntry[]; warnings: Warning[]; costs: number[] };

/** Rules on wishes one after the other and applies to the preview what is accepted. */
export function ruleOn(
  preview: Season,
  { row, store, wishes, author: before, first, at, permission }: Asked,
): Outcome<Ruled> {
  const entries: LogEntry[] = [];
  const warnings: Warning[] = [];
  const costs: number[] = [];
  let author = before;
  for (const [index, wish] of wishes.entries()) {
    const notTheirs = permission.toDecide(wish.kind);
    if (notTheirs !== null) return refuse(withWish(notTheirs, index));
    const own = ruleOnAuthor(preview.world, author, fillWish(preview.world.source, wish));
    if (own.kind === "refused") return refuse(withWish(own, index));
    author = own.author;
    const ruling = checkDecision(preview, store, own.decision);
    if (ruling.kind === "refused") return refuse(withWish(ruling, index));
    const { decision, cashMinor } = ruling.effect;
    const cost = agreedCost(preview, store, decision, cashMinor);
    const tooDear = permission.toSpend(wish.kind, cost);
    if (tooDear !== null) return refuse(withWish(tooDear, index));
    const entry: LogEntry = {
      store,
      number: first + index,
      day: row.day,
      decision: acceptedAt(decision, at),
    };
    applyToPreview(preview, [entry]);
    entries.push(entry);
    costs.push(cost.addedMinor);
    warnings.push(...ruling.warnings);
  }
  return ok({ entries, warnings: warnings.slice(0, 200), costs });
}

/** Which of the wishes it was, for who handed in several. */
const withWish = <Code extends RefusalCode>(
  { code, facts }: { readonly code: Code; readonly facts: Facts },
  wish: number,
) => ({ code, facts: { ...facts, wish } });
