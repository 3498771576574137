import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { Card, Empty, Loaded } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";

type Day = Answer<"GET /practice/seasons/:season/days">[number];

function useDayColumns(): TableColumn<Day>[] {
  const { t } = useTranslation("steer");
  const format = useFormat();
  return [
    { key: "day", head: t("days.day"), value: (one) => one.day, cell: (one) => one.day },
    {
      key: "state",
      head: t("days.state"),
      isText: true,
      value: (one) => (one.isSuperseded ? 1 : 0),
      cell: (one) =>
        one.isSuperseded ? (
          <span className="badge">{t("days.withdrawn")}</span>
        ) : (
          <span className="badge badge-good">{t("days.counts")}</span>
        ),
    },
    {
      key: "closed",
      head: t("days.closedAt"),
      isText: true,
      value: (one) => one.closedAt,
      cell: (one) => format.dateTime(one.closedAt),
    },
    {
      key: "how",
      head: t("days.how"),
      isText: true,
      value: (one) => one.how,
      cell: (one) => t(`days.hows.${one.how}`),
    },
    {
      key: "orders",
      head: t("days.orders"),
      value: (one) => one.orders,
      cell: (one) => format.number(one.orders),
    },
    {
      key: "time",
      head: t("days.time"),
      value: (one) => one.milliseconds,
      cell: (one) => t("days.seconds", { seconds: format.number(one.milliseconds / 1000, 2) }),
    },
    {
      key: "branch",
      head: t("days.branch"),
      value: (one) => one.branch,
      cell: (one) => one.branch,
    },
    {
      key: "digest",
      head: t("days.digest"),
      isText: true,
      value: (one) => one.digest,
      cell: (one) => (
        <span className="mono" title={one.digest}>
          {one.digest.slice(0, 16)}…
        </span>
      ),
    },
  ];
}

/** Every close with its digest; those that a rewind withdrew stay on the record. */
export function Days() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const days = useAnswer("GET /practice/seasons/:season/days", { where: { season: season.id } });
  const columns = useDayColumns();
  return (
    <Card title={t("days.title")} note={t("days.note")} flush>
      <Loaded of={days}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("days.none.title")} text={t("days.none.text")} />
          ) : (
            <DataTable
              rows={list.toSorted((a, b) => b.day - a.day || b.branch - a.branch)}
              columns={columns}
              rowKey={(one) => `${one.branch} ${one.day}`}
              caption={t("days.title")}
              exportAs={fileName(season.name, t("days.title"))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
