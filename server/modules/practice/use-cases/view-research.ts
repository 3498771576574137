import type { BoughtReport, ResearchView } from "@echelon/contract/practice/research.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { reportFee, watchFee } from "@echelon/kernel/market/research/fees.ts";
import { researchReports } from "@echelon/kernel/market/research/research-reports.ts";
import { categoriesOf } from "@echelon/kernel/market/research/rivals.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { boughtReports } from "../store/research-store.ts";
import { openDesk, type Desk } from "./open-desk.ts";
import { viewExperiments } from "./view-experiments.ts";
import { viewForecasts } from "./view-forecasts.ts";
import { viewPanels } from "./view-panels.ts";
import { viewRivals } from "./view-rivals.ts";

const reportsMax = 500;

/** What a store bought to know, whom it watches, and what else it may find out at what price. */
export async function viewResearch(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<ResearchView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { world, context } = desk;
  const bought = await boughtReports(means.database, season, store, desk.closed, reportsMax);
  return ok({
    day: desk.row.day,
    currency: world.currencies[world.base]!,
    panelVisits: world.parameters["research.panelVisits"],
    reports: {
      keywordsMinor: reportFee(context, "keywords"),
      demandMinor: reportFee(context, "demand"),
      ordered: orderedToday(desk),
      bought: bought.map((one) => nameReport(desk, one)),
      own: [...categoriesOf(context, store)]
        .toSorted((a, b) => a - b)
        .map((category) => world.categoryIds[category]!),
    },
    panels: await viewPanels(means, desk),
    rivals: {
      feeMinor: watchFee(context, 1),
      most: decisionLimits.rivalsWatchedMax,
      lagDays: world.parameters["research.lagDays"],
      ...(await viewRivals(means, desk)),
    },
    experiments: await viewExperiments(means, desk),
    forecasts: await viewForecasts(means, desk),
  });
}

export type ReportRow = {
  readonly number: number;
  readonly day: number;
  readonly report: number;
  readonly market: number;
  readonly category: number;
};

/** A report by the names of what it is about. */
export function nameReport({ world }: Desk, row: ReportRow): BoughtReport {
  const report = researchReports[row.report]!;
  return {
    number: row.number,
    day: row.day,
    report,
    market: report === "demand" ? null : (world.marketIds[row.market] ?? null),
    category: world.categoryIds[row.category]!,
  };
}

function orderedToday(desk: Desk): BoughtReport[] {
  const { columns, rows } = desk.preview.state.tables.reportOrders;
  const found: BoughtReport[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== desk.number || columns.report[row]! < 0) continue;
    found.push(
      nameReport(desk, {
        number: columns.number[row]!,
        day: desk.row.day,
        report: columns.report[row]!,
        market: columns.market[row]!,
        category: columns.category[row]!,
      }),
    );
  }
  return found;
}
