import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Card, Empty, Loaded } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { useStoreName } from "../store-name.ts";

const classDoes = "GET /practice/seasons/:season/tasks";
type Board = Answer<typeof classDoes>;
type Row = Board["stores"][number];

/** How far every store has come with the tasks, by unit. */
export default function ClassTasks() {
  const { t } = useTranslation("tasks");
  const { id } = useSeason();
  const answer = useAnswer(classDoes, { where: { season: id } }, { keepPrevious: true });
  return (
    <Card title={t("class.title")} flush>
      <p className="card-body soft">{t("class.text")}</p>
      <Loaded of={answer}>
        {(board) =>
          board.stores.length === 0 ? (
            <Empty title={t("class.none.title")} text={t("class.none.text")} />
          ) : (
            <ClassTable board={board} />
          )
        }
      </Loaded>
    </Card>
  );
}

function ClassTable({ board }: { board: Board }) {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  const { id } = useSeason();
  const nameOf = useStoreName();
  const columns: TableColumn<Row>[] = [
    {
      key: "name",
      head: t("class.store"),
      isText: true,
      value: nameOf,
      cell: (row) => (
        <Link to={`/s/${id}/${row.store}/insight`} search={{ tab: "tasks" }}>
          {nameOf(row)}
        </Link>
      ),
    },
    {
      key: "sum",
      head: t("class.sum"),
      value: ({ reachedBp }) => reachedBp / 100,
      cell: ({ reachedBp }) => <strong>{`${format.number(reachedBp / 100, 1)} %`}</strong>,
    },
    ...board.units.map((unit, at): TableColumn<Row> => ({
      key: unit.id,
      head: `${format.name(unit.name)} (${unit.points})`,
      value: ({ reachedCenti }) => reachedCenti[at]! / 100,
      cell: ({ reachedCenti }) => format.number(reachedCenti[at]! / 100, 1),
    })),
    {
      key: "deducted",
      head: t("class.deducted"),
      value: ({ deducted }) => deducted,
      cell: ({ deducted }) => format.number(0 - deducted),
    },
  ];
  return (
    <DataTable
      rows={board.stores}
      columns={columns}
      rowKey={({ store }) => String(store)}
      caption={t("class.title")}
      sortBy="sum"
      exportAs="tasks"
      card={{
        head: "name",
        mark: "sum",
        facts: [...board.units.map((unit) => unit.id), "deducted"],
      }}
    />
  );
}
