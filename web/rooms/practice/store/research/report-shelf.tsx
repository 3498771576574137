import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useAddressText } from "../use-address.ts";
import { useColumns } from "../use-columns.tsx";
import { OpenReport } from "./open-report.tsx";
import { useReportNames } from "./report-names.ts";
import type { Bought, Research } from "./research-answer.ts";

/** Bought reports, newest first; the one that is read stands below, and in the address. */
export function ReportShelf({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const [open, setOpen] = useAddressText("report");
  const { ordered, bought } = research.reports;
  const rows = [...ordered, ...bought];
  const columns = useShelfColumns(research, setOpen);
  return (
    <>
      <div className="card-body">
        <h3 className="sub-head">
          {t("reports.shelf")} <span className="dim">{t("reports.shelfNote")}</span>
        </h3>
      </div>
      {rows.length === 0 ? (
        <Empty title={t("reports.none")} text={t("reports.noneText")} />
      ) : (
        <DataTable
          rows={rows}
          caption={t("reports.shelf")}
          rowKey={(one) => `${one.day}/${one.number}`}
          rowsShown={8}
          card={{ head: "report", mark: "day", facts: ["category", "market"], act: "read" }}
          columns={columns}
        />
      )}
      {open === undefined || !isNumber(open) ? null : (
        <OpenReport key={open} number={open} close={() => setOpen(undefined)} />
      )}
    </>
  );
}

/** Somebody may have typed the address. */
const isNumber = (text: string) => /^\d{1,9}$/.test(text);

function useShelfColumns(
  { reports }: Research,
  read: (number: string) => void,
): TableColumn<Bought>[] {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { text, count, bare } = useColumns<Bought>();
  const names = useReportNames();
  const isOrdered = (one: Bought) => reports.ordered.includes(one);
  return [
    text("report", t("reports.kind"), (one) => names(one).report),
    text("category", t("reports.category"), (one) => names(one).category),
    text("market", t("reports.market"), (one) => names(one).market),
    count(
      "day",
      t("reports.ofDay"),
      ({ day }) => day,
      (one) =>
        isOrdered(one)
          ? t("reports.orderedToday", { day: format.number(one.day) })
          : t("reports.onDay", { day: format.number(one.day) }),
    ),
    bare("read", <span className="visually-hidden">{t("reports.read")}</span>, (one) =>
      isOrdered(one) ? (
        <span className="badge">{t("reports.ordered")}</span>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => read(String(one.number))}>
          {t("reports.read")}
        </Button>
      ),
    ),
  ];
}
