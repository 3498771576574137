import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** An enterprise's products. */
export const exchangeRoutes = (mentor: AnyRoute): AnyRoute[] => [
  room(mentor, "catalog", ["exchange"], () => import("./catalog.tsx")),
  room(mentor, "catalog/import", ["exchange"], () => import("./import.tsx")),
  room(mentor, "catalog/new", ["exchange"], () => import("./new-product.tsx")),
  room(mentor, "catalog/$product", ["exchange"], () => import("./product.tsx")),
];
