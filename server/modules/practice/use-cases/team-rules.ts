import { areaOf, teamAreas, type TeamArea } from "@echelon/contract/practice/team-areas.ts";
import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import type { Facts } from "@echelon/kernel/market/decisions/decision.ts";
import type { AgreedCost } from "@echelon/kernel/market/decisions/agreed-cost.ts";
import type { TeamChangeTable } from "../store/schema.ts";
import type { Spending } from "../store/team-store.ts";
import { type BranchSpan, isOfHead } from "../store/log-store.ts";

/** A person of a team who is still in the class, in the order in which they came. */
export type Teammate = { readonly person: string; readonly joinedAt: Date };

export type Role = { readonly areas: readonly TeamArea[]; readonly limitMinor: number | null };
export type Budget = { readonly amountMinor: number; readonly sinceDay: number };

/** Who decides what in a store now, and what may be spent. */
export type TeamRules = {
  readonly people: readonly string[];
  /** Who was named and is still here, else who came first; null where nobody is left. */
  readonly captain: string | null;
  readonly roles: ReadonlyMap<string, Role>;
  readonly budgets: ReadonlyMap<TeamArea, Budget>;
};

/**
 * What holds of all that a team was told. Roles are about people and stay through a rewind; budgets
 * are withdrawn with their days, as decisions are. Of who left nothing holds, and of who came back
 * to the store nothing of before.
 */
export function rulesOf(
  changes: readonly TeamChangeTable[],
  mates: readonly Teammate[],
  spans: readonly BranchSpan[],
): TeamRules {
  let captain = mates[0]?.person ?? null;
  const roles = new Map<string, Role>();
  const budgets = new Map<TeamArea, Budget>();
  const isHere = (person: string, at: Date) =>
    mates.some((mate) => mate.person === person && mate.joinedAt <= at);
  for (const { change, at, branch, day } of changes) {
    if (change.kind === "set-budget") {
      if (!isOfHead(spans, branch, day)) continue;
      if (change.amountMinor === null) budgets.delete(change.area);
      else budgets.set(change.area, { amountMinor: change.amountMinor, sinceDay: day });
    } else if (!isHere(change.person, at)) continue;
    else if (change.kind === "name-captain") captain = change.person;
    else roles.set(change.person, { areas: change.areas, limitMinor: change.limitMinor });
  }
  return { people: mates.map(({ person }) => person), captain, roles, budgets };
}

/** Who decides in an area; nobody: everybody may. */
export function ownersOf({ people, roles }: TeamRules, area: TeamArea): readonly string[] {
  return people.filter((person) => roles.get(person)?.areas.includes(area) === true);
}

/** Who decides in an area where this member does not; nobody where the member may. */
export function whoElse(rules: TeamRules, person: string, area: TeamArea): readonly string[] {
  const owners = ownersOf(rules, area);
  const may = rules.people.length < 2 || rules.captain === person || owners.includes(person);
  return may ? [] : owners;
}

/** Whether any decision of a member may be refused: no name and no sum matters where none is. */
export function mayBeRefused(rules: TeamRules, person: string): boolean {
  const { people, captain, roles, budgets } = rules;
  if (people.length < 2) return false;
  if (budgets.size > 0 || teamAreas.some((area) => whoElse(rules, person, area).length > 0))
    return true;
  return captain !== person && (roles.get(person)?.limitMinor ?? null) !== null;
}

/** What was spent of each budget since its day. */
export function spentOf({ budgets }: TeamRules, spending: Spending): Map<TeamArea, number> {
  const spent = new Map<TeamArea, number>();
  for (const area of teamAreas) {
    const since = budgets.get(area)?.sinceDay;
    if (since === undefined) continue;
    const own = spending.filter((one) => one.area === area && one.day >= since);
    spent.set(
      area,
      own.reduce((sum, { minor }) => sum + minor, 0),
    );
  }
  return spent;
}

/** Why a member may not decide something: with whose it is, or what may be spent. */
type RoleRefusal = {
  readonly code: "practice/not-your-role" | "practice/role-limit";
  readonly facts: Facts;
};

/** What one member may decide, asked of one decision after the other. */
export type Permission = {
  /** Whose area it is; asked first, so that nobody is told of a price that is not theirs to pay. */
  readonly toDecide: (kind: DecisionWish["kind"]) => RoleRefusal | null;
  /** What is allowed counts as spent for the decisions that follow. */
  readonly toSpend: (kind: DecisionWish["kind"], cost: AgreedCost) => RoleRefusal | null;
};

/** Where there is no team, everybody may. */
export const everything: Permission = { toDecide: () => null, toSpend: () => null };

/**
 * The permission of one member. The captain may decide in every area and at any cost; budgets bind
 * the captain too, who changes them first.
 *
 * @param spending what the store's decisions cost so far
 * @param nameOf   the name of a person
 */
export function permissionOf(
  rules: TeamRules,
  person: string,
  spending: Spending,
  nameOf: (person: string) => string,
): Permission {
  if (rules.people.length < 2) return everything;
  const spent = spentOf(rules, spending);
  const isCaptain = rules.captain === person;
  const captain = rules.captain === null ? "" : nameOf(rules.captain);
  return {
    toDecide(kind) {
      const area = areaOf[kind];
      if (area === null) return null;
      const owners = whoElse(rules, person, area);
      if (owners.length === 0) return null;
      const who = owners.map(nameOf).join(", ");
      return { code: "practice/not-your-role", facts: { area, who } };
    },
    toSpend(kind, { costMinor, addedMinor }) {
      const area = areaOf[kind];
      if (area === null) return null;
      const limitMinor = isCaptain ? null : (rules.roles.get(person)?.limitMinor ?? null);
      if (limitMinor !== null && costMinor > limitMinor) {
        const facts = { rule: "limit", area, captain, costMinor, mostMinor: limitMinor };
        return { code: "practice/role-limit", facts };
      }
      const spentMinor = spent.get(area) ?? 0;
      const budgetMinor = rules.budgets.get(area)?.amountMinor ?? null;
      if (budgetMinor !== null && addedMinor > 0 && spentMinor + addedMinor > budgetMinor) {
        const mostMinor = Math.max(0, budgetMinor - spentMinor);
        const facts = { budgetMinor, spentMinor, costMinor: addedMinor, mostMinor };
        return { code: "practice/role-limit", facts: { rule: "budget", area, captain, ...facts } };
      }
      spent.set(area, spentMinor + addedMinor);
      return null;
    },
  };
}
