import type { ProductMake, StockView } from "@echelon/contract/practice/stock.ts";
import { tiersEach } from "@echelon/contract/practice/sourcing-wishes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { ladderCost } from "@echelon/kernel/market/books/economics.ts";
import { firstLegOf, quoteFirstLeg } from "@echelon/kernel/market/goods/first-leg.ts";
import { mustFit } from "@echelon/kernel/market/goods/rooms.ts";
import { isPurchase } from "@echelon/kernel/market/goods/supply-table.ts";
import {
  costTimes,
  fitShift,
  makeNumber,
  makeOf,
} from "@echelon/kernel/market/sourcing/product-tiers.ts";
import { maker, suppliersOf } from "@echelon/kernel/market/sourcing/suppliers.ts";
import { termsOf } from "@echelon/kernel/market/sourcing/supplier-terms.ts";
import { cancelFee, cancelRefund, leavesOn } from "@echelon/kernel/market/sourcing/purchases.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { roomRows } from "./room-rows.ts";
import { comingGoods } from "./coming-goods.ts";
import { type Desk, offerRows, openDesk, seasonDay, seriesOf, weekFrom } from "./open-desk.ts";

type StockDay = ResultRow<"stock">;

/** Stock by place with how long it lasts, what is on the way, and what buying and moving costs. */
export async function viewStock(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<StockView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const week = await storeRows(means.database, "stock", season, store, weekFrom(desk), desk.closed);
  const offers = offerRows(desk);
  const { state } = desk.preview;
  const { context } = desk;
  const hasRooms = desk.world.source.scenario.modules.warehouses;
  return ok({
    rooms: hasRooms ? roomRows(context, store, desk.row.day) : [],
    mustFit: mustFit(context, store),
    rows: offers.flatMap((row) => poolRows(desk, row, week)),
    rules: offers
      .filter((row) => state.reorderUpTo[row]! > 0)
      .map((row) => ({
        sku: skuAt(desk, row),
        pointUnits: state.reorderPoint[row]!,
        upToUnits: state.reorderUpTo[row]!,
        supplier: state.reorderSupplier[row]!,
        depositBp: state.reorderDepositBp[row]! || null,
        isOnAccount: state.reorderOnAccount[row] === 1,
      })),
    arrivals: arrivalsOf(desk, new Set(offers)),
    supply: offers.map((row) => supplyOf(desk, row)),
  });
}

const skuAt = (desk: Desk, row: number) => desk.products[desk.preview.state.skuOf[row]!]!.sku;
const poolName = (desk: Desk, pool: number) =>
  pool === 0 ? null : desk.world.marketIds[pool - 1]!;

function poolRows(desk: Desk, row: number, week: readonly StockDay[]): StockView["rows"] {
  const { state } = desk.preview;
  const product = desk.products[state.skuOf[row]!]!;
  const pools = state.sizes.markets + 1;
  const rows: StockView["rows"] = [];
  for (let pool = 0; pool < pools; pool += 1) {
    const days = week.filter((one) => one.offer === state.offerNumber[row] && one.pool === pool);
    const onHand = state.stock[row * pools + pool]!;
    const inbound = state.inbound[row * pools + pool]!;
    if (pool > 0 && onHand === 0 && inbound === 0 && days.length === 0) continue;
    const soldWeek = days.reduce((sum, one) => sum + one.sold, 0);
    rows.push({
      sku: product.sku,
      name: product.detail.name,
      picture: product.detail.picture,
      pool: poolName(desk, pool),
      onHand,
      inbound,
      soldWeek,
      coverDays: soldWeek === 0 ? null : Math.round((onHand * days.length * 10) / soldWeek) / 10,
      lostWeek: days.reduce((sum, one) => sum + one.lostUnits, 0),
      costMinor: days.at(-1)?.costMinor ?? 0,
      series: seriesOf(days, (one: StockDay) => one.onHand, weekFrom(desk), desk.closed),
    });
  }
  return rows;
}

function arrivalsOf(desk: Desk, own: ReadonlySet<number>): StockView["arrivals"] {
  const { state } = desk.preview;
  const { columns } = state.tables.supply;
  return comingGoods(desk, own).map(({ row, offer, pool, dueOn, promisedOn }) => {
    const product = desk.products[state.skuOf[offer]!]!;
    return {
      number: columns.number[row]!,
      sku: product.sku,
      name: product.detail.name,
      pool: poolName(desk, pool),
      units: columns.units[row]!,
      dueOn,
      costMinor: columns.costMinor[row]!,
      owedMinor: Math.max(0, columns.costMinor[row]! - columns.paidMinor[row]!),
      promisedOn,
      inspectBp: columns.inspectBp[row]!,
      ...purchaseFacts(desk, row),
    };
  });
}

