import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { type ChartColors, chartGround } from "../../../../parts/chart-colors.ts";
import { Chart } from "../../../../parts/chart.tsx";
import { MoneyText } from "../../../../parts/figures.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
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
            rows={money.due}
            caption={t("cash.due")}
            rowKey={({ day, code }) => `${day}/${code}`}
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
const valueOf = (point: CashPoint, line: (typeof lines)[number]) => point[`${line}Minor`];

function CashChart({ points, currency }: { points: readonly CashPoint[]; currency: string }) {
  const { t } = useTranslation(["ledger", "report"]);
  const format = useFormat();
  const scale = 10 ** digitsOf(currency);
  const option = useCallback(
    (colors: ChartColors) => {
      const { axis, ...ground } = chartGround(colors);
      return {
        ...ground,
        grid: { ...ground.grid, right: 96 },
        tooltip: {
          ...ground.tooltip,
          valueFormatter: (value: unknown) =>
            typeof value === "number" ? format.money(Math.round(value * scale), currency) : "–",
        },
        xAxis: { ...axis, type: "category", data: points.map(({ day }) => day), name: t("day") },
        yAxis: {
          ...axis,
          type: "value",
          axisLabel: { ...axis.axisLabel, formatter: (value: number) => format.short(value) },
        },
        series: lines.map((line) => ({
          type: "line",
          name: t(`cash.${line}`),
          symbolSize: 5,
          lineStyle: { width: 2, type: line === "expected" ? "dashed" : "solid" },
          endLabel: {
            show: true,
            formatter: "{a}",
            color: colors.soft,
            offset: line === "cash" ? [-24, -14] : [0, 0],
          },
          markLine:
            line === "cash"
              ? {
                  silent: true,
                  symbol: "none",
                  data: [{ yAxis: 0 }],
                  label: { show: false },
                  lineStyle: { color: colors.soft, type: "solid", width: 1 },
                }
              : undefined,
          data: points.map((point) => {
            const minor = valueOf(point, line);
            return minor === null ? null : minor / scale;
          }),
        })),
      };
    },
    [points, currency, scale, format, t],
  );
  return (
    <Chart
      label={t("cash.chart")}
      option={option}
      exportAs="cash"
      table={
        <DataTable
          rows={points}
          caption={t("cash.title")}
          rowKey={({ day }) => String(day)}
          exportAs="cash"
          columns={[
            {
              key: "day",
              head: t("day"),
              value: ({ day }) => day,
              cell: ({ day }) => t("dayN", { day }),
            },
            ...lines.map((line) => ({
              key: line,
              head: t(`cash.${line}`),
              value: (point: CashPoint) => (valueOf(point, line) ?? 0) / scale,
              cell: (point: CashPoint) => {
                const minor = valueOf(point, line);
                return minor === null ? "–" : <MoneyText minor={minor} currency={currency} />;
              },
            })),
          ]}
        />
      }
    />
  );
}
