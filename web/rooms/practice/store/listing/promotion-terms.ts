import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import { namesOfSet } from "./product-set.ts";
import type { Standing } from "./promotion-wish.ts";

type Terms = Omit<Standing, "from" | "to">;

/**
 * What a promotion gives, in short pieces: "10% off · from 2 pieces".
 *
 * @param hasBundle  whether there is a bundle among those that are told of: its products are named
 */
export function usePromotionTerms(hasBundle: boolean): (terms: Terms, currency: string) => string {
  const { t } = useTranslation("offers");
  const { where } = useStorePlace();
  const format = useFormat();
  const products = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products",
    { where },
    { enabled: hasBundle },
  );
  const namesOf = (others: readonly string[]) =>
    namesOfSet(others, products.data?.offers ?? [], format.name);
  return ({ kind, depthBp, slices, pieces, others, overMinor, offMinor, capUnits }, currency) => {
    const money = (minor: number) => format.money(minor, currency);
    return [
      kind === "bundle" ? t("terms.with", { products: namesOf(others) }) : null,
      kind === "multi-piece" ? t("terms.pieces", { count: pieces }) : null,
      kind === "group-buy" ? t("terms.group", { count: pieces }) : null,
      kind === "nth-piece" ? t("terms.every", { count: pieces }) : null,
      kind === "full-reduction" || kind === "free-shipping"
        ? t("terms.over", { money: money(overMinor) })
        : null,
      depthBp > 0 ? t("terms.depth", { share: format.percent(depthBp) }) : null,
      kind === "full-reduction" ? t("terms.off", { money: money(offMinor) }) : null,
      kind === "flash-sale" ? slices.map((slice) => t(`slice.${slice}`)).join(", ") : null,
      capUnits > 0 ? t("terms.cap", { count: capUnits }) : null,
    ]
      .filter((one) => one !== null)
      .join(" · ");
  };
}
