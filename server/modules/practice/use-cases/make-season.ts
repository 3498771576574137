import { randomBytes } from "node:crypto";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Absence } from "@echelon/contract/practice/absence.ts";
import type { Scoring } from "@echelon/contract/practice/scoring.ts";
import type { MakeSeasonRequest } from "@echelon/contract/practice/season.ts";
import type { Checklist } from "@echelon/kernel/market/checklist/checklist.ts";
import { withTastes } from "@echelon/kernel/market/world/deal-makers.ts";
import type { MarketProduct, WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import {
  buildWorldSource,
  type PresetCard,
  presetCards,
  presetChecklist,
  scenarioCards,
  type SourceChanges,
} from "../engine/world-sources.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { publishedProducts, type PracticeProduct } from "../../exchange/index.ts";
import { classAccess } from "../../teaching/index.ts";
import { commitmentOf, tastesOf, worldHashOf } from "../engine/season-key.ts";
import { prepareSeasonKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { insertBranch } from "../store/log-store.ts";
import { writeProducts } from "../store/product-store.ts";
import { insertSeason, type SeasonRow, writeWorld } from "../store/season-store.ts";
import { isPaceForClass } from "./next-close.ts";

/** Fewer products than this make no market. */
export const productsMin = 5;

/** A teacher makes a season for a class: its world is frozen here, and a job opens its market. */
export async function makeSeason(
  means: PracticeMeans,
  caller: Caller,
  wish: MakeSeasonRequest,
): Promise<Outcome<SeasonRow>> {
  const card = scenarioCards().find(({ id }) => id === wish.scenario);
  if (card === undefined) return refuse({ code: "practice/no-such-scenario" });
  const preset = presetCards().find(({ id }) => id === wish.preset);
  if (wish.preset !== undefined && (preset === undefined || !isForClass(preset, wish.scenario))) {
    return refuse({ code: "practice/no-such-preset" });
  }
  if ((await classAccess(means.database, caller, wish.class)) !== "teacher") {
    return refuse({ code: "practice/no-such-class" });
  }
  const { scenario } = preset ?? { scenario: card };
  const play = playOf(wish, preset);
  if (play.scoring === "checklist" && play.checklist === null) {
    return refuse({ code: "practice/no-checklist" });
  }
  const bots = wish.bots ?? scenario.bots;
  // Bots sit on the scenario's places too: without a free one nobody could open a store.
  if (bots >= scenario.storesMax) {
    return refuse({ code: "practice/bots-too-many", facts: { max: scenario.storesMax - 1 } });
  }
  const days = wish.days ?? scenario.days;
  if (days > scenario.days) {
    return refuse({ code: "practice/days-too-many", facts: { max: scenario.days } });
  }
  if (!isPaceForClass(wish.pace)) return refuse({ code: "practice/pace-not-allowed" });
  const products = await publishedProducts(means.database, wish.enterprises);
  if (products.length < productsMin) {
    return refuse({
      code: "practice/too-few-products",
      facts: { count: products.length, min: productsMin },
    });
  }
  const { preset: presetId, weights } = wish;
  const source = worldFor(wish.scenario, products, {
    bots,
    days,
    ...(presetId === undefined ? {} : { preset: presetId }),
    ...(weights === undefined ? {} : { weights }),
  });
  return means.database.transaction(async (tx) =>
    ok(
      await writeSeason(means, tx, {
        source,
        products,
        name: wish.name,
        classId: wish.class,
        owner: caller.person,
        isRehearsal: false,
        pace: wish.pace,
        teamSize: wish.teamSize,
        play,
      }),
    ),
  );
}

const isForClass = (preset: PresetCard, scenario: string) =>
  preset.audience === "class" && preset.scenario.id === scenario;

/** How days close and who is first: as the teacher says, else as the preset does. */
function playOf(wish: MakeSeasonRequest, preset: PresetCard | undefined): SeasonPlay {
  return {
    preset: preset?.id ?? null,
    daysPerRound: wish.daysPerRound ?? preset?.daysPerRound ?? 1,
    listingsPerRoundMax: preset?.listingsPerRoundMax ?? null,
    absence: wish.absence ?? preset?.absence ?? "carry-forward",
    scoring: wish.scoring ?? preset?.scoring ?? "balanced",
    checklist: preset === undefined ? null : presetChecklist(preset.id),
  };
}

/** The frozen source of a world: the scenario with the teacher's changes and the products. */
export function worldFor(
  scenario: string,
  products: readonly PracticeProduct[],
  changes: SourceChanges = {},
): WorldSource {
  return buildWorldSource(scenario, products.map(marketProductOf), changes);
}

const marketProductOf = (
  product: PracticeProduct,
): Omit<MarketProduct, "category"> & { categoryId: string } => ({
  sku: product.sku,
  supplier: product.supplier,
  name: product.name,
  categoryId: product.categoryId,
  unitCostMinor: product.unitCostMinor,
  costCurrency: product.costCurrency,
  weightG: product.weightG,
  sizeMm: product.sizeMm,
  hs10: product.hs10,
  origin: product.origin,
  battery: product.battery,
  attributes: product.attributes,
  moq: product.moq,
  leadDays: product.leadDays,
  defectPpm: product.defectPpm,
});

export type SeasonPlay = {
  readonly preset: string | null;
  readonly daysPerRound: number;
  readonly listingsPerRoundMax: number | null;
  readonly absence: Absence;
  readonly scoring: Scoring;
  /** Tasks that are judged, whatever ranks; null without. */
  readonly checklist: Checklist | null;
};

/** A day after the other, without rules of its own, judged by the balanced score. */
const plainPlay: SeasonPlay = {
  preset: null,
  daysPerRound: 1,
  listingsPerRoundMax: null,
  absence: "carry-forward",
  scoring: "balanced",
  checklist: null,
};

export type SeasonPlan = {
  /** A new one when none is given. */
  readonly id?: string;
  /** What all chance is drawn from, 32 bytes; drawn itself when none is given. */
  readonly secret?: Buffer;
  readonly source: WorldSource;
  readonly products: readonly PracticeProduct[];
  readonly name: string;
  readonly classId: string | null;
  readonly owner: string;
  readonly isRehearsal: boolean;
  readonly pace: SeasonRow["pace"];
  readonly teamSize: number;
  /** Plain when left out. */
  readonly play?: SeasonPlay;
};

/** Writes a season that is being prepared, its world and its first branch. */
export async function writeSeason(
  means: PracticeMeans,
  tx: Tx,
  plan: SeasonPlan,
): Promise<SeasonRow> {
  const now = means.clock.now();
  const play = plan.play ?? plainPlay;
  const secret = plan.secret ?? randomBytes(32);
  // Its shoppers like what those of no other season do, so that no recipe is good for all.
  const source: WorldSource = withTastes(plan.source, tastesOf(secret));
  const row: SeasonRow = {
    season_id: plan.id ?? means.newId(),
    class_id: plan.classId,
    owner_id: plan.owner,
    name: plan.name,
    scenario_id: plan.source.scenario.id,
    is_rehearsal: plan.isRehearsal,
    state: "preparing",
    day: 1,
    days: plan.source.scenario.days,
    branch: 0,
    closing_day: null,
    closing_branch: null,
    closing_how: null,
    pace: plan.pace,
    closes_at: null,
    team_size: plan.teamSize,
    preset_id: play.preset,
    reached_bp: null,
    days_per_round: play.daysPerRound,
    listings_per_round_max: play.listingsPerRoundMax,
    absence: play.absence,
    scoring: play.scoring,
    checklist: play.checklist,
    ranking: "open",
    ranking_day: null,
    are_names_hidden: false,
    prepared_percent: 0,
    world_hash: worldHashOf(source),
    seed_secret: secret,
    seed_commitment: commitmentOf(secret),
    version: 1,
    created_at: now,
    finished_at: null,
  };
  await insertSeason(tx, row);
  await writeWorld(tx, row.season_id, source);
  await writeProducts(tx, row.season_id, plan.source, plan.products);
  await insertBranch(tx, {
    season_id: row.season_id,
    branch: 0,
    parent: null,
    from_day: 1,
    reason: "",
    made_by: plan.owner,
    made_at: now,
  });
  await enqueue(tx, prepareSeasonKind, { season: row.season_id });
  tx.announce(topic("season", row.season_id), row.version);
  if (plan.classId !== null) tx.announce(topic("class", plan.classId));
  return row;
}
