import { z } from "zod";
import { absences } from "./absences.ts";

/**
 * `carry-forward`: standing decisions go on. `apply-draft`: what was typed and not handed in counts
 * at the close where it is valid.
 */
export const Absence = z.enum(absences);
export type Absence = z.output<typeof Absence>;
