import "./products.css";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useMayDecide } from "../use-store.ts";
import type { Row } from "./row.ts";

type Props = {
  row: Row;
  /** The price that was typed, minor units; undefined while it is as it was. */
  typedMinor: number | undefined;
  type: (minor: number) => void;
  paste: (text: string) => void;
};

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Enter and the arrows go to the cell below or above, as in a spreadsheet. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const table = event.currentTarget.closest("table");
  const cells = [...(table?.querySelectorAll<HTMLInputElement>("input[data-price]") ?? [])];
  const next = cells[cells.indexOf(event.currentTarget) + step];
  next?.focus();
  next?.select();
}

export function PriceCell({ row: { offer, listing }, typedMinor, type, paste }: Props) {
  const { t } = useTranslation("practice");
  const { may } = useMayDecide();
  const format = useFormat();
  const { nameOf, currencyOf, scaleOf } = useMarkets();
  const currency = currencyOf(listing.market);
  const scale = scaleOf(listing.market);
  if (listing.state !== "live" || !may) {
    return listing.priceMinor === 0 ? "–" : format.money(listing.priceMinor, currency);
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\r\n\t]/.test(text.trim())) return;
    event.preventDefault();
    paste(text);
  };
  const isChanged = typedMinor !== undefined && typedMinor !== listing.priceMinor;
  return (
    <NumberField
      data-price
      aria-label={t("priceOf", {
        product: format.name(offer.name),
        market: nameOf(listing.market),
      })}
      className={isChanged ? "price-cell price-changed" : "price-cell"}
      hideControls
      withKeyboardEvents={false}
      size="xs"
      min={0}
      digits={Math.round(Math.log10(scale))}
      padTo={Math.round(Math.log10(scale))}
      suffix={` ${currency}`}
      value={(typedMinor ?? listing.priceMinor) / scale}
      onKeyDown={walk}
      onPaste={onPaste}
      onValue={(value) => {
        if (value !== null) type(Math.round(value * scale));
      }}
    />
  );
}
