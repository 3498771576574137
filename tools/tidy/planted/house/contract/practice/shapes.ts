import { z } from "zod";
import type { Outcome } from "@echelon/kernel/outcome.ts";

export const StoreView = z.strictObject({ name: z.string().max(40) });
export type StoreAnswer = Outcome<z.infer<typeof StoreView>>;
