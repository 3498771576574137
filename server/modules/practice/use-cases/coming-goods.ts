import { type Desk, seasonDay } from "./open-desk.ts";

/** Goods under way to one pool of an offer. */
export type Coming = {
  /** Row of the table of supplies. */
  readonly row: number;
  readonly offer: number;
  readonly pool: number;
  /** Season days; 0 where it is before the season, and where nothing is promised. */
  readonly dueOn: number;
  readonly promisedOn: number;
};

/** What is under way to some offers, the soonest first. */
export function comingGoods(desk: Desk, offers: ReadonlySet<number>): Coming[] {
  const { columns, rows } = desk.preview.state.tables.supply;
  const dayOf = (engineDay: number) => Math.max(0, seasonDay(desk, engineDay));
  const coming: Coming[] = [];
  for (let row = 0; row < rows; row += 1) {
    const offer = columns.offer[row]!;
    if (!offers.has(offer)) continue;
    coming.push({
      row,
      offer,
      pool: columns.pool[row]!,
      dueOn: dayOf(columns.dueOn[row]!),
      promisedOn: dayOf(columns.promisedOn[row]!),
    });
  }
  const numberOf = ({ row }: Coming) => columns.number[row]!;
  return coming.toSorted((a, b) => a.dueOn - b.dueOn || numberOf(a) - numberOf(b));
}
