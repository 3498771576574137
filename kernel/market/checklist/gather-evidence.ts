/** What closed days tell a checklist of one store, from the tables a day writes. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { convertMinor } from "../../money/convert.ts";
import type { CurrencyCode } from "../../money/currency.ts";
import { parcelEvent } from "../parcels/parcel-routes.ts";
import type { DayTables, Table, TableShape } from "../state/tables.ts";
import type { World } from "../world/world.ts";
import type { SentDay, StoreEvidence } from "./evidence.ts";

/** Accounts of what is left of a sale: what buyers pay, less all that goes with the parcel. */
export const marginAccounts: readonly number[] = [
  account.revenue,
  account.commission,
  account.costOfGoods,
  account.shipping,
  account.duty,
];

/** One currency's part of what was sent out of one listing on a day, in its minor units. */
export type SentPart = Omit<SentDay, "paidMinor" | "marginMinor"> & {
  /** Index into the season's currencies. */
  readonly currency: number;
  /** Both as they stand in the books: what is earned is of credit side, hence negative. */
  readonly revenueMinor: number;
  readonly allMinor: number;
};

/**
 * Parts of all currencies at the rates of their days, half up each.
 *
 * @param ratesE8  by day: books' currency for one unit of each of the season's currencies
 */
export function sentOf(
  { currencies, base }: Pick<World, "currencies" | "base">,
  parts: readonly SentPart[],
  ratesE8: ReadonlyMap<number, ArrayLike<number>>,
): readonly SentDay[] {
  const codes = currencies as readonly CurrencyCode[];
  const days = Map.groupBy(parts, ({ day, offer, market }) => `${day}/${offer}/${market}`);
  return [...days.values()].map((of) => {
    const { day, offer, market } = of[0]!;
    const rates = ratesE8.get(day)!;
    const inBooks = (minor: number, from: number) =>
      from === base
        ? minor
        : convertMinor(minor, codes[from]!, codes[base]!, rates[from]!, rates[base]!);
    const sum = (what: "revenueMinor" | "allMinor") =>
      of.reduce((so, part) => so - inBooks(part[what], part.currency), 0);
    return { day, offer, market, paidMinor: sum("revenueMinor"), marginMinor: sum("allMinor") };
  });
}

export type ClosedTables = {
  readonly day: number;
  readonly tables: DayTables;
  readonly ratesE8: ArrayLike<number>;
};

/** Evidence of a store without its decisions. */
export function evidenceOf(
  world: World,
  store: number,
  closed: readonly ClosedTables[],
): Omit<StoreEvidence, "entries"> {
  const rows = <Name extends keyof DayTables>(name: Name) =>
    closed.flatMap(({ day, tables }) =>
      rowsOf(tables[name] as Table<DayTables[Name]["shape"]>)
        .filter((row) => (row as { readonly store?: number }).store === store)
        .map((row) => ({ ...row, day })),
    );
  const parts = rows("postings")
    .filter((row) => row.kind === documentKind.dispatch && row.party === store)
    .filter((row) => marginAccounts.includes(row.account))
    .map(({ day, subject, market, currency, account: at, amountMinor }) => ({
      day,
      offer: subject,
      market,
      currency,
      revenueMinor: at === account.revenue ? amountMinor : 0,
      allMinor: amountMinor,
    }));
  return {
    store,
    days: rows("stores"),
    delivered: rows("parcels")
      .filter(({ event }) => event === parcelEvent.delivered)
      .map(({ day, units }) => ({ day, units })),
    questions: rows("service"),
    ads: rows("ads"),
    sold: rows("listings").filter(({ units }) => units > 0),
    sent: sentOf(world, joined(parts), new Map(closed.map(({ day, ratesE8 }) => [day, ratesE8]))),
    cases: rows("cases"),
    verdicts: rows("trials")
      .filter(({ verdict }) => verdict >= 0)
      .map(({ day, number, isRight }) => ({ day, number, isRight: isRight === 1 })),
    outside: rows("outreach"),
    notices: rows("notices"),
  };
}

/** Parts of one listing, day and currency in one: they are changed into the books' money once. */
function joined(parts: readonly SentPart[]): readonly SentPart[] {
  const of = ({ day, offer, market, currency }: SentPart) =>
    `${day}/${offer}/${market}/${currency}`;
  return [...Map.groupBy(parts, of).values()].map((same) => ({
    ...same[0]!,
    revenueMinor: same.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
    allMinor: same.reduce((sum, { allMinor }) => sum + allMinor, 0),
  }));
}

type RowOf<Shape extends TableShape> = { readonly [Column in keyof Shape]: number };

function rowsOf<Shape extends TableShape>({ columns, rows }: Table<Shape>): RowOf<Shape>[] {
  const named = Object.entries(columns as Record<string, ArrayLike<number>>);
  return Array.from(
    { length: rows },
    (_, row) =>
      Object.fromEntries(
        named.map(([name, column]) => [name, Number(column[row])]),
      ) as RowOf<Shape>,
  );
}
