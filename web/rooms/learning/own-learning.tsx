import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { useFigures } from "./use-figures.ts";

type Own = Answer<"GET /assessment/measurements/:measurement/own">;
type Lesson = Own["lessons"][number];

function Lessons({ of }: { of: Own }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { share } = useFigures();
  const columns: TableColumn<Lesson>[] = [
    {
      key: "name",
      head: t("parts.lessons"),
      isText: true,
      cell: ({ name }) => format.name(name),
    },
    { key: "before", head: t("own.before"), cell: ({ before }) => share(before) },
    { key: "after", head: t("own.after"), cell: ({ after }) => share(after) },
  ];
  return (
    <DataTable
      rows={of.lessons}
      rowKey={({ id }) => id}
      caption={t("own.title")}
      card={{ head: "name", facts: ["before", "after"] }}
      columns={columns}
    />
  );
}

/** What one has learned between the two tests, and no question with its answer. */
export default function OwnLearning({ of: measurement }: { of: string }) {
  const { t } = useTranslation("learning");
  const own = useAnswer("GET /assessment/measurements/:measurement/own", {
    where: { measurement },
  });
  return (
    <Loaded of={own}>
      {(of) => (
        <Card title={t("own.title")} flush>
          <div className="card-body">
            <div className="tiles">
              {(["before", "after"] as const).map((moment) => {
                const percent = of[`${moment}Percent`];
                return (
                  <div key={moment} className="tile">
                    <div className="tile-name">{t(`own.${moment}`)}</div>
                    <div className="tile-value">
                      {percent === null ? t("own.missing") : `${percent} %`}
                    </div>
                  </div>
                );
              })}
            </div>
            <p className="soft">{t("own.text")}</p>
            <p className="soft">{t("own.noAnswers")}</p>
          </div>
          <Lessons of={of} />
        </Card>
      )}
    </Loaded>
  );
}
