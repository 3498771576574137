import { other } from "../at/rates.ts";

export const rates = other;
