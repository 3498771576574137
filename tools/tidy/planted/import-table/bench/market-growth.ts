import { promises } from "./all.ts";
import { closeDay } from "@echelon/server/modules/practice/use-cases/close-day.ts";

export const bench = [promises, closeDay];
export const late = import("@echelon/web/rooms/practice/close.ts");
