import { z } from "zod";
import { absences } from "./absences.ts";
import { SeasonDay } from "./shapes.ts";

/**
 * `carry-forward`: standing decisions go on. `apply-draft`: what was typed and not handed in counts
 * at the close where it is valid. `autopilot`: after three missed rounds a bot runs the store until
 * its people hand something in.
 */
export const Absence = z.enum(absences);
export type Absence = z.output<typeof Absence>;

/** The days on which a bot ran a store of people; what it made on them is nobody's merit. */
export const Autopilot = z.strictObject({
  from: SeasonDay,
  /** The last of them; null while the bot goes on. */
  to: SeasonDay.nullable(),
});
export type Autopilot = z.output<typeof Autopilot>;
