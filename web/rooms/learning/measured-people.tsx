import { useTranslation } from "react-i18next";
import { fileName } from "../../parts/download.ts";
import { Card } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import type { Measurement } from "./learning-types.ts";
import { useFigures } from "./use-figures.ts";

type Person = Measurement["people"][number];

const takenText = { both: "both", before: "dropped", after: "joined", none: "none" } as const;

/** Everybody with both shares, for who leads the class. */
export function MeasuredPeople({ of }: { of: Measurement }) {
  const { t } = useTranslation("learning");
  const { share } = useFigures();
  const columns: TableColumn<Person>[] = [
    {
      key: "name",
      head: t("people.name"),
      isText: true,
      value: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      key: "number",
      head: t("people.number"),
      isText: true,
      value: ({ number }) => number ?? "",
      cell: ({ number }) => number ?? "–",
    },
    {
      key: "took",
      head: t("people.took"),
      isText: true,
      value: ({ took }) => t(`taken.${takenText[took]}`),
      cell: ({ took }) => (
        <span className={`badge ${took === "both" ? "badge-good" : ""}`}>
          {t(`taken.${takenText[took]}`)}
        </span>
      ),
    },
    {
      key: "before",
      head: t("people.before"),
      value: ({ before }) => before ?? "",
      cell: ({ before }) => share(before),
    },
    {
      key: "after",
      head: t("people.after"),
      value: ({ after }) => after ?? "",
      cell: ({ after }) => share(after),
    },
  ];
  return (
    <Card title={t("people.title")} flush>
      <DataTable
        rows={of.people}
        rowKey={({ person }) => person}
        caption={t("people.title")}
        exportAs={fileName(of.className, t("people.file"))}
        rowsShown={100}
        card={{ head: "name", mark: "took", facts: ["number", "before", "after"] }}
        columns={columns}
      />
    </Card>
  );
}
