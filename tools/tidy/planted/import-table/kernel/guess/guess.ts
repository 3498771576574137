import { promises } from "../ledger/journal.ts";

export const guess = promises;
