import { planningRegions, type Region } from "@echelon/atlas/planning-regions.ts";
import type { RegionView } from "@echelon/contract/planning/region.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";

/** The region that this installation plans: the first of the atlas. */
export function ownRegion(): Region {
  const [first] = planningRegions();
  if (first === undefined) throw new Error("the atlas has no region");
  return first;
}

/** Its cells with their names, those of the framework among them. */
export function regionView(): RegionView {
  const { id, name, cities, families } = ownRegion();
  const { framework } = loadFramework();
  return {
    id,
    name,
    cities: cities.map((city) => ({ code: city.code, name: city.name })),
    families: families.map((family) => ({
      code: family.id,
      name: family.name,
      roles: [...family.roles],
    })),
    roles: framework.roles.map((role) => ({ code: role.id, name: role.name })),
    echelons: framework.echelons.map((echelon) => ({ code: echelon.id, name: echelon.name })),
  };
}
