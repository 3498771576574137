/** Checks what is decided about rented room in warehouses. */
import { ofDollars } from "../books/dollars.ts";
import { cashOf } from "../books/bookkeeping.ts";
import { addedMeterDays, goodsCc, mustFit, roomOf, roomRent, type Room } from "../goods/rooms.ts";
import { weekOf } from "../goods/storage.ts";
import { marketNumber } from "../world/lookups.ts";
import type { Ruling } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import type { RoomDecision } from "./room-decision.ts";

/** The pool of a place; -1 where there is no such market. */
export function poolOf({ world }: DecisionContext, market: string | null): number {
  if (market === null) return 0;
  const at = marketNumber(world, market);
  return at < 0 ? -1 : 1 + at;
}

export function checkRoom(context: DecisionContext, store: number, decision: RoomDecision): Ruling {
  const { state, world, engineDay } = context;
  const { market } = decision;
  if (!world.source.scenario.modules.warehouses) {
    return refused("module-off", { module: "warehouses" });
  }
  const pool = poolOf(context, market);
  if (pool < 0) return refused("no-such-market", { market: market ?? "" });
  const room = roomOf(state, store, pool, engineDay);
  if (decision.kind === "rent-warehouse") return checkRent(context, store, pool, room, decision);
  if (room === null) return refused("no-such-room");
  return decision.kind === "end-rent"
    ? checkEnd(context, store, pool, room, decision)
    : checkExtension(context, store, pool, room, decision);
}

type Of<K extends RoomDecision["kind"]> = Extract<RoomDecision, { readonly kind: K }>;

/** One room a place: who needs more makes it larger. */
function checkRent(
  context: DecisionContext,
  store: number,
  pool: number,
  room: Room | null,
  decision: Of<"rent-warehouse">,
): Ruling {
  const { cubicMeters, days } = decision;
  if (room !== null) return refused("room-rented", { cubicMeters: room.cubicMeters });
  if (!isWithin(cubicMeters, 1, limits.cubicMetersMax)) {
    return refused("value-not-allowed", { field: "cubicMeters", value: cubicMeters });
  }
  if (!isWithin(days, 1, limits.roomDaysMax)) {
    return refused("value-not-allowed", { field: "days", value: days });
  }
  return paid(context, store, pool, null, decision, cubicMeters * days);
}

function checkExtension(
  context: DecisionContext,
  store: number,
  pool: number,
  room: Room,
  decision: Of<"extend-warehouse">,
): Ruling {
  const { cubicMeters, days } = decision;
  const isMore = cubicMeters > room.cubicMeters || days > 0;
  if (!isMore || !isWithin(cubicMeters, room.cubicMeters, limits.cubicMetersMax)) {
    return refused("value-not-allowed", { field: "cubicMeters", value: cubicMeters });
  }
  if (!isWithin(days, 0, limits.roomDaysMax - room.daysLeft)) {
    return refused("value-not-allowed", { field: "days", value: days });
  }
  return paid(context, store, pool, room, decision, addedMeterDays(room, cubicMeters, days));
}

/**
 * What is added must be in cash; a rent above the fees that it saves is told. What a room saves
 * that stands already is not saved by what is added.
 */
function paid(
  context: DecisionContext,
  store: number,
  pool: number,
  standing: Room | null,
  decision: Of<"rent-warehouse" | "extend-warehouse">,
  meterDays: number,
): Ruling {
  const rentMinor = roomRent(context, pool, meterDays);
  const cash = cashOf(context.book, store);
  if (cash < rentMinor) return refused("cash-short", { cash, needed: rentMinor });
  if (!context.warns || mustFit(context, store)) return accepted(decision, -rentMinor);
  const { without, within } = weekOf(context, store, pool, decision.cubicMeters);
  const later = (without - within) * decision.days;
  const sooner =
    standing === null
      ? 0
      : (weekOf(context, store, pool, standing.cubicMeters).within - within) * standing.daysLeft;
  const savedMinor = ofDollars(context, (sooner + later) / 7);
  const isDear = rentMinor > savedMinor;
  const warnings = isDear ? [warning("room-dear", { rentMinor, savedMinor })] : [];
  return accepted(decision, -rentMinor, warnings);
}

function checkEnd(
  context: DecisionContext,
  store: number,
  pool: number,
  room: Room,
  decision: Of<"end-rent">,
): Ruling {
  if (mustFit(context, store) && goodsCc(context, store, pool) > 0) return refused("goods-inside");
  const lostMinor = roomRent(context, pool, room.cubicMeters * room.daysLeft);
  return accepted(decision, 0, lostMinor > 0 ? [warning("rent-lost", { lostMinor })] : []);
}
