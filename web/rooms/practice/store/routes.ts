import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../../frame/room.ts";

/** The student's rooms, below `/s/$season/$store`. */
export const storeRoutes = (store: AnyRoute): AnyRoute[] => [
  room(store, "today", ["practice"], () => import("./today.tsx")),
  room(store, "products", ["practice"], () => import("./products.tsx")),
  room(store, "products/choose", ["practice"], () => import("./choose.tsx")),
  room(store, "products/$sku/$market", ["practice"], () => import("./listing.tsx")),
  room(store, "advertising", ["practice"], () => import("./advertising.tsx")),
  room(store, "stock", ["practice"], () => import("./stock.tsx")),
  room(store, "orders", ["practice"], () => import("./orders.tsx")),
  room(store, "orders/$order", ["practice"], () => import("./order.tsx")),
  room(store, "money", ["practice"], () => import("./money.tsx")),
  room(store, "money/ledger", ["practice"], () => import("./ledger.tsx")),
  room(store, "insight", ["practice"], () => import("./insight.tsx")),
];
