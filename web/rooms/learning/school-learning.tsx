import "./learning.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { Interval } from "./interval.tsx";
import { stateBadge } from "./learning-types.ts";
import { useFigures } from "./use-figures.ts";

type Row = Answer<"GET /assessment/measurements">[number];

/** Effects are shown from a deviation lost to three gained. */
const scale = { from: -1, to: 3 };

function EffectCell({ of: { effect, isHidden, state } }: { of: Row }) {
  const { t } = useTranslation("learning");
  const figures = useFigures();
  if (state !== "over") return <>–</>;
  if (isHidden) return <span className="soft">{t("school.hidden")}</span>;
  if (effect === null) return <span className="soft">{t("parts.tooFew")}</span>;
  const { effect: at, low, high } = effect;
  return (
    <>
      {figures.effect(at)}{" "}
      <span className="soft">{`(${figures.effect(low)} … ${figures.effect(high)})`}</span>{" "}
      <Interval at={at} low={low} high={high} {...scale} />
    </>
  );
}

function useColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { points } = useFigures();
  return [
    {
      key: "class",
      head: t("school.columns.class"),
      isText: true,
      value: ({ className }) => className,
      cell: ({ id, className }) => <Link to={`/learning/${id}`}>{className}</Link>,
    },
    {
      key: "course",
      head: t("school.columns.course"),
      isText: true,
      value: ({ courseName }) => format.name(courseName),
      cell: ({ courseName }) => format.name(courseName),
    },
    {
      key: "state",
      head: t("school.columns.state"),
      isText: true,
      value: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => (
        <span className={`badge ${stateBadge[state]}`}>{t(`states.${state}`)}</span>
      ),
    },
    {
      key: "people",
      head: t("school.columns.people"),
      value: ({ both }) => both ?? -1,
      cell: ({ both }) => both ?? "–",
    },
    {
      key: "dropped",
      head: t("school.columns.dropped"),
      value: ({ dropped }) => dropped ?? -1,
      cell: ({ dropped }) => dropped ?? "–",
    },
    {
      key: "gain",
      head: t("school.columns.gain"),
      value: ({ gain }) => gain?.gain ?? -1,
      cell: ({ gain }) => (gain === null ? "–" : t("result.points", { points: points(gain.gain) })),
    },
    {
      key: "effect",
      head: t("school.columns.effect"),
      value: ({ effect }) => effect?.effect ?? -1,
      cell: (row) => <EffectCell of={row} />,
    },
  ];
}

/** For the head of a school: what its classes learned, side by side. */
export default function SchoolLearning() {
  const { t } = useTranslation("learning");
  const columns = useColumns();
  const all = useAnswer("GET /assessment/measurements", {});
  return (
    <>
      <PageHead title={t("title")} text={t("school.text")} />
      <Loaded of={all}>
        {(list) => (
          <Card flush>
            {list.length === 0 ? (
              <Empty title={t("school.none.title")} text={t("school.none.text")} />
            ) : (
              <>
                <DataTable
                  rows={list}
                  rowKey={({ id }) => id}
                  caption={t("title")}
                  card={{
                    head: "class",
                    mark: "state",
                    facts: ["course", "people", "dropped", "gain", "effect"],
                  }}
                  columns={columns}
                />
                <p className="soft learning-note">{t("school.note")}</p>
              </>
            )}
          </Card>
        )}
      </Loaded>
    </>
  );
}
