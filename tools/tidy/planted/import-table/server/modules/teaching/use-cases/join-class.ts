import { countries } from "@echelon/atlas/registry.ts";
import { rates } from "@echelon/atlas/countries/de/rates.ts";

export const joinClass = [countries, rates];
