import "./products.css";
import { TextInput } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useMayDecide } from "../use-store.ts";
import { listingKey, typedPrice } from "./price-edits.ts";
import type { Row } from "./row.ts";
import type { PriceActs } from "./use-price-edits.ts";

type Props = {
  row: Row;
  /** The price that was typed, minor units; undefined while it is as it was. */
  typedMinor: number | undefined;
  acts: PriceActs;
};

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** The price cells as they are shown: a grid may be sorted, and is cards on a phone. */
const cellsAround = (cell: Element): HTMLInputElement[] => [
  ...(cell.closest(".card")?.querySelectorAll<HTMLInputElement>("input[data-price]") ?? []),
];
const keysOf = (cells: readonly HTMLInputElement[]) => cells.map((one) => one.dataset["price"]!);

/** A price in the grid: typed, pasted, filled and walked as in a spreadsheet. */
export function PriceCell({ row, typedMinor, acts }: Props) {
  const { may } = useMayDecide();
  const format = useFormat();
  const { currencyOf } = useMarkets();
  const { listing } = row;
  if (listing.state === "live" && may) {
    return <TypedPrice row={row} typedMinor={typedMinor} acts={acts} />;
  }
  return listing.priceMinor === 0
    ? "–"
    : format.money(listing.priceMinor, currencyOf(listing.market));
}

/** What stands in a cell while it is typed in: until another price comes into it from elsewhere. */
type Typed = { text: string; minor: number | undefined; round: number };

function TypedPrice({ row: { offer, listing }, typedMinor, acts }: Props) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { nameOf, currencyOf, scaleOf } = useMarkets();
  const [typed, setTyped] = useState<Typed | null>(null);
  const scale = scaleOf(listing.market);
  const digits = Math.round(Math.log10(scale));
  const key = listingKey({ sku: offer.sku, market: listing.market });
  const isShown = typed?.round === acts.round && typed.minor === typedMinor;
  const text = isShown ? typed.text : null;
  const isFault = text !== null && typedPrice(text) === null;
  const isChanged = typedMinor !== undefined && typedMinor !== listing.priceMinor;
  const names = { product: format.name(offer.name), market: nameOf(listing.market) };
  const type = (next: string) => {
    const price = typedPrice(next);
    const minor = price === null ? null : Math.round(price * scale);
    setTyped({ text: next, minor: minor ?? typedMinor, round: acts.round });
    acts.type(key, minor);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!/[\r\n\t]/.test(pasted.trim())) return;
    event.preventDefault();
    setTyped(null);
    const cells = cellsAround(event.currentTarget);
    acts.paste(keysOf(cells.slice(cells.indexOf(event.currentTarget))), pasted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) =>
    pressed(event, key, acts, () => setTyped(null));
  return (
    <span className="price-line">
      {isChanged && !isFault ? (
        <button
          type="button"
          className="fill-down"
          title={t("products.fillBelow")}
          aria-label={t("products.fillBelowOf", names)}
          onClick={(event) => {
            const cells = cellsAround(event.currentTarget);
            const at = cells.findIndex((one) => one.dataset["price"] === key);
            acts.fillBelow(key, keysOf(cells.slice(at + 1)));
          }}
        >
          ↓
        </button>
      ) : null}
      <TextInput
        data-price={key}
        aria-label={t("priceOf", names)}
        className={isChanged ? "price-cell price-changed" : "price-cell"}
        size="xs"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        rightSection={<span className="dim">{currencyOf(listing.market)}</span>}
        rightSectionWidth={44}
        value={text ?? ((typedMinor ?? listing.priceMinor) / scale).toFixed(digits)}
        error={isFault ? t("products.noPrice") : null}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          if (!isFault) setTyped(null);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </span>
  );
}

/** Enter and the arrows walk; Ctrl+D takes the price above, Ctrl+Z takes the last step back. */
function pressed(
  event: KeyboardEvent<HTMLInputElement>,
  key: string,
  acts: PriceActs,
  showKept: () => void,
): void {
  const cell = event.currentTarget;
  const cells = cellsAround(cell);
  const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : "";
  if (letter === "d" || (letter === "z" && !event.shiftKey)) {
    event.preventDefault();
    showKept();
    if (letter === "z") acts.undo();
    else acts.fillFromAbove(keysOf(cells.slice(0, cells.indexOf(cell))), key);
    return;
  }
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = cells[cells.indexOf(cell) + step];
  next?.focus();
  next?.select();
}
