import { topic } from "@echelon/contract/platform/events.ts";
import {
  type AsideRequest,
  type IntegrityView,
  remarksMax,
} from "@echelon/contract/practice/integrity.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { personNames } from "../../identity/index.ts";
import { lookForQuestionsKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { beginLook, insertRemark, readLook, readRemarks } from "../store/look-store.ts";
import { changeSeason, holdSeason, type SeasonRow } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";
import { findSeason } from "./find-season.ts";

/** What the last look at a season found worth asking; for those who steer it alone. */
export async function viewIntegrity(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<IntegrityView>> {
  const found = await steered(means, caller, season);
  if (!found.ok) return found;
  return ok(await viewOf(means, found.value));
}

/** Asks for a look at all closed days; one that is under way or done already serves. */
export async function lookIntoIntegrity(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<IntegrityView>> {
  const found = await steered(means, caller, season);
  if (!found.ok) return found;
  const asked = await means.database.transaction(async (tx): Promise<Outcome<SeasonRow>> => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    if (row.day <= 1) return refuse({ code: "practice/nothing-closed" });
    if (!(await means.engine.isPlayable(tx, row))) {
      return refuse({ code: "practice/engine-version" });
    }
    const { branch } = row;
    const toDay = row.day - 1;
    const look = await readLook(tx, season);
    if (look?.branch === branch && look.to_day === toDay) return ok(row);
    const asker = { asked_by: caller.person, asked_at: means.clock.now() };
    await beginLook(tx, { season_id: season, branch, to_day: toDay, ...asker, percent: 0 });
    await enqueue(tx, lookForQuestionsKind, { season, branch, toDay });
    return ok(row);
  });
  return asked.ok ? ok(await viewOf(means, asked.value)) : asked;
}

/** Sets a question aside with a note, or takes it up again; what was noted stays. */
export async function setAside(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  { key, isAside, note }: AsideRequest,
): Promise<Outcome<IntegrityView>> {
  const found = await steered(means, caller, season);
  if (!found.ok) return found;
  const noted = await means.database.transaction(async (tx): Promise<Outcome<undefined>> => {
    if ((await holdSeason(tx, season)) === undefined) {
      return refuse({ code: "practice/no-such-season" });
    }
    const questions = (await readLook(tx, season))?.questions ?? [];
    if (!questions.some((one) => one.key === key)) {
      return refuse({ code: "practice/no-such-question" });
    }
    const remarks = await readRemarks(tx, season);
    if (remarks.length >= remarksMax) {
      return refuse({ code: "practice/remark-limit", facts: { max: remarksMax } });
    }
    await insertRemark(tx, {
      season_id: season,
      remark: (remarks.at(-1)?.remark ?? -1) + 1,
      key,
      is_aside: isAside,
      note,
      author_id: caller.person,
      at: means.clock.now(),
    });
    const changed = await changeSeason(tx, season, {});
    tx.announce(topic("season", season), changed.version);
    return ok();
  });
  return noted.ok ? ok(await viewOf(means, found.value)) : noted;
}

async function steered(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<SeasonRow>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  if (!found.value.maySteer) return refuse({ code: "platform/not-allowed" });
  return ok(found.value.row);
}

async function viewOf({ database: sql }: PracticeMeans, row: SeasonRow): Promise<IntegrityView> {
  const { season_id: season } = row;
  const look = await readLook(sql, season);
  const remarks = await readRemarks(sql, season);
  const questions = [...(look?.questions ?? [])];
  const asked = questions.flatMap((one) => ("person" in one ? [one.person] : []));
  const writers = remarks.map(({ author_id: author }) => author);
  const askers = look === undefined ? [] : [look.asked_by];
  const names = await personNames(sql, [...new Set([...asked, ...writers, ...askers])]);
  return {
    lastDay: row.day - 1,
    look:
      look === undefined
        ? null
        : {
            toDay: look.to_day,
            at: look.asked_at,
            by: names.get(look.asked_by) ?? "",
            isDone: look.questions !== null,
            isCurrent: look.branch === row.branch && look.to_day === row.day - 1,
            percent: look.percent,
          },
    stores: (await readStores(sql, season)).map(({ store, name }) => ({ store, name })),
    people: Object.fromEntries(asked.map((person) => [person, names.get(person) ?? ""])),
    questions,
    remarks: remarks.map((one) => ({
      key: one.key,
      isAside: one.is_aside,
      note: one.note,
      by: names.get(one.author_id) ?? "",
      at: one.at,
    })),
  };
}
