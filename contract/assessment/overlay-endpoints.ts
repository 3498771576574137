import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { OverlayName, OverlaysView, OverlayWritten, WriteOverlayRequest } from "./overlays.ts";

const ofOverlay = z.strictObject({ overlay: OverlayName });

export const overlayEndpoints = endpoints({
  /** What regions and the caller's schools ask beyond the core. */
  overlays: {
    does: "GET /assessment/overlays",
    gives: OverlaysView,
    refuses: [],
  },
  /** Says what is wrong with an overlay, or puts it in force where nothing is. */
  writeOverlay: {
    does: "PUT /assessment/overlays/:overlay",
    where: ofOverlay,
    takes: WriteOverlayRequest,
    gives: OverlayWritten,
    refuses: [
      "platform/not-allowed",
      "assessment/no-such-overlay",
      "assessment/overlay-name-taken",
      "assessment/overlay-changed",
      "assessment/too-many-kept",
    ],
  },
  /** It asks nothing from now on; what was shown under it keeps its version. */
  endOverlay: {
    does: "DELETE /assessment/overlays/:overlay",
    where: ofOverlay,
    gives: nothing,
    refuses: ["assessment/no-such-overlay"],
  },
});
