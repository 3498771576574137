/**
 * Shifts that people of a team take themselves on the day that is not closed yet (practice.md 4.2).
 * They work without a wage and are gone when the day is closed. So they are carried beside the
 * state: no column has to be emptied, and a replay takes them from the log again.
 */
import { roles, type Role } from "../state/state.ts";
import type { World } from "../world/world.ts";

export type Shifts = {
  /** By store and role: how many take one, and their levels above the first, all together. */
  readonly heads: Int32Array;
  readonly skill: Int32Array;
  /** By store: purchases that were placed while somebody saw to suppliers. */
  readonly hastened: Int32Array;
};

export const noShifts = (stores: number): Shifts => ({
  heads: new Int32Array(stores * roles.length),
  skill: new Int32Array(stores * roles.length),
  hastened: new Int32Array(stores),
});

export const copyShifts = ({ heads, skill, hastened }: Shifts): Shifts => ({
  heads: heads.slice(),
  skill: skill.slice(),
  hastened: hastened.slice(),
});

const cellOf = (store: number, role: Role) => store * roles.length + roles.indexOf(role);

/** How many take a shift in a role today. */
export const headsOnShift = ({ heads }: Shifts, store: number, role: Role): number =>
  heads[cellOf(store, role)]!;

/** How many shifts a store has today, in all roles. */
export const shiftsOfStore = (shifts: Shifts, store: number): number =>
  roles.reduce((sum, role) => sum + headsOnShift(shifts, store, role), 0);

/** Heads of the first level that would do what those on shift can. */
export function shiftStrength(
  { shifts, world }: { readonly shifts: Shifts; readonly world: World },
  store: number,
  role: Role,
): number {
  const cell = cellOf(store, role);
  return shifts.heads[cell]! + world.parameters["crew.levelCapacity"] * shifts.skill[cell]!;
}

/** Heads of the first level that would do what somebody of a level does. */
export const levelWork = ({ parameters }: World, level: number): number =>
  1 + parameters["crew.levelCapacity"] * (level - 1);

/** Somebody of a level comes to work; there is no taking it back. */
export function takeShift(shifts: Shifts, store: number, role: Role, level: number): void {
  const cell = cellOf(store, role);
  shifts.heads[cell]! += 1;
  shifts.skill[cell]! += level - 1;
}

/** Counts a purchase that comes sooner because somebody sees to suppliers today. */
export function countHastened(shifts: Shifts, store: number): void {
  if (headsOnShift(shifts, store, "operations") > 0) shifts.hastened[store]! += 1;
}

const hoursOfDay = 8;

/** Hours of training that make a level: as many as hired people are away for. */
export const levelHours = ({ parameters }: World): number =>
  hoursOfDay * parameters["training.days"];

/** Level at which somebody works who has logged so many hours of training. */
export const levelAfter = (world: World, hours: number): number =>
  Math.min(world.parameters["crew.levelMost"], 1 + Math.floor(hours / levelHours(world)));
