import { topic } from "@echelon/contract/platform/events.ts";
import { questionsMax } from "@echelon/contract/practice/integrity.ts";
import type { LogEntry, StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { SignedEntry } from "@echelon/kernel/market/integrity/signed-entry.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import { seedOf } from "../engine/season-key.ts";
import { studyIntegrity } from "../engine/study-integrity.ts";
import type { LookForQuestionsPayload } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { isOfHead, lineage, type LogRow, readBranches } from "../store/log-store.ts";
import { type SeasonProduct, readProducts } from "../store/product-store.ts";
import { endLook, readLook, readSignedLog, tellLook } from "../store/look-store.ts";
import { changeSeason, readSeason, readWorld } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";
import { membersSince } from "./members-since.ts";
import { questionFacts } from "./question-facts.ts";

/** Looks for what is worth asking about, unless a later look was asked for meanwhile. */
export async function lookForQuestions(
  means: PracticeMeans,
  { tx, payload, signal }: JobRun<LookForQuestionsPayload>,
): Promise<void> {
  const { season, branch, toDay } = payload;
  const row = await readSeason(tx, season);
  const look = await readLook(tx, season);
  const isAsked = look?.branch === branch && look.to_day === toDay && look.questions === null;
  if (row === undefined || !isAsked || !(await means.engine.isPlayable(tx, row))) return;
  const { rows, log, signed } = await signedLog(tx, season, branch, toDay);
  const source = await readWorld(tx, season);
  const products = await readProducts(tx, season);
  const place = { season_id: season, branch, to_day: toDay };
  let told = 0;
  const questions = await studyIntegrity(
    {
      source,
      seed: seedOf(row.seed_secret, engineVersion),
      lastDay: toDay,
      log,
      signed,
      people: (await readStores(tx, season)).map(({ store }) => store),
      members: await membersSince(tx, season),
      givenTexts: givenTexts(products),
    },
    signal,
    (day) => {
      const percent = Math.floor((99 * day) / toDay);
      if (percent < told + 10) return;
      told = percent;
      report(means, place, percent);
    },
  );
  const facts = questionFacts(questions.slice(0, questionsMax), { rows, products });
  await endLook(tx, place, facts);
  const changed = await changeSeason(tx, season, {});
  tx.announce(topic("season", season), changed.version);
}

/** Progress is told outside the job's transaction, or nobody would see it before the end. */
function report(
  means: PracticeMeans,
  place: { readonly season_id: string; readonly branch: number; readonly to_day: number },
  percent: number,
): void {
  const { season_id: season } = place;
  void means.database
    .transaction(async (tx) => {
      await tellLook(tx, place, percent);
      const changed = await changeSeason(tx, season, {});
      tx.announce(topic("season", season), changed.version);
    })
    .catch((error: unknown) =>
      means.log.warn("progress not told", { season, error: String(error) }),
    );
}

/** The log as the engine plays it, and the same lines as people wrote them. */
async function signedLog(
  tx: Tx,
  season: string,
  branch: number,
  toDay: number,
): Promise<{
  readonly rows: readonly LogRow[];
  readonly log: readonly LogEntry[];
  readonly signed: readonly SignedEntry[];
}> {
  const spans = lineage(await readBranches(tx, season), branch);
  const all = await readSignedLog(tx, season, toDay);
  const rows = all.filter((row) => isOfHead(spans, row.branch, row.day));
  const log = rows.map(
    ({ store, number, day, decision }) => ({ store, number, day, decision }) as LogEntry,
  );
  const signed = rows
    .filter(({ store }) => store >= 0)
    .map(({ store, number, day, author_id: author, at, decision }) => ({
      store,
      number,
      day,
      author,
      atSecond: Math.floor(at.getTime() / 1000),
      decision: decision as StoreDecision,
    }));
  return { rows, log, signed };
}

/** What every store reads about a product. */
function givenTexts(products: readonly SeasonProduct[]): ReadonlyMap<string, string> {
  return new Map(
    products.map(({ sku, detail: { name, text, supplierName } }) => [
      sku,
      [name, text, supplierName].flatMap(({ zh, en }) => [zh, en]).join(" "),
    ]),
  );
}
