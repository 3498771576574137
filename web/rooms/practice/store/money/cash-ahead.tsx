import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { type ChartColors, chartGround } from "../../../../parts/chart-colors.ts";
import { Chart } from "../../../../parts/chart.tsx";
import { MoneyText } from "../../../../parts/figures.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import { cashCurve, type CashPoint, lowestExpected } from "./cash-curve.ts";

type Money = Answer<"GET /practice/seasons/:season/stores/:store/money">;

/** The cash curve, and what is known to come and go. */
export function CashAhead({ money }: { money: Money }) {
  const { t } = useTranslation(["ledger", "report"]);
  const { season } = useStorePlace();
  const format = useFormat();
  const points = useMemo(
    () => cashCurve(money.cash, money.due, season.openingCashMinor),
    [money, season.openingCashMinor],
  );
  const lowest = lowestExpected(points);
  return (
    <div className="grid">
      <Card title={t("cash.title")}>
        {lowest === null ? null : (
          <p className={(lowest.expectedMinor ?? 0) < 0 ? "bad" : "soft"}>
            {t("cash.lowest", {
              day: lowest.day,
              money: format.money(lowest.expectedMinor ?? 0, money.currency),
            })}
          </p>
        )}
        <CashChart points={points} currency={money.currency} />
      </Card>
      <Card title={t("cash.due")} flush>
        {money.due.length === 0 ? <p className="card-body soft">{t("cash.noDue")}</p> : null}
        {money.due.length === 0 ? null : (
          <DataTable
            rows={money.due.map((one, line) => ({ ...one, line }))}
            caption={t("cash.due")}
            rowKey={({ line }) => String(line)}
            exportAs="cash-due"
            columns={[
              {
                key: "day",
                head: t("day"),
                value: ({ day }) => day,
                cell: ({ day }) => t("dayN", { day }),
              },
              {
                key: "what",
                head: t("what"),
                isText: true,
                value: ({ code }) => t(`dueKind.${code}`),
                cell: ({ code }) => t(`dueKind.${code}`),
              },
              {
                key: "amount",
                head: t("amount"),
                value: ({ amountMinor }) => amountMinor / 10 ** season.booksDigits,
                cell: ({ amountMinor }) => (
                  <MoneyText minor={amountMinor} currency={money.currency} sign />
                ),
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}

const lines = ["cash", "held", "expected"] as const;
type Line = (typeof lines)[number];
const minorOf = (point: CashPoint, line: Line) => point[`${line}Minor`];

/**
 * One line of the drawing; what is only expected is dashed. The words stand at its end, but those
 * of the cash at its beginning: at its end the expected line goes on.
 */
function lineSeries(
  line: Line,
  name: string,
  points: readonly CashPoint[],
  scale: number,
  colors: ChartColors,
) {
  const zero = { silent: true, symbol: "none", data: [{ yAxis: 0 }], label: { show: false } };
  const words = { show: true, formatter: "{a}", color: colors.soft };
  const first = line === "cash" ? points.findIndex(({ cashMinor }) => cashMinor !== null) : -1;
  return {
    type: "line",
    name,
    symbolSize: 5,
    lineStyle: { width: 2, type: line === "expected" ? "dashed" : "solid" },
    endLabel: { ...words, show: line !== "cash" },
    ...(line === "cash"
      ? { markLine: { ...zero, lineStyle: { color: colors.soft, type: "solid", width: 1 } } }
      : {}),
    data: points.map((point, index) => {
      const minor = minorOf(point, line);
      const value = minor === null ? null : minor / scale;
      return index === first
        ? { value, label: { ...words, position: "top", align: "left" } }
        : value;
    }),
  };
}

function CashChart({ points, currency }: { points: readonly CashPoint[]; currency: string }) {
  const { t } = useTranslation(["ledger", "report"]);
  const format = useFormat();
  const scale = 10 ** digitsOf(currency);
  const option = useCallback(
    (colors: ChartColors) => {
      const { axis, ...ground } = chartGround(colors);
      const printed = (value: unknown) =>
        typeof value === "number" ? format.money(Math.round(value * scale), currency) : "–";
      const short = { ...axis.axisLabel, formatter: (value: number) => format.short(value) };
      return {
        ...ground,
        grid: { ...ground.grid, right: 96 },
        tooltip: { ...ground.tooltip, valueFormatter: printed },
        xAxis: { ...axis, type: "category", data: points.map(({ day }) => day), name: t("day") },
        yAxis: { ...axis, type: "value", axisLabel: short },
        series: lines.map((line) => lineSeries(line, t(`cash.${line}`), points, scale, colors)),
      };
    },
    [points, currency, scale, format, t],
  );
  return (
    <Chart
      label={t("cash.chart")}
      option={option}
      exportAs="cash"
      table={<CashTable points={points} currency={currency} />}
    />
  );
}

function CashTable({ points, currency }: { points: readonly CashPoint[]; currency: string }) {
  const { t } = useTranslation(["ledger", "report"]);
  const { count, money } = useColumns<CashPoint>();
  return (
    <DataTable
      rows={points}
      caption={t("cash.title")}
      rowKey={({ day }) => String(day)}
      exportAs="cash"
      columns={[
        count(
          "day",
          t("day"),
          ({ day }) => day,
          ({ day }) => t("dayN", { day }),
        ),
        ...lines.map((line) =>
          money(
            line,
            t(`cash.${line}`),
            (point) => minorOf(point, line) ?? 0,
            () => currency,
            (point) => {
              const minor = minorOf(point, line);
              return minor === null ? "–" : <MoneyText minor={minor} currency={currency} />;
            },
          ),
        ),
      ]}
    />
  );
}
