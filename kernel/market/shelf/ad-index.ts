/** Advertisement entries of the day: who may bid where, by category and offer number. */
import type { Engine } from "../state/engine.ts";
import type { State, StateTables } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";

type EntryColumns = StateTables["adEntries"]["columns"];

/** Words of the query masks, four markets each. */
const maskWords = ["mask0", "mask1", "mask2", "mask3", "mask4", "mask5", "mask6", "mask7"] as const;

/**
 * The queries an entry matches in a market, bit q for query q. Masks are packed eight bits a
 * market, four markets a word, the lowest bits first.
 */
export function matchMask(columns: EntryColumns, row: number, market: number): number {
  return (columns[maskWords[market >> 2]!][row]! >>> ((market & 3) * 8)) & 0xff;
}

/** Writes the queries an entry matches in a market. */
export function setMatchMask(
  columns: EntryColumns,
  row: number,
  market: number,
  mask: number,
): void {
  const word = columns[maskWords[market >> 2]!];
  const shift = (market & 3) * 8;
  word[row] = (word[row]! & ~(0xff << shift)) | ((mask & 0xff) << shift);
}

/** More rows than a table of entries ever has; part of a sorting key. */
const rowsMax = 262_144;

/** Lays out the entries that may take part today. */
export function indexEntries(engine: Engine, isBroke: (store: number) => boolean): void {
  const { state, work } = engine;
  openCampaigns(state, work, isBroke);
  const { columns, rows } = state.tables.adEntries;
  if (rows > work.entryRow.length) throw new RangeError(`${rows} advertisement entries: too many`);
  const keys = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.bidTicks[row]! <= 0 || work.campaignIsOpen[columns.campaign[row]!] === 0) continue;
    keys[count++] = state.offerNumber[columns.offer[row]!]! * rowsMax + row;
  }
  const ordered = keys.subarray(0, count).sort();
  placeEntries(state, work, ordered);
  maskEntries(state, work);
}

function openCampaigns(state: State, work: Workspace, isBroke: (store: number) => boolean): void {
  const { columns, rows } = state.tables.campaigns;
  for (let campaign = 0; campaign < rows; campaign++) {
    const store = columns.store[campaign]!;
    const isOpen =
      columns.isOn[campaign] !== 0 && columns.dailyBudgetTicks[campaign]! > 0 && !isBroke(store);
    work.campaignIsOpen[campaign] = isOpen ? 1 : 0;
    work.campaignPacing[campaign] = columns.pacing[campaign]!;
  }
}

/** Cuts the entries, which come by offer number, into categories. */
function placeEntries(state: State, work: Workspace, ordered: Float64Array): void {
  const { columns } = state.tables.adEntries;
  const { categories } = work.sizes;
  const { entryStart } = work;
  entryStart.fill(0);
  const categoryOfKey = (key: number) => state.categoryOf[columns.offer[key % rowsMax]!]!;
  for (const key of ordered) entryStart[categoryOfKey(key) + 1]!++;
  for (let k = 0; k < categories; k++) entryStart[k + 1]! += entryStart[k]!;
  const next = entryStart.slice();
  ordered.forEach((key, i) => {
    const row = key % rowsMax;
    const entry = next[categoryOfKey(key)]!++;
    work.entryRow[entry] = row;
    work.entryOffer[entry] = columns.offer[row]!;
    work.entryBid[entry] = columns.bidTicks[row]!;
    work.entryCampaign[entry] = columns.campaign[row]!;
    work.chargeOrder[i] = entry;
    work.dueTicks[entry] = 0;
  });
  work.entryCount[0] = ordered.length;
}

/** Where each entry may show: its own matches, in its campaign's markets, without the negatives. */
function maskEntries(state: State, work: Workspace): void {
  const { adEntries, campaigns } = state.tables;
  const { markets } = work.sizes;
  const hidden = negativeMasks(state, work);
  for (let entry = 0; entry < work.entryCount[0]!; entry++) {
    const campaign = work.entryCampaign[entry]!;
    const category = state.categoryOf[work.entryOffer[entry]!]!;
    for (let market = 0; market < markets; market++) {
      const isThere = ((campaigns.columns.markets[campaign]! >>> market) & 1) === 1;
      const own = isThere ? matchMask(adEntries.columns, work.entryRow[entry]!, market) : 0;
      const off = hidden.get(negativeKey(work, campaign, market, category)) ?? 0;
      work.entryMask[entry * markets + market] = own & ~off;
    }
  }
}

function negativeKey({ sizes }: Workspace, campaign: number, market: number, category: number) {
  return (campaign * sizes.markets + market) * sizes.categories + category;
}

function negativeMasks(state: State, work: Workspace): ReadonlyMap<number, number> {
  const { columns, rows } = state.tables.negatives;
  const masks = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const key = negativeKey(
      work,
      columns.campaign[row]!,
      columns.market[row]!,
      columns.category[row]!,
    );
    masks.set(key, (masks.get(key) ?? 0) | columns.mask[row]!);
  }
  return masks;
}
