/** What the folder of a region holds, and the checks that make it usable. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).readonly();
/** Parts per million. */
const Ppm = z.int().min(0).max(1_000_000);

const Region = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    name: Name,
    /** Of the national table of administrative divisions, six digits. */
    code: z.string().regex(/^\d{6}$/),
    cities: z
      .array(
        z
          .strictObject({
            code: z.string().regex(/^\d{6}$/),
            name: Name,
            /** Smaller cities that are counted with it. */
            towns: z.array(Name).readonly(),
          })
          .readonly(),
      )
      .min(1)
      .max(30)
      .readonly(),
    /** Roles that are planned together; each role of the framework is in one. */
    families: z
      .array(
        z
          .strictObject({
            id: z.string().regex(/^F\d$/),
            name: Name,
            roles: z.array(z.string()).min(1).readonly(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
    /** What holds until the region has figures of its own. */
    defaults: z
      .strictObject({
        /** Share of people of an echelon who leave the field in a half-year. */
        attritionPpm: z.record(z.string(), Ppm),
        /** By how much the need of people grows in a half-year. */
        growthPpm: Ppm,
      })
      .readonly(),
  })
  .readonly();
export type Region = z.output<typeof Region>;

/**
 * Reads one region.
 *
 * @throws Error naming the folder and the fault
 */
export function readRegionFolder(folder: string): Region {
  const region = Region.parse(JSON.parse(readFileSync(join(folder, "region.json"), "utf8")));
  const names = region.cities.flatMap(({ name, towns }) => [name.zh, ...towns.map(({ zh }) => zh)]);
  const unique = {
    code: region.cities.map(({ code }) => code),
    name: names,
    role: region.families.flatMap(({ roles }) => roles),
  };
  for (const [what, values] of Object.entries(unique)) {
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice !== undefined) throw new Error(`${folder}: ${what} ${twice} stands twice`);
  }
  return region;
}

/** All regions, by the name of their folder. */
export function loadRegions(root: string = import.meta.dirname): readonly Region[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readRegionFolder(join(root, name)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
