import { halved } from "@echelon/kernel/money/money.ts";

export const other = halved;
