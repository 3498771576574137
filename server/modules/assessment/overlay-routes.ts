import { overlayEndpoints } from "@echelon/contract/assessment/overlay-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { endOverlay, writeOverlay } from "./use-cases/write-overlay.ts";
import { viewOverlays } from "./use-cases/view-overlays.ts";

export const overlayRoutes = (means: Means): readonly Route[] => [
  route({
    ...overlayEndpoints.overlays,
    allows: may.seeOverlays,
    run: ({ caller }) => viewOverlays(means, caller),
  }),
  route({
    ...overlayEndpoints.writeOverlay,
    allows: may.askBeyond,
    run: ({ caller, where, body }) => writeOverlay(means, caller, where.overlay, body),
  }),
  route({
    ...overlayEndpoints.endOverlay,
    allows: may.askBeyond,
    run: ({ caller, where }) => endOverlay(means, caller, where.overlay),
  }),
];
