/**
 * A lane is one product under one service into one market: what its parcel costs, what becomes of
 * it, and who carries it. Made when first asked for, kept as long as trade's answers hold.
 */
import type { TradeAnswers } from "../../trade/answers.ts";
import type { LandedProgram } from "../../trade/landed-program.ts";
import type { ParcelFate } from "../../trade/parcel-fate.ts";
import { transitQuantile } from "../../trade/transit.ts";
import { carrierNumber, currencyNumber } from "../world/lookups.ts";
import type { World } from "../world/world.ts";

export type Lane = {
  /** Price of one parcel in minor units of `currency`. */
  readonly costMinor: number;
  readonly currency: number;
  readonly fate: ParcelFate;
  /** Taxes and duties of the lane as the law stands without any shock. */
  readonly program: LandedProgram;
  readonly medianDays: number;
  /** Day by which nine of ten parcels arrive: the promise an editor proposes. */
  readonly lateDays: number;
  /** Whether the platform sees the delivery. */
  readonly isProved: boolean;
  readonly crossesBorder: boolean;
  /** Number of the carrier in the trade slice. */
  readonly carrier: number;
};

/** A place for each lane: an offer asks for its own several times a day. */
const kept = new WeakMap<TradeAnswers, (Lane | null | undefined)[]>();

/** The lane, or null where the service does not take the parcel or the law forbids the sale. */
export function laneOf(
  world: World,
  trade: TradeAnswers,
  product: number,
  market: number,
  service: number,
): Lane | null {
  const services = world.source.trade.services.length;
  let lanes = kept.get(trade);
  if (lanes === undefined) {
    lanes = Array.from({ length: world.source.products.length * world.sizes.markets * services });
    kept.set(trade, lanes);
  }
  // A service that is none would stand in another lane's place.
  if (service < 0 || service >= services) return null;
  const place = (product * world.sizes.markets + market) * services + service;
  const known = lanes[place];
  if (known !== undefined) return known;
  const made = makeLane(world, trade, product, market, service);
  lanes[place] = made;
  return made;
}

function makeLane(
  world: World,
  trade: TradeAnswers,
  product: number,
  market: number,
  service: number,
): Lane | null {
  const offered = world.source.trade.services[service];
  const id = world.marketIds[market]!;
  if (offered === undefined || !offered.markets.includes(id)) return null;
  const price = trade.serviceCost(service, id, product);
  const fate = trade.fate({ product, market: id, service });
  if (!price.ok || !fate.ok) return null;
  return {
    costMinor: price.value.minor,
    currency: currencyNumber(world, price.value.currency),
    fate: fate.value,
    program: trade.landedProgram({ product, market: id, service }),
    medianDays: transitQuantile(fate.value.transit, 500_000),
    lateDays: transitQuantile(fate.value.transit, 900_000),
    isProved: fate.value.tracked !== "none",
    crossesBorder: offered.channel !== "domestic",
    carrier: carrierNumber(world, service),
  };
}
