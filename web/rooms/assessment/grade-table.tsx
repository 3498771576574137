import { gradeParts } from "@echelon/contract/assessment/gradebook-limits.ts";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fileName } from "../../parts/download.ts";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { countsIn, type Gradebook, type GradeRow, pointsOf } from "./grade-types.ts";

/** Whether what the student was told is still what stands here. */
function PublishedMark({ of }: { of: GradeRow }) {
  const { t } = useTranslation("grades");
  if (of.published === null) return <span className="badge">{t("unpublished")}</span>;
  return !of.isChanged ? (
    <span className="badge badge-good">{t("published")}</span>
  ) : (
    <span className="badge badge-warn">{t("changed")}</span>
  );
}

function Points({ of }: { of: number | null | undefined }) {
  const format = useFormat();
  if (of === null || of === undefined) return <span className="grade-none">–</span>;
  return format.number(pointsOf(of), 1);
}

type Column = TableColumn<GradeRow>;

const points = (
  key: string,
  head: string,
  of: (row: GradeRow) => number | null | undefined,
): Column => ({
  key,
  head,
  cell: (row) => <Points of={of(row)} />,
  value: (row) => pointsOf(of(row) ?? -1),
});

/** What has a weight, in the order of the rules, and what comes of it. */
function useGradeColumns({ rules, rows }: Gradebook): Column[] {
  const { t } = useTranslation("grades");
  const cell = (part: string) => (row: GradeRow) =>
    row.cells.find((one) => one.part === part)?.tenths;
  const weighed = (key: string, head: string, weight: number) =>
    points(key, `${head} ${weight}%`, cell(key));
  const hasFactor = rules.usesPeers && rows.some(({ factorMilli }) => factorMilli !== null);
  const factor: Column = {
    key: "factor",
    head: t("factor"),
    value: (row) => row.factorMilli ?? 0,
    cell: (row) => (row.factorMilli === null ? "–" : (row.factorMilli / 1_000).toFixed(2)),
  };
  return [
    ...shownParts(rules).map((part) => weighed(part, t(`parts.${part}`), rules.weights[part])),
    ...rules.columns.map(({ id, name, weight }) => weighed(id, name, weight)),
    ...(hasFactor ? [factor] : []),
    points("worked", t("worked"), ({ worked }) => worked),
    points("grade", t("grade"), countsIn),
  ];
}

const shownParts = ({ weights }: Gradebook["rules"]) =>
  gradeParts.filter((part) => weights[part] > 0);

/** One row a student, one column a part that has a weight. */
export function GradeTable({
  book,
  name,
  onOpen,
}: {
  book: Gradebook;
  name: string;
  onOpen: (row: GradeRow) => void;
}) {
  const { t } = useTranslation("grades");
  const grades = useGradeColumns(book);
  return (
    <DataTable
      rows={book.rows}
      rowKey={({ person }) => person}
      caption={t("grade")}
      exportAs={fileName(name, t("sheet.file"))}
      card={{ head: "name", mark: "state", facts: [...shownParts(book.rules), "grade"] }}
      columns={[
        {
          key: "name",
          head: t("student"),
          isText: true,
          value: (row) => row.name,
          cell: (row) => (
            <Button variant="subtle" size="compact-md" onClick={() => onOpen(row)}>
              {row.name}
            </Button>
          ),
        },
        {
          key: "number",
          head: t("number"),
          isText: true,
          value: (row) => row.number ?? "",
          cell: (row) => row.number ?? "–",
        },
        ...grades,
        {
          key: "state",
          head: t("published"),
          isText: true,
          value: ({ published }) => published ?? -1,
          cell: (row) => <PublishedMark of={row} />,
        },
      ]}
    />
  );
}
