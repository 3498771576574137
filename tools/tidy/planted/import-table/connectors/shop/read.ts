import { write } from "../paper/write.ts";
import { days } from "@echelon/server/modules/practice/store/practice-store.ts";

export const read = [write, days];
