import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileName } from "../../parts/download.ts";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { ReadinessMark } from "./marks.tsx";
import type { Preview } from "./preview.ts";

type Problem = Preview["problems"][number];
const levels = ["all", "red", "amber"] as const;

/** A SKU stands twice in the file, or belongs to another product of the catalogue. */
function sayingOf({ code, facts }: Problem): string {
  const isElsewhere = code === "exchange/csv-duplicate-sku" && "product" in facts;
  return isElsewhere ? "skuElsewhere" : `problems.${code.slice(code.indexOf("/") + 1)}`;
}

function useColumns(): TableColumn<Problem>[] {
  const { t } = useTranslation("exchange");
  const what = (one: Problem) => t(sayingOf(one), one.facts);
  return [
    { key: "row", head: t("row"), value: (one) => one.row, cell: (one) => one.row },
    {
      key: "level",
      head: t("level"),
      isText: true,
      value: (one) => levels.indexOf(one.level),
      cell: (one) => <ReadinessMark of={one.level} />,
    },
    {
      key: "column",
      head: t("column"),
      isText: true,
      value: (one) => one.column,
      cell: (one) => one.column || t("wholeRow"),
    },
    {
      key: "value",
      head: t("cell"),
      isText: true,
      value: (one) => one.value,
      cell: (one) => <span className="mono">{one.value}</span>,
    },
    { key: "what", head: t("what"), isText: true, value: what, cell: what },
  ];
}

/** What is wrong, cell by cell, as the file numbers its rows and heads its columns. */
export function ImportProblems({ preview }: { preview: Preview }) {
  const { t } = useTranslation("exchange");
  const columns = useColumns();
  const of = (level: string) =>
    preview.problems.filter((one) => level === "all" || one.level === level);
  // What keeps products out is to be mended first, and may drown in what is only weak.
  const [level, setLevel] = useState<string>(of("red").length > 0 ? "red" : "all");
  const shown = of(level);
  return (
    <>
      <div className="row table-tools problem-tools">
        <SegmentedControl
          aria-label={t("level")}
          value={level}
          onChange={setLevel}
          data={levels.map((one) => ({
            value: one,
            label: t("levelCount", {
              level: one === "all" ? t("all") : t(`readiness.${one}`),
              count: of(one).length,
            }),
          }))}
        />
      </div>
      <DataTable
        rows={shown}
        columns={columns}
        rowKey={(one) => `${one.row} ${one.column} ${one.code} ${one.value}`}
        caption={t("problemsTab", { count: shown.length })}
        exportAs={fileName(preview.fileName, t("problemsFile"))}
        card={{ head: "what", mark: "level", facts: ["row", "column", "value"] }}
      />
      {preview.problemsLeftOut === 0 ? null : (
        <p className="soft card-body">{t("moreProblems", { count: preview.problemsLeftOut })}</p>
      )}
    </>
  );
}
