import { halved } from "@echelon/kernel/money/money.ts";
import { closeDay } from "@echelon/server/modules/practice/use-cases/close-day.ts";
import { readFileSync } from "node:fs";

export const all = [halved, closeDay, readFileSync];
