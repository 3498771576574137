import { type Band, bandOf } from "@echelon/kernel/assessment/mastery/band.ts";
import { foldPieces } from "@echelon/kernel/assessment/mastery/mastery.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { calendarDay } from "../calendar-day.ts";
import { type Difficulties, difficultiesInUse, difficultiesOf, itemsOf } from "../difficulties.ts";
import { frameworkOfPerson } from "../school-framework.ts";
import { bandRuleOf } from "../standings.ts";
import { holdVersion, insertUse, readVersions, versionInUse } from "../store/difficulty-store.ts";
import { allMastery, foldedColumns } from "../store/piece-store.ts";
import { foldable, refoldMastery } from "./refold-mastery.ts";

/** So many of the newest versions are shown. */
const versionsMax = 60;
/** Estimates that are folded at a time: their pieces are held with all that they say. */
const foldedMax = 200;

/** A version of how hard scenarios are, as a list shows it. */
export interface VersionLine {
  readonly version: number;
  readonly madeAt: Date;
  readonly pieces: number;
  /** Competencies in scenarios that are not at the reference, and the farthest of them, logits. */
  readonly moved: number;
  readonly farthest: number;
  readonly isUsed: boolean;
}

/** Somebody whose band in a competency is another with another version. */
export interface BandChange {
  readonly person: string;
  readonly name: string;
  readonly competency: string;
  readonly before: Band;
  readonly after: Band;
}

export interface TakenVersion {
  readonly from: number;
  readonly to: number;
  readonly estimates: number;
  readonly changes: readonly BandChange[];
}

/** The newest versions, and which one estimates are folded with; 0 is as declared. */
export async function listDifficulties(
  sql: Sql,
): Promise<{ readonly used: number; readonly versions: readonly VersionLine[] }> {
  const used = await versionInUse(sql);
  const versions = (await readVersions(sql, versionsMax)).map((row) => {
    const far = itemsOf(row).map(({ difficulty }) => Math.abs(difficulty));
    return {
      version: row.version,
      madeAt: row.made_at,
      pieces: row.pieces,
      moved: far.filter((one) => one > 0).length,
      farthest: far.reduce((most, one) => Math.max(most, one), 0),
      isUsed: row.version === used,
    };
  });
  return { used, versions };
}

/**
 * Folds everybody's evidence with another version from now on, and tells whose band it changes.
 *
 * @param isTrial  tells it and changes nothing
 * @returns null where there is no such version
 */
export async function useDifficulties(
  { database, clock }: Pick<Means, "database" | "clock">,
  version: number,
  isTrial: boolean,
): Promise<TakenVersion | null> {
  return database.transaction(async (tx) => {
    await holdVersion(tx, isTrial ? "together" : "alone");
    const [now, next] = [await difficultiesInUse(tx), await difficultiesOf(tx, version)];
    if (next === null) return null;
    const rows = await allMastery(tx);
    const changes = await bandChanges(tx, rows, now, next, clock.now());
    if (!isTrial && next.version !== now.version) {
      await insertUse(tx, version, clock.now());
      const estimates = rows.map(({ person_id: person, competency }) => ({ person, competency }));
      for (let from = 0; from < estimates.length; from += foldedMax) {
        await refoldMastery(tx, estimates.slice(from, from + foldedMax));
      }
    }
    return { from: now.version, to: next.version, estimates: rows.length, changes };
  });
}

async function bandChanges(
  tx: Tx,
  rows: Awaited<ReturnType<typeof allMastery>>,
  now: Difficulties,
  next: Difficulties,
  at: Date,
): Promise<readonly BandChange[]> {
  const today = calendarDay(at);
  const pieces = await foldedColumns(tx);
  const logs = Map.groupBy(pieces, (one) => `${one.person_id} ${one.competency}`);
  const changed: Omit<BandChange, "name">[] = [];
  for (const [person, own] of Map.groupBy(rows, (row) => row.person_id)) {
    const framework = await frameworkOfPerson(tx, person);
    for (const { competency, pieces: count } of own) {
      const log = logs.get(`${person} ${competency}`) ?? [];
      const rule = bandRuleOf(framework, competency);
      if (rule === undefined) continue;
      const bandWith = (of: Difficulties) => {
        const state = foldPieces(log.map((piece) => foldable(piece, of)));
        return bandOf(state, today, rule, count);
      };
      const [before, after] = [bandWith(now), bandWith(next)];
      if (before !== after) changed.push({ person, competency, before, after });
    }
  }
  const names = await personNames(tx, [...new Set(changed.map(({ person }) => person))]);
  return changed.map((one) => ({ ...one, name: names.get(one.person) ?? "" }));
}
