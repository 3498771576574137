import type { State } from "./state.ts";

/** Who keeps a store, as `storeKind` of the state has it. Numbers are stored: never renumber. */
export const storeKind = Object.freeze({ absent: 0, bot: 1, people: 2 } as const);

/** Skill in quarters of the bot that runs a store of people who hand nothing in. */
export const autopilotLevel = 2;

/** Level of a store that no bot runs. */
export const ownLevel = -1;

/** Whether a bot runs a store of people until they hand something in again. */
export const isOnAutopilot = (
  { storeKind: kinds, botLevel }: Pick<State, "storeKind" | "botLevel">,
  store: number,
): boolean => kinds[store] === storeKind.people && botLevel[store] !== ownLevel;
