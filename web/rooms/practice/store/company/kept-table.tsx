import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import type { StrategyAnswer } from "./company-answer.ts";

type Period = StrategyAnswer["periods"][number];
type Row = Period["kept"][number] & { readonly place: number; readonly state: Period["state"] };

const tones = { met: "badge-good", near: "badge-warn", missed: "badge-bad" } as const;

/** Each target beside what came: of the periods that have begun. */
export function KeptTable({ strategy }: { strategy: StrategyAnswer }) {
  const { t } = useTranslation("strategy");
  const isAmended = strategy.amendments.length > 0;
  const rows = strategy.periods.flatMap(({ kept, state }, place): Row[] =>
    kept.map((one) => ({ ...one, place: place + 1, state })),
  );
  const columns = useKeptColumns();
  const beside = isAmended ? ["amended", "amendedVerdict"] : [];
  return (
    <DataTable
      rows={rows}
      caption={t("report")}
      rowKey={({ place, measure }) => `${place}/${measure}`}
      exportAs="strategy"
      rowsShown={12}
      card={{
        head: "measure",
        mark: "period",
        facts: ["target", "actual", "verdict", ...beside],
      }}
      columns={isAmended ? columns : columns.filter(({ key }) => !key.startsWith("amended"))}
    />
  );
}

function useKeptColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("strategy");
  const format = useFormat();
  const { season } = useStorePlace();
  const { text, count } = useColumns<Row>();
  const print = ({ measure }: Row, value: number | null) => {
    if (value === null) return <span className="dim">–</span>;
    if (measure === "rating") return format.number(value / 1000, 2);
    return measure === "priceIndex"
      ? format.percent(value, 0)
      : format.money(value, season.booksCurrency);
  };
  const badge = (row: Row, verdict: Row["verdict"]) =>
    verdict === null ? (
      <span className="dim">{t(`states.${row.state}`)}</span>
    ) : (
      <span className={`badge ${tones[verdict]}`}>{t(`verdicts.${verdict}`)}</span>
    );
  const said = (row: Row, verdict: Row["verdict"]) =>
    verdict === null ? t(`states.${row.state}`) : t(`verdicts.${verdict}`);
  const figure = (
    key: "target" | "actual" | "amended",
    of: (row: Row) => number | null,
  ): TableColumn<Row> => ({
    key,
    head: t(key),
    value: (row) => of(row) ?? "",
    cell: (row) => print(row, of(row)),
  });
  return [
    count(
      "period",
      t("periodHead"),
      ({ place }) => place,
      ({ place }) => t("periodShort", { place }),
    ),
    text("measure", t("measure"), ({ measure }) => t(`measures.${measure}`)),
    figure("target", ({ target }) => target),
    figure("actual", ({ actual }) => actual),
    {
      key: "verdict",
      head: t("verdict"),
      isText: true,
      value: (row) => said(row, row.verdict),
      cell: (row) => badge(row, row.verdict),
    },
    figure("amended", ({ amended }) => amended),
    {
      key: "amendedVerdict",
      head: t("amendedVerdict"),
      isText: true,
      value: (row) => (row.amended === null ? "" : said(row, row.amendedVerdict)),
      cell: (row) =>
        row.amended === null ? <span className="dim">–</span> : badge(row, row.amendedVerdict),
    },
  ];
}
