import { Tooltip } from "@mantine/core";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { batteries, decimalOf, type GridField, type Item } from "./product-edit.ts";

/** What the market reckons with where the enterprise said nothing. */
function useStandIn() {
  const { t } = useTranslation("exchange");
  return (item: Item, field: GridField): string => {
    const { used } = item;
    if (used === null || field === "gtin") return "";
    if (field === "cost") return decimalOf(used.unitCostMinor, used.costCurrency);
    if (field === "size") return used.sizeMm.join(" × ");
    if (field === "origin") return used.origin.toUpperCase();
    if (field === "battery") return t(`batteries.${used.battery}`);
    return String(used[field]);
  };
}

const factOf: Partial<Record<GridField, string>> = { weightG: "weight" };

/** The sentence of an assumption: on what ground the stand-in was taken. */
function useGround() {
  const { t } = useTranslation("exchange");
  return (item: Item, field: GridField): string | null => {
    const fact = factOf[field] ?? field;
    const found = item.assumed.find((one) => one.fact === fact);
    return found === undefined ? null : t(`grounds.${found.basis}`, found.facts);
  };
}

export type CellProps = {
  item: Item;
  /** The SKU's name, for those who hear the grid; empty while it has none. */
  name: string;
  field: GridField;
  row: number;
  column: number;
  text: string;
  isBad: boolean;
  readOnly: boolean;
  onType: (text: string) => void;
  onKey: (event: KeyboardEvent, row: number, column: number) => void;
  onPaste: (event: ClipboardEvent, row: number, column: number) => void;
};

/** One fact of one SKU, what is assumed in its place shown slanted. */
export function SkuCell({
  item,
  name,
  field,
  row,
  column,
  text,
  isBad,
  readOnly,
  ...on
}: CellProps) {
  const { t } = useTranslation("exchange");
  const standIn = useStandIn()(item, field);
  const why = useGround()(item, field);
  const shared = {
    className: "cell",
    "data-cell": `${row} ${column}`,
    "data-field": field,
    "aria-label": t("cellOf", { sku: name, field: t(`fields.${field}`) }),
    "aria-invalid": isBad,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => on.onType(event.currentTarget.value),
  };
  const cell =
    field === "battery" ? (
      <select {...shared} disabled={readOnly}>
        <option value="">{standIn === "" ? t("none") : `${standIn} ${t("assumedMark")}`}</option>
        {batteries.map((battery) => (
          <option key={battery} value={battery}>
            {t(`batteries.${battery}`)}
          </option>
        ))}
      </select>
    ) : (
      <input
        {...shared}
        placeholder={standIn}
        readOnly={readOnly}
        onKeyDown={(event) => on.onKey(event, row, column)}
        onPaste={(event) => on.onPaste(event, row, column)}
      />
    );
  if (why === null) return cell;
  return (
    <Tooltip label={why} multiline maw={280}>
      {cell}
    </Tooltip>
  );
}
