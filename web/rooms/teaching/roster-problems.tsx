import { useTranslation } from "react-i18next";
import { fileName } from "../../parts/download.ts";
import { DataTable } from "../../parts/table.tsx";
import type { Preview } from "./class-data.ts";

/** The last word of a code: texts are kept by it. */
const wordOf = (code: string) => code.slice(code.indexOf("/") + 1);

/** What is wrong, cell by cell, as the file numbers its rows and heads its columns. */
export function RosterProblems({ preview }: { preview: Preview }) {
  const { t } = useTranslation("teaching");
  return (
    <>
      <DataTable
        rows={preview.problems}
        rowKey={(one) => `${one.row} ${one.column} ${one.code}`}
        caption={t("roster.problemsTab", { count: preview.problems.length })}
        exportAs={fileName(preview.fileName, t("roster.problemsFile"))}
        card={{ head: "what", mark: "level", facts: ["row", "column", "value"] }}
        columns={[
          { key: "row", head: t("roster.row"), cell: (one) => one.row, value: (one) => one.row },
          {
            key: "column",
            head: t("roster.column"),
            isText: true,
            value: (one) => one.heading || t(`roster.columns.${one.column}`),
            cell: (one) => one.heading || t(`roster.columns.${one.column}`),
          },
          {
            key: "value",
            head: t("roster.value"),
            isText: true,
            value: (one) => one.value,
            cell: (one) => <span className="mono">{one.value}</span>,
          },
          {
            key: "level",
            head: t("roster.level"),
            isText: true,
            value: (one) => (one.isBlocking ? 0 : 1),
            cell: (one) => (
              <span className={`badge ${one.isBlocking ? "badge-bad" : "badge-warn"}`}>
                {one.isBlocking ? t("roster.blocking") : t("roster.warning")}
              </span>
            ),
          },
          {
            key: "what",
            head: t("roster.what"),
            isText: true,
            value: (one) => t(`problems.${wordOf(one.code)}`, one.facts),
            cell: (one) => t(`problems.${wordOf(one.code)}`, one.facts),
          },
        ]}
      />
      {preview.problemsLeftOut === 0 ? null : (
        <p className="soft card-body">{t("roster.more", { count: preview.problemsLeftOut })}</p>
      )}
    </>
  );
}
