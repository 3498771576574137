import type { AskedPanel, ResearchView } from "@echelon/contract/practice/research.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { panelFee } from "@echelon/kernel/market/research/fees.ts";
import { panelMotives } from "@echelon/kernel/market/research/panel-questions.ts";
import { currencyOf, marketNumber } from "@echelon/kernel/market/world/lookups.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { nameStores } from "./name-stores.ts";
import type { Desk } from "./open-desk.ts";

const rowsMax = 100;

type Asked = Extract<StoreDecision, { kind: "ask-panel" }>;
type Answers = NonNullable<AskedPanel["answers"]>;

/** What a store asked panels, and what they answered once the day was closed. */
export async function viewPanels(
  means: PracticeMeans,
  desk: Desk,
): Promise<ResearchView["panels"]> {
  const { database } = means;
  const { season, number, row, closed, context, world } = desk;
  const spans = lineage(await readBranches(database, season), row.branch);
  const log = ofKind(
    await storeDecisions(database, season, number, "ask-panel", spans),
    "ask-panel",
  ).slice(0, rowsMax);
  const lines = await storeRows(database, "answers", season, number, 1, closed);
  const byAsked = Map.groupBy(lines, (line) => `${line.day}/${line.number}`);
  const nameOf = await nameStores(means, desk);
  return {
    hundredMinor: panelFee(context, 100),
    hasNames: world.source.scenario.modules.offsite,
    rows: log.map(({ number: entry, day, decision }) => ({
      number: entry,
      day,
      question: decision.question,
      market: decision.market,
      currency: currencyOf(world, marketNumber(world, decision.market)),
      category: decision.category,
      segment: decision.segment,
      sample: decision.sample,
      priceMinor: decision.priceMinor ?? null,
      by: decision.by ?? null,
      answers:
        day > closed
          ? null
          : (byAsked.get(`${day}/${entry}`) ?? []).map((line) =>
              answerOf(desk, decision, line, (store) => nameOf(store).name),
            ),
    })),
  };
}

function answerOf(
  { number }: Desk,
  { question }: Asked,
  { answer, said, shareBp, shareMarginBp }: ResultRow<"answers">,
  nameOf: (store: number) => string,
): Answers[number] {
  const share = { value: shareBp, margin: shareMarginBp };
  const plain = { motive: null, store: null, name: "", isOwn: false, said, share };
  switch (question) {
    case "matters":
      return { ...plain, motive: panelMotives[answer]! };
    case "would-pay":
      return plain;
    case "compare":
    case "names":
      return { ...plain, store: answer, name: nameOf(answer), isOwn: answer === number };
  }
}
