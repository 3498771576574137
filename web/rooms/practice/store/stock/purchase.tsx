import "../drawings.css";
import { Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { DrawerAct, Refused } from "../parts.tsx";
import { useDraft } from "../use-draft.ts";
import { useProjection } from "../use-projection.ts";
import { type Projection, useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { nextBreak, proposedUnits, unitPriceAt } from "./supply-price.ts";

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
type Supply = Pick<Stock["supply"][number], "moq" | "leadDays" | "breaks"> & {
  /** What its supplier makes in a day, where suppliers can be chosen. */
  outputUnits?: number;
};
export type PurchaseProps = {
  row: Stock["rows"][number];
  supply: Supply;
  done: () => void;
  /** Where suppliers can be chosen: which one and how it is paid, and the fields for it. */
  way?: { readonly supplier: number; readonly depositBp?: number | undefined };
  /** Whether that one waits for its money. */
  waits?: boolean;
  children?: ReactNode;
};

/** Buying: how many, what it costs, when it comes. */
export function Purchase({ row, supply, done, way, waits = true, children }: PurchaseProps) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const [isOnAccount, setOnAccount] = useState(false);
  const isPaidLater = isOnAccount && waits;
  const wishesOf = (units: number | ""): Wish[] =>
    units === "" || units < 1
      ? []
      : [
          {
            kind: "place-purchase",
            sku: row.sku,
            units,
            ...(way?.depositBp === undefined || isPaidLater ? {} : { depositBp: way.depositBp }),
            ...(way === undefined ? {} : { supplier: way.supplier }),
            ...(isPaidLater ? { isOnAccount: true } : {}),
          },
        ];
  const { draft, save, drop } = useDraft<number | "">(`purchase/${row.sku}`, wishesOf);
  const units = draft ?? proposedUnits(row, supply);
  const wishes = wishesOf(units);
  const [projection] = useProjection(wishes);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const buy = async () => {
    if ((await decide(wishes)) === null) return;
    await drop();
    done();
  };
  const next = units === "" ? undefined : nextBreak(supply.breaks, units);
  return (
    <div className="grid">
      {children}
      <NumberField
        label={t("stock.units")}
        description={t("stock.moq", { count: supply.moq })}
        min={1}
        max={supply.outputUnits ?? 100_000}
        step={supply.moq}
        value={units === "" ? null : units}
        onValue={(value) => save(value ?? "")}
      />
      {next === undefined ? null : (
        <p className="soft">
          {t("stock.nextBreak", {
            count: next.units,
            price: format.money(next.unitMinor, season.booksCurrency),
          })}
        </p>
      )}
      <Costs units={units === "" ? 0 : units} supply={supply} projection={projection} />
      {season.modules.loans && waits ? <OnAccount isOn={isOnAccount} set={setOnAccount} /> : null}
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void buy()}
        disabledReason={wishes.length === 0 ? t("stock.enterUnits") : why}
        isSaidAbove={wishes.length > 0}
      >
        {t("stock.buyNow")}
      </DrawerAct>
      <Breaks supply={supply} />
    </div>
  );
}

function Costs({
  units,
  supply,
  projection,
}: {
  units: number;
  supply: Supply;
  projection: Projection | undefined;
}) {
  const { t } = useTranslation("report");
  const { season, where } = useStorePlace();
  const format = useFormat();
  const money = useAnswer("GET /practice/seasons/:season/stores/:store/money", { where }).data;
  const cash = money?.cash.at(-1)?.cashMinor ?? season.openingCashMinor;
  const shown = (minor: number) => format.money(minor, season.booksCurrency);
  // The price list tells what it will be before the server has said so.
  const known = projection?.kind === "accepted" ? projection.purchase : null;
  const totalMinor = known?.costMinor ?? unitPriceAt(supply.breaks, units) * units;
  const unitMinor = units === 0 ? 0 : Math.round(totalMinor / units);
  return (
    <dl className="fact-list">
      <dt>{t("stock.unitPrice")}</dt>
      <dd>{shown(unitMinor)}</dd>
      <dt>{t("stock.total")}</dt>
      <dd>{shown(totalMinor)}</dd>
      <dt>{t("stock.arrives")}</dt>
      <dd>{t("dayN", { day: season.day + supply.leadDays })}</dd>
      <dt>{t("stock.cashBefore")}</dt>
      <dd>{shown(cash)}</dd>
      <dt>{t("stock.cashAfter")}</dt>
      <dd className={cash < totalMinor ? "bad" : ""}>{shown(cash - totalMinor)}</dd>
    </dl>
  );
}

/** The supplier's credit: what it costs, and what is left of it. */
function OnAccount({ isOn, set }: { isOn: boolean; set: (isOn: boolean) => void }) {
  const { t } = useTranslation("finance");
  const { where, season } = useStorePlace();
  const format = useFormat();
  const finance = useAnswer("GET /practice/seasons/:season/stores/:store/finance", { where }).data;
  if (finance === undefined) return null;
  const { days, feeBp, leftMinor } = finance.credit;
  return (
    <Checkbox
      label={t("onAccount.label")}
      description={t("onAccount.text", {
        days,
        percent: format.percent(feeBp),
        left: format.money(leftMinor, season.booksCurrency),
      })}
      checked={isOn}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

function Breaks({ supply }: { supply: Supply }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  return (
    <table className="money-lines">
      <caption>{t("stock.breaks")}</caption>
      <tbody>
        {supply.breaks.map(({ units, unitMinor }) => (
          <tr key={units}>
            <th scope="row">{t("stock.from", { count: units })}</th>
            <td>{format.money(unitMinor, season.booksCurrency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
