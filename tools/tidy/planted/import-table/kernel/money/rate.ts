import { promises } from "../ledger/journal.ts";
import { hash } from "node:crypto";
import { StoreView } from "@echelon/contract/practice/shapes.ts";

export const all = [promises, hash, StoreView];
