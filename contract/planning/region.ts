import { z } from "zod";
import { BothNames } from "../identity/shapes.ts";

const rowsMax = 100;

/** A code of the framework (role, echelon) or of a region (city, family). */
export const Code = z.string().max(60);

const NamedCode = z.strictObject({ code: Code, name: BothNames });

/** What a planning body answers for, and in which cells it counts people. */
export const RegionView = z.strictObject({
  id: z.string().max(40),
  name: BothNames,
  cities: z.array(NamedCode).max(rowsMax),
  families: z.array(NamedCode.extend({ roles: z.array(Code).max(rowsMax) })).max(rowsMax),
  roles: z.array(NamedCode).max(rowsMax),
  echelons: z.array(NamedCode).max(rowsMax),
});
export type RegionView = z.output<typeof RegionView>;
