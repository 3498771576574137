import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { Interval } from "./interval.tsx";
import type { Part } from "./learning-types.ts";
import { useFigures } from "./use-figures.ts";

/** Gains are shown from losing half of the points to gaining all. */
const scale = { from: -0.5, to: 1 };

function GainCell({ of: { gain } }: { of: Part }) {
  const { t } = useTranslation("learning");
  const { points } = useFigures();
  if (gain === null) return <span className="soft">{t("parts.tooFew")}</span>;
  const { gain: at, low, high } = gain;
  if (low === null || high === null) return <>{points(at)}</>;
  return (
    <>
      {points(at)} <span className="soft">{`(${points(low)} … ${points(high)})`}</span>{" "}
      <Interval at={at} low={low} high={high} {...scale} />
    </>
  );
}

/** What was known of each part before, and what was gained. */
export function Parts({ title, of }: { title: string; of: readonly Part[] }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { share } = useFigures();
  const isOver = of.some(({ gain }) => gain !== null);
  const columns: TableColumn<Part>[] = [
    {
      key: "name",
      head: t("parts.name"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name }) => format.name(name),
    },
    {
      key: "questions",
      head: t("parts.questions"),
      value: ({ questions }) => questions,
      cell: ({ questions }) => questions,
    },
    {
      key: "start",
      head: t("parts.start"),
      value: ({ start }) => start ?? -1,
      cell: ({ start }) => share(start),
    },
    {
      key: "after",
      head: t("parts.after"),
      value: ({ gain }) => gain?.after ?? -1,
      cell: ({ gain }) => share(gain?.after ?? null),
    },
    {
      key: "gain",
      head: t("parts.gain"),
      value: ({ gain }) => gain?.gain ?? -1,
      cell: (part) => <GainCell of={part} />,
    },
  ];
  const shown = isOver ? columns : columns.slice(0, 3);
  return (
    <Card title={title} flush>
      <DataTable
        rows={of}
        rowKey={({ id }) => id}
        caption={title}
        card={{ head: "name", mark: "start", facts: isOver ? ["after", "gain"] : ["questions"] }}
        columns={shown}
      />
      {isOver ? <p className="soft learning-note">{t("parts.note")}</p> : null}
    </Card>
  );
}
