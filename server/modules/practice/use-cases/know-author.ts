import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { trainingHoursMax } from "@echelon/contract/practice/typed-limits.ts";
import { levelAfter } from "@echelon/kernel/market/company/shifts.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readPersonalEntries } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { ofKind } from "./entries-of-kind.ts";

/** What somebody has said and done himself in a season, as far as it counts. */
export type Author = {
  /** Of training, in all and on the open day. */
  readonly hours: number;
  readonly hoursToday: number;
  readonly hasShift: boolean;
};

/** Who has said and done nothing yet. */
export const newcomer: Author = { hours: 0, hoursToday: 0, hasShift: false };

/** Whether a decision hangs on who says it. */
export const isPersonal = ({ kind }: DecisionWish) =>
  kind === "cover-shift" || kind === "log-training";

type DayDecision = { readonly day: number; readonly decision: { readonly kind: string } };

/** The author of wishes; nobody looks where none of them hangs on who says it. */
export async function authorOf(
  sql: Sql,
  row: SeasonRow,
  person: string,
  wishes: readonly DecisionWish[],
): Promise<Author> {
  return wishes.some(isPersonal) ? knowAuthor(sql, row, person) : newcomer;
}

/** Reads what somebody did in a season, whatever store he was in. */
export async function knowAuthor(sql: Sql, row: SeasonRow, person: string): Promise<Author> {
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const logged = await readPersonalEntries(sql, row.season_id, person, spans);
  return authorAfter(newcomer, logged, row.day);
}

/** The author after more decisions. */
export function authorAfter(
  before: Author,
  entries: readonly DayDecision[],
  today: number,
): Author {
  const learnt = ofKind(entries, "log-training");
  const hoursOf = (some: typeof learnt) => some.reduce((sum, one) => sum + one.decision.hours, 0);
  const worksToday = ofKind(entries, "cover-shift").some(({ day }) => day === today);
  return {
    hours: before.hours + hoursOf(learnt),
    hoursToday: before.hoursToday + hoursOf(learnt.filter(({ day }) => day === today)),
    hasShift: before.hasShift || worksToday,
  };
}

type AuthorRuling =
  | { readonly kind: "accepted"; readonly decision: StoreDecision; readonly author: Author }
  | {
      readonly kind: "refused";
      readonly code: "practice/shift-taken" | "practice/training-hours";
      readonly facts: Readonly<Record<string, number>>;
    };

/**
 * What hangs on who decides, which the kernel does not know: the level of a shift is filled in, and
 * nobody works twice or learns for more than a day's hours. Other decisions pass as they are.
 */
export function ruleOnAuthor(world: World, author: Author, decision: StoreDecision): AuthorRuling {
  if (decision.kind === "cover-shift") {
    if (author.hasShift) return { kind: "refused", code: "practice/shift-taken", facts: {} };
    const level = levelAfter(world, author.hours);
    return {
      kind: "accepted",
      decision: { ...decision, level },
      author: { ...author, hasShift: true },
    };
  }
  if (decision.kind !== "log-training") return { kind: "accepted", decision, author };
  const left = trainingHoursMax - author.hoursToday;
  if (decision.hours > left) {
    return {
      kind: "refused",
      code: "practice/training-hours",
      facts: { left, max: trainingHoursMax },
    };
  }
  const hours = author.hours + decision.hours;
  const hoursToday = author.hoursToday + decision.hours;
  return { kind: "accepted", decision, author: { ...author, hours, hoursToday } };
}
