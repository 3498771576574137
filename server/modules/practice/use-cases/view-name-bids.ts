import type { NameBidsView, NameWorthView } from "@echelon/contract/practice/name-bids.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { nameMatch } from "@echelon/kernel/market/offsite/name-auction.ts";
import { storeKind } from "@echelon/kernel/market/state/store-kind.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans, PracticeRouteMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { nameStores } from "./name-stores.ts";
import { labelOf, openDesk, type Desk, weekFrom } from "./open-desk.ts";
import { breakEven, figures } from "./view-advertising.ts";
import { nearStores } from "./view-rivals.ts";

type Bid = NameBidsView["bids"][number];
type NameOf = (store: number) => string;

/** The names that a store may bid on and does, and what its bids brought in seven days. */
export async function viewNameBids(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<NameBidsView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const told = await nameStores(means, desk);
  const nameOf: NameOf = (one) => told(one).name;
  const { offsite } = desk.world.source.scenario.modules;
  const days = await storeRows(means.database, "ads", season, store, weekFrom(desk), desk.closed);
  return ok({
    day: desk.row.day,
    slots: offsite ? desk.world.parameters["name.slots"] : 0,
    most: decisionLimits.nameBidsPerCampaignMax,
    stores: offsite ? storesNamed(desk, nameOf) : [],
    bids: bidsOf(desk, nameOf, days),
  });
}

/** The own store first, then other people's, then bots. */
function storesNamed(desk: Desk, nameOf: NameOf): NameBidsView["stores"] {
  const { state } = desk.preview;
  const near = nearStores(desk);
  const there = Array.from({ length: state.sizes.stores }, (_, store) => store).filter(
    (store) => state.storeKind[store] !== storeKind.absent,
  );
  return there
    .toSorted((a, b) => orderOf(desk, a) - orderOf(desk, b) || a - b)
    .map((store) => ({ store, name: nameOf(store), isNear: near.has(store) }));
}

const orderOf = ({ preview, number }: Desk, store: number): number => {
  if (store === number) return 0;
  return preview.state.storeKind[store] === storeKind.people ? 1 : 2;
};

function bidsOf(desk: Desk, nameOf: NameOf, days: readonly ResultRow<"ads">[]): Bid[] {
  const { state } = desk.preview;
  const { adEntries, campaigns } = state.tables;
  const { columns } = adEntries;
  const found: Bid[] = [];
  for (let row = 0; row < adEntries.rows; row += 1) {
    const campaignRow = columns.campaign[row]!;
    if (campaigns.columns.store[campaignRow] !== desk.number) continue;
    if (columns.match[row] !== nameMatch || columns.bidTicks[row] === 0) continue;
    const campaign = campaigns.columns.campaign[campaignRow]!;
    const entry = columns.entry[row]!;
    const offer = columns.offer[row]!;
    const store = columns.keyword[row]!;
    found.push({
      campaign,
      entry,
      ...labelOf(desk, state.offerNumber[offer]!),
      named: { store, name: nameOf(store) },
      bidTicks: columns.bidTicks[row]!,
      breakEvenTicks: breakEvenOnName(desk, offer),
      ...figures(days.filter((one) => one.campaign === campaign && one.entry === entry)),
    });
  }
  return found;
}

/** Who searches a name buys more often than who searches a keyword: a click is worth more. */
function breakEvenOnName(desk: Desk, row: number): number {
  const { "name.conversion": onName, "bot.conversion": onKeyword } = desk.world.parameters;
  return onKeyword === 0 ? 0 : Math.floor((breakEven(desk, row) * onName) / onKeyword);
}

/** What bids on names brought a store on a closed day, against the day without them. */
export async function viewNameWorth(
  means: PracticeRouteMeans,
  caller: Caller,
  season: string,
  store: number,
  day: number,
): Promise<Outcome<NameWorthView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const traded = await storeRows(means.database, "stores", season, store, day, day);
  if (day > desk.closed || traded.length === 0) return ok({ day, own: null, others: null });
  return ok({ day, ...(await means.study.worth(means.database, desk.row, store, day)) });
}
