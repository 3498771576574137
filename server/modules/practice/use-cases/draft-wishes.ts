import { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { z } from "zod";
import { unstorableTexts } from "../../../platform/http/unstorable-text.ts";

const Wishes = z.array(DecisionWish).min(1).max(200);

type Read =
  | { readonly kind: "wishes"; readonly wishes: readonly DecisionWish[] }
  /** It stands for no decisions that we know. */
  | { readonly kind: "none" }
  /** Once read, a text in it is one that no database keeps. */
  | { readonly kind: "unstorable" };

/**
 * The decisions that a draft's JSON stands for. Inside of JSON half a letter is written with an
 * escape, which any text column keeps: only what was read shows it.
 */
export function readWishes(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "none" };
  }
  const parsed = Wishes.safeParse(json);
  if (!parsed.success) return { kind: "none" };
  if (unstorableTexts(parsed.data, "").length > 0) return { kind: "unstorable" };
  return { kind: "wishes", wishes: parsed.data };
}
