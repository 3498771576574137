import type { Answer } from "../../../../api/client.ts";
import type { Wish } from "../use-store.ts";

export type MarketTerms =
  Answer<"GET /practice/seasons/:season/stores/:store/terms">["markets"][number];

/** Terms of a market as they are typed; null while a field is empty. */
export type TermsForm = {
  returnDays: number | null;
  warrantyMonths: number | null;
  returnPayer: MarketTerms["returnPayer"];
  coverBp: number | null;
};

export const termsFormOf = (terms: MarketTerms): TermsForm => ({
  returnDays: terms.returnDays,
  warrantyMonths: terms.warrantyMonths,
  returnPayer: terms.returnPayer,
  coverBp: terms.coverBp,
});

/** The fewest wishes that make the terms what was typed; none while a field is empty. */
export function termsWishes(terms: MarketTerms, form: TermsForm): Wish[] {
  const { market } = terms;
  const { returnDays, warrantyMonths, returnPayer, coverBp } = form;
  const wishes: Wish[] = [];
  const isSame =
    returnDays === terms.returnDays &&
    warrantyMonths === terms.warrantyMonths &&
    returnPayer === terms.returnPayer;
  if (!isSame && returnDays !== null && warrantyMonths !== null) {
    wishes.push({ kind: "set-after-sales", market, returnDays, warrantyMonths, returnPayer });
  }
  if (coverBp !== null && coverBp !== terms.coverBp) {
    wishes.push({ kind: "insure-parcels", market, coverBp });
  }
  return wishes;
}