/** Whom a purchase is from and what calling it off costs, where suppliers can be chosen. */
function purchaseFacts(
  { context, world, preview: { state } }: Desk,
  at: number,
): Pick<StockView["arrivals"][number], "supplier" | "cancel"> {
  const { columns } = state.tables.supply;
  if (!world.source.scenario.modules.sourcing || !isPurchase(columns.mode[at]!)) {
    return { supplier: null, cancel: null };
  }
  const leaves = leavesOn(context, at);
  return {
    supplier: columns.supplier[at]!,
    cancel:
      leaves <= context.engineDay
        ? null
        : {
            feeMinor: cancelFee(context, at),
            backMinor: cancelRefund(context, at),
            lastDay: seasonDay({ world }, leaves - 1),
          },
  };
}

const breaksShown = 4;

function supplyOf(desk: Desk, row: number): StockView["supply"][number] {
  const { context } = desk;
  const place = desk.preview.state.skuOf[row]!;
  const facts = desk.world.source.products[place]!;
  const moq = Math.max(1, facts.moq);
  const { supplier } = termsOf(context, desk.number, place)!;
  const unitAt = (units: number) => Math.round(ladderCost(context, place, supplier, units) / units);
  return {
    sku: facts.sku,
    moq,
    leadDays: Math.max(
      1,
      Math.round((facts.leadDays * desk.world.source.scenario.leadTimeBp) / 10_000),
    ),
    unitCostMinor: unitAt(moq),
    breaks: Array.from({ length: breaksShown }, (_, step) => ({
      units: moq * 2 ** step,
      unitMinor: unitAt(moq * 2 ** step),
    })),
    freight: desk.world.source.scenario.modules.warehouses ? freightOf(desk, place) : [],
    make: desk.world.source.scenario.modules.tiers ? makeView(desk, row) : null,
  };
}

const labels = ["generic", "brand"] as const;
const tiers = Array.from({ length: tiersEach }, (_, index) => index + 1);
const labelOf = (isBrand: boolean) => (isBrand ? "brand" : "generic");

/** How a product is made, and what each way would cost and bring. */
function makeView({ context, world, preview: { state } }: Desk, row: number): ProductMake {
  const place = state.skuOf[row]!;
  const { parameters } = world;
  const chosen = makeOf(state.chosenMake[row]!);
  const plain = suppliersOf(context, place)[maker]!;
  const { moq } = plain;
  return {
    label: labelOf(chosen.isBrand),
    tier: chosen.tier,
    fitMilli: state.tierShiftMilli[row]!,
    brandMilli: state.brandShareMilli[row]!,
    ways: labels.flatMap((label) =>
      tiers.map((tier) => {
        const make = makeNumber({ tier, isBrand: label === "brand" });
        const unitCostMinor = Math.floor(plain.unitCostMinor * costTimes(parameters, make) + 0.5);
        const lot = ladderCost(context, place, { moq, unitCostMinor }, moq);
        const fitMilli = fitShift(parameters, make);
        return { label, tier, unitMinor: Math.round(lot / moq), fitMilli };
      }),
    ),
    pullBp: Math.round(10_000 * parameters["tier.brandPull"]),
  };
}

/** What carrying a hundred units to each overseas warehouse costs a unit. */
const unitsQuoted = 100;

function freightOf(desk: Desk, product: number): StockView["supply"][number]["freight"] {
  return desk.world.marketIds.flatMap((market, index) =>
    (["air", "sea"] as const).flatMap((mode) => {
      const leg = firstLegOf(desk.context, index, mode);
      const quote =
        leg === null ? null : quoteFirstLeg(desk.context, product, index, leg, unitsQuoted);
      if (leg === null || quote === null) return [];
      const duty = exchanged(
        desk.context.book,
        quote.dutyMinor,
        desk.world.currencyOfMarket[index]!,
        desk.world.base,
      );
      return [
        {
          market,
          mode,
          unitMinor: Math.round((quote.freightMinor + duty) / unitsQuoted),
          p10Days: leg.transitDays[0],
          p90Days: leg.transitDays[2],
        },
      ];
    }),
  );
}
