import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import type { EditorView } from "./listing-form.ts";

/** The price that is shown crossed out, and on how many days it was really asked. */
export function ListPrice({ view }: { view: EditorView }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const { currencyOf, scaleOf } = useMarkets();
  const { listPrice, priceMinor } = view.row;
  const [typed, setTyped] = useState<number | null>(null);
  const { decide, isPending, error } = useDecide();
  const at = { kind: "set-price", sku: view.sku, market: view.market, priceMinor } as const;
  const wishes: Wish[] =
    typed === null || typed === listPrice?.minor ? [] : [{ ...at, listPriceMinor: typed }];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  if (listPrice === null || view.row.state === "unlisted") return null;
  const currency = currencyOf(view.market);
  const scale = scaleOf(view.market);
  const digits = Math.round(Math.log10(scale));
  const { minor, daysAsked, daysNeeded } = listPrice;
  const isTrue = daysAsked >= daysNeeded;
  const put = async () => {
    if ((await decide(wishes)) !== null) setTyped(null);
  };
  return (
    <div className="form">
      <h3 className="sub-head">{t("list.title")}</h3>
      {minor === 0 ? (
        <p className="soft">{t("list.text", { days: daysNeeded })}</p>
      ) : (
        <p className={isTrue ? "soft" : "warn"}>
          <s>{format.money(minor, currency)}</s>{" "}
          {t(isTrue ? "list.isTrue" : "list.isFalse", { asked: daysAsked, needed: daysNeeded })}
        </p>
      )}
      <NumberField
        label={t("list.field", { currency })}
        description={t("list.fieldText")}
        min={0}
        digits={digits}
        padTo={digits}
        value={(typed ?? minor) === 0 ? null : (typed ?? minor) / scale}
        onValue={(value) => setTyped(value === null ? 0 : Math.round(value * scale))}
      />
      {projection?.kind === "accepted" ? <Warnings of={projection.warnings} /> : null}
      {why === undefined ? null : <p className="warn">{why}</p>}
      <Refused error={error} />
      <div>
        <ActButton
          variant="default"
          isPending={isPending}
          onClick={() => void put()}
          disabledReason={wishes.length === 0 ? t("list.same") : why}
        >
          {t(typed === 0 && minor > 0 ? "list.takeDown" : "list.show")}
        </ActButton>
      </div>
    </div>
  );
}
