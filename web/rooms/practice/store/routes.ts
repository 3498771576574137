import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../../frame/room.ts";

const deciding = ["practice", "said", "report"] as const;
const reading = ["practice", "said", "report", "ledger"] as const;

/** The student's rooms, below `/s/$season/$store`. */
export const storeRoutes = (store: AnyRoute): AnyRoute[] => [
  room(
    store,
    "today",
    [...reading, "today", "why", "chances", "scoring"],
    () => import("./today.tsx"),
  ),
  room(store, "products", [...deciding, "offers"], () => import("./products.tsx")),
  room(store, "products/choose", deciding, () => import("./choose.tsx")),
  room(store, "products/$sku/$market", [...deciding, "offers"], () => import("./listing.tsx")),
  room(store, "advertising", [...deciding, "tabs"], () => import("./advertising.tsx")),
  room(store, "stock", [...deciding, "offers", "finance", "sourcing"], () => import("./stock.tsx")),
  room(store, "orders", [...reading, "aftersales", "promoted"], () => import("./orders.tsx")),
  room(
    store,
    "orders/$order",
    [...reading, "aftersales", "promoted", "shopper"],
    () => import("./order.tsx"),
  ),
  room(store, "money", [...reading, "finance"], () => import("./money.tsx")),
  room(store, "money/ledger", reading, () => import("./ledger.tsx")),
  room(store, "insight", [...reading, "why", "tabs"], () => import("./insight.tsx")),
];
