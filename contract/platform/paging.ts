import { z } from "zod";
import { integerText } from "./shapes.ts";

export const pageItemsMax = 200;
export const pageItemsUsual = 50;

/** A place in a list's total order. Opaque to clients; only ever taken from `next`. */
export const Cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/);

/** The query fields of a list: `asks: z.strictObject({ ...pageAsk, … })`. */
export const pageAsk = {
  after: Cursor.optional(),
  limit: integerText(1, pageItemsMax).optional(),
};

/** The answer of a list; `next` is null on the last page. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item).max(pageItemsMax), next: Cursor.nullable() });
}
