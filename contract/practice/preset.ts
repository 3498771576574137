import { z } from "zod";
import { Absence } from "./absence.ts";
import { Pace, ScenarioCard } from "./season.ts";
import { DaysPerRound, Scoring } from "./scoring.ts";
import { Count, Text } from "./shapes.ts";

/** A way to play that is taken whole: the scenario as it makes it, and how days close. */
export const PresetCard = z.strictObject({
  id: z.string().max(60),
  /** What contests call it, as P2. */
  code: z.string().max(8).nullable(),
  /** For a class, or for one person alone with bots. */
  audience: z.enum(["class", "person"]),
  name: Text,
  about: Text,
  scenario: ScenarioCard,
  pace: Pace,
  daysPerRound: DaysPerRound,
  scoring: Scoring,
  /** Tasks are judged in it: what stores are ranked by can be its checklist. */
  hasTasks: z.boolean(),
  teamSize: z.int().min(1).max(6),
  /** New listings that a store may put up in a round. */
  listingsPerRoundMax: Count.nullable(),
  absence: Absence,
  /** The course whose task it is; null for every other way. */
  course: Text.nullable(),
  /** What it takes of everybody's time, in minutes. */
  minutes: Count,
});
export type PresetCard = z.output<typeof PresetCard>;
