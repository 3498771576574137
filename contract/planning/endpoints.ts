import { endpoints } from "../platform/endpoint.ts";
import { RegionView } from "./region.ts";

export const planning = endpoints({
  /** Cities, families of roles and echelons: the cells that need and supply are counted in. */
  region: { does: "GET /planning/region", gives: RegionView, refuses: [] },
});
