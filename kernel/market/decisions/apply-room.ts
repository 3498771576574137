/** Carries out what `check-room.ts` accepts. */
import { endRoom, extendRoom, rentRoom } from "../goods/rooms.ts";
import { poolOf } from "./check-room.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { RoomDecision } from "./room-decision.ts";

export function performRoom(context: DecisionContext, store: number, decision: RoomDecision): void {
  const pool = poolOf(context, decision.market);
  switch (decision.kind) {
    case "rent-warehouse":
      return rentRoom(context, store, pool, decision.cubicMeters, decision.days);
    case "extend-warehouse":
      return extendRoom(context, store, pool, decision.cubicMeters, decision.days);
    case "end-rent":
      return endRoom(context, store, pool);
  }
}
