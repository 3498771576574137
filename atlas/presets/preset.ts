/**
 * A preset is a folder of `atlas/presets` with `preset.json` and `sources.md`: a way to play that a
 * teacher takes whole (practice.md 10). It names a scenario, what it changes in it, and how days
 * close, who plays and what is judged.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scoring } from "@echelon/kernel/market/scoring/scorings.ts";
import { z } from "zod";
import { ScenarioMarkets, ScenarioModules, ScenarioShocks } from "../scenarios/scenario.ts";

const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** The kernel's scorings; a test holds the two lists equal. */
export const scoringIds = [
  "balanced",
  "roi",
  "equity-points",
  "targets",
  "shareholder",
  "last-rounds",
  "marketing",
  "checklist",
] as const satisfies readonly Scoring[];

/** What becomes of a store that hands nothing in; the contract names the same. */
const presetAbsences = ["carry-forward", "apply-draft", "autopilot"] as const;

const PresetPace = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("by-hand") }),
  z.strictObject({
    kind: z.literal("interval"),
    minutes: z.int().min(1),
    closesWhenAllReady: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("timetable"),
    weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
    time: z.string().regex(/^\d{2}:\d{2}$/),
    timeZone: z.string().max(60),
  }),
  z.strictObject({ kind: z.literal("self-paced") }),
]);

/** What is other than the scenario says; shocks take the place of the scenario's. */
export const PresetChanges = z.strictObject({
  days: z.int().min(1).max(400).optional(),
  bots: z.int().min(0).optional(),
  openingCashMinor: z.int().min(1).optional(),
  markets: ScenarioMarkets.optional(),
  modules: ScenarioModules.partial().optional(),
  starter: z.strictObject({ products: z.int().min(0), units: z.int().min(0) }).optional(),
  leadTimeBp: z.int().min(0).max(50_000).optional(),
  shocks: ScenarioShocks.optional(),
});

const PresetFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.int().min(1),
    /** What contests call it, as P2; null without. */
    code: z.string().max(8).nullable(),
    /** For a class with a teacher, or for one person alone with bots. */
    audience: z.enum(["class", "person"]),
    name: Text,
    about: Text,
    scenario: z.string(),
    changes: PresetChanges,
    pace: PresetPace,
    /** Days that close in one go; decisions apply on the first and stand for the rest. */
    daysPerRound: z.int().min(1).max(28),
    scoring: z.enum(scoringIds),
    /** The tasks that are judged; whoever is ranked by a checklist has one. */
    checklist: z.string().optional(),
    /** All stores and bots in one market. */
    market: z.literal("class-market"),
    teamSize: z.int().min(1).max(6),
    /** New listings that a store may put up in a round; null without such a rule. */
    listingsPerRoundMax: z.int().min(1).max(500).nullable(),
    /** Whether drafts count or a bot takes over; standing decisions go on where left out. */
    absence: z.enum(presetAbsences).default("carry-forward"),
    /** What it takes of everybody's time, in minutes. */
    minutes: z.int().min(1),
  })
  .refine(
    ({ audience, pace }) => (audience === "person") === (pace.kind === "self-paced"),
    "who plays alone closes the days, and nobody else does",
  )
  .refine(
    ({ scoring, checklist }) => scoring !== "checklist" || checklist !== undefined,
    "a ranking by a checklist names it",
  );

export type Preset = z.output<typeof PresetFile>;

/** Every preset: those for one person first, then by code and name. */
export function loadPresets(folder: string = import.meta.dirname): readonly Preset[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const presets = names.map((name) => {
    const preset = PresetFile.parse(
      JSON.parse(readFileSync(join(folder, name, "preset.json"), "utf8")),
    );
    if (preset.id !== name) throw new Error(`preset ${preset.id} lives in folder ${name}`);
    return preset;
  });
  const place = ({ audience, code, id }: Preset) =>
    `${audience === "person" ? 0 : 1}/${code ?? "Z"}/${id}`;
  return presets.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
