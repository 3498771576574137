import { SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { DrawerAct, Refused } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
type Props = { row: Stock["rows"][number]; supply: Stock["supply"][number]; done: () => void };
const modes = ["sea", "air"] as const;

/** Carrying stock to a warehouse in a market: slow and cheap, or fast and dear. */
export function MoveStock({ row, supply, done }: Props) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const places = [...new Set(supply.freight.map(({ market }) => market))];
  const [market, setMarket] = useState<string | null>(places[0] ?? null);
  const [mode, setMode] = useState<(typeof modes)[number]>("sea");
  const [units, setUnits] = useState<number | "">(Math.min(row.onHand, 50));
  const option = supply.freight.find((one) => one.market === market && one.mode === mode);
  const isWhole = market !== null && units !== "" && units > 0;
  const wishes: Wish[] = isWhole ? [{ kind: "move-stock", sku: row.sku, market, mode, units }] : [];
  const [projection] = useProjection(wishes);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const move = async () => {
    if ((await decide(wishes)) !== null) done();
  };
  return (
    <div className="grid">
      <p className="soft">{t("stock.moveText")}</p>
      <Select
        label={t("market")}
        data={places.map((code) => ({ value: code, label: nameOf(code) }))}
        value={market}
        onChange={setMarket}
        allowDeselect={false}
      />
      <SegmentedControl
        aria-label={t("stock.mode")}
        value={mode}
        onChange={(value) => setMode(value as (typeof modes)[number])}
        data={modes.map((value) => ({ value, label: t(`stock.modes.${value}`) }))}
      />
      <NumberField
        label={t("stock.units")}
        description={t("stock.onHandNow", { count: row.onHand })}
        min={1}
        max={row.onHand}
        value={units === "" ? null : units}
        onValue={(value) => setUnits(value ?? "")}
      />
      {option === undefined ? (
        <p className="soft">{t("stock.noFreight")}</p>
      ) : (
        <p>
          {t("stock.freight", {
            price: format.money(option.unitMinor, season.booksCurrency),
            from: option.p10Days,
            to: option.p90Days,
          })}
        </p>
      )}
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void move()}
        disabledReason={isWhole ? why : t("stock.enterUnits")}
        isSaidAbove={isWhole}
      >
        {t("stock.move")}
      </DrawerAct>
    </div>
  );
}
