import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMeasured } from "./measured.ts";
import type { Research } from "./research-answer.ts";

type Row = Research["forecasts"]["rows"][number];

/** Forecasts beside what came, and beside the forecast of last week. */
export function ForecastTable({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  return (
    <DataTable
      rows={research.forecasts.rows}
      caption={t("forecasts.title")}
      rowKey={({ number }) => String(number)}
      exportAs="forecasts"
      rowsShown={10}
      card={{
        head: "measure",
        mark: "due",
        facts: ["said", "actual", "naive", "loss", "naiveLoss", "better"],
      }}
      columns={useForecastColumns(research)}
    />
  );
}

function useForecastColumns(research: Research): TableColumn<Row>[] {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { text, count } = useColumns<Row>();
  const { valueOf, lossOf, scaleOf } = useMeasured(research.currency);
  const plain = ({ measure }: Row, value: number) => value / scaleOf(measure);
  const waiting = <span className="dim">{t("forecasts.waiting")}</span>;
  return [
    text("measure", t("forecasts.measure"), ({ measure }) => t(`forecasts.measures.${measure}`)),
    count(
      "made",
      t("forecasts.made"),
      ({ madeOn }) => madeOn,
      ({ madeOn }) => t("reports.onDay", { day: format.number(madeOn) }),
    ),
    count(
      "due",
      t("forecasts.due"),
      ({ dueOn }) => dueOn,
      ({ dueOn }) => t("reports.onDay", { day: format.number(dueOn) }),
    ),
    count(
      "said",
      t("forecasts.said"),
      (row) => plain(row, row.p50),
      ({ measure, p10, p50, p90 }) => (
        <span className="figure-with">
          {valueOf(measure, p50)}
          <span className="margin block">
            {t("forecasts.range", { low: valueOf(measure, p10), high: valueOf(measure, p90) })}
          </span>
        </span>
      ),
    ),
    count(
      "actual",
      t("forecasts.actual"),
      (row) => (row.outcome === null ? 0 : plain(row, row.outcome.actual)),
      ({ measure, outcome }) => (outcome === null ? waiting : valueOf(measure, outcome.actual)),
    ),
    count(
      "naive",
      t("forecasts.naive"),
      (row) => plain(row, row.outcome?.naive?.p50 ?? 0),
      (row) => naiveOf(row, ({ p50 }) => valueOf(row.measure, p50)),
    ),
    count(
      "loss",
      t("forecasts.loss"),
      (row) => (row.outcome === null ? 0 : plain(row, row.outcome.own.loss)),
      ({ measure, outcome }) => (outcome === null ? "–" : lossOf(measure, outcome.own.loss)),
    ),
    count(
      "naiveLoss",
      t("forecasts.naiveLoss"),
      (row) => plain(row, row.outcome?.naive?.loss ?? 0),
      (row) => naiveOf(row, ({ loss }) => lossOf(row.measure, loss)),
    ),
    text("better", t("forecasts.better"), (row) => verdict(row, t)),
  ];
}

/** Something of the naive forecast, a dash where there is none. */
function naiveOf(
  { outcome }: Row,
  print: (naive: { readonly p50: number; readonly loss: number }) => string,
): string {
  return outcome === null || outcome.naive === null ? "–" : print(outcome.naive);
}

function verdict({ outcome }: Row, t: (key: string) => string): string {
  if (outcome === null || outcome.naive === null) return "–";
  const [own, naive] = [outcome.own.loss, outcome.naive.loss];
  if (own === naive) return t("forecasts.verdict.same");
  return t(own < naive ? "forecasts.verdict.better" : "forecasts.verdict.worse");
}
