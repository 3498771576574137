import type { Estimate, ResearchReportView } from "@echelon/contract/practice/research.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { segmentNames } from "@echelon/kernel/market/parameters/parameter-lists.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import type { ResultRow } from "../store/report-store.ts";
import { linesOfReport } from "../store/research-store.ts";
import { languageOf } from "../engine/season-markets.ts";
import { marketOf, openDesk, type Desk } from "./open-desk.ts";
import { nameReport } from "./view-research.ts";

/** A bought report, line by line, for everybody of the store's team. */
export async function viewResearchReport(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  number: number,
): Promise<Outcome<ResearchReportView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const lines = await linesOfReport(means.database, season, store, number);
  const [first] = lines;
  if (first === undefined) return refuse({ code: "practice/no-such-report" });
  const report = nameReport(desk, first);
  const isKeywords = report.report === "keywords";
  return ok({
    ...report,
    panelVisits: desk.world.parameters["research.panelVisits"],
    searches: isKeywords ? lines.map((line) => searchOf(desk, line)) : [],
    segments: isKeywords ? [] : lines.map((line) => segmentOf(desk, line)),
  });
}

type Line = ResultRow<"research">;

const figure = (value: number, margin: number): Estimate => ({ value, margin });
const figureOrNone = (value: number, margin: number) => (value < 0 ? null : { value, margin });

function searchOf({ world }: Desk, line: Line): ResearchReportView["searches"][number] {
  const query = world.source.categories[line.category]?.queries[line.part];
  const language = languageOf(world.source, world.marketIds[line.market] ?? "");
  return {
    phrase: query?.phrases[language ?? ""]?.phrase ?? "",
    meaning: query?.meaning ?? { zh: "", en: "" },
    visits: figure(line.visits, line.visitsMargin),
    impressions: figure(line.impressions, line.impressionsMargin),
    clicks: figure(line.clicks, line.clicksMargin),
    orders: figure(line.orders, line.ordersMargin),
    clickRateBp: figureOrNone(line.clickRateBp, line.clickRateMarginBp),
    conversionBp: figureOrNone(line.conversionBp, line.conversionMarginBp),
    relevance: line.relevance < 0 ? null : line.relevance,
  };
}

function segmentOf(desk: Desk, line: Line): ResearchReportView["segments"][number] {
  const { world } = desk;
  return {
    market: marketOf(desk, line.market),
    currency: currencyOf(world, line.market),
    segment: segmentNames[line.part]!,
    visits: figure(line.visits, line.visitsMargin),
    orders: figure(line.orders, line.ordersMargin),
    conversionBp: figureOrNone(line.conversionBp, line.conversionMarginBp),
    paidMinor: figureOrNone(line.paidMinor, line.paidMarginMinor),
  };
}
