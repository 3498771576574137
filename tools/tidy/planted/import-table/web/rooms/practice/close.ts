import { closeDay } from "@echelon/server/modules/practice/index.ts";
export { existsSync } from "node:fs";

export const close = closeDay;
