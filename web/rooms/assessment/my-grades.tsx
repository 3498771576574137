import "./grades.css";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { DataTable } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { GradeReport } from "./grade-report.tsx";
import { isPart, pointsOf } from "./grade-types.ts";

type Grade = Answer<"GET /assessment/grades">[number];

/** What a grade is made of, with what each part weighs. */
function Parts({ of }: { of: Grade }) {
  const { t } = useTranslation("grades");
  const format = useFormat();
  type Cell = Grade["cells"][number];
  const name = ({ part, name: own }: Cell) => own ?? (isPart(part) ? t(`parts.${part}`) : part);
  const points = ({ tenths }: Cell) => (tenths === null ? "–" : format.number(pointsOf(tenths), 1));
  const note = ({ tenths, isEmpty }: Cell) =>
    tenths === null ? (
      <span className="soft">{t(isEmpty ? "mine.empty" : "mine.nothing")}</span>
    ) : null;
  return (
    <DataTable
      rows={of.cells.filter(({ weight }) => weight > 0)}
      rowKey={({ part }) => part}
      caption={of.className}
      card={{ head: "part", facts: ["weight", "points"], text: "note" }}
      columns={[
        { key: "part", head: t("mine.part"), isText: true, cell: name },
        { key: "weight", head: t("mine.weight"), cell: ({ weight }) => `${weight}%` },
        { key: "points", head: t("mine.points"), cell: points },
        { key: "note", head: t("mine.noteHead"), isText: true, cell: note },
      ]}
    />
  );
}

function OneGrade({ of }: { of: Grade }) {
  const { t } = useTranslation("grades");
  const { id: person } = useMe();
  const format = useFormat();
  const { worked } = of;
  return (
    <Card title={of.className}>
      <div className="form">
        <p className="row row-wrap">
          <span className="grade-total">{format.number(pointsOf(of.tenths), 1)}</span>
          <span className={`badge ${of.hasPassed ? "badge-good" : "badge-bad"}`}>
            {t(of.hasPassed ? "mine.passed" : "mine.failed")}
          </span>
          <span className="soft">
            {t("mine.passAt", { pass: format.number(pointsOf(of.passTenths), 1) })} ·{" "}
            {format.date(of.publishedAt)}
          </span>
        </p>
        {worked !== null && worked !== of.tenths ? (
          <p className="soft">{t("mine.given", { worked: format.number(pointsOf(worked), 1) })}</p>
        ) : null}
        {of.comment === "" ? null : <blockquote className="said">{of.comment}</blockquote>}
        <Parts of={of} />
        {of.factorMilli === null ? null : (
          <p className="soft">
            {t("mine.factor", { factor: (of.factorMilli / 1_000).toFixed(2) })}
          </p>
        )}
        <GradeReport of={of.class} person={person} name={of.className} />
      </div>
    </Card>
  );
}

/** A student's own grades, with how they came about. */
export default function MyGrades() {
  const { t } = useTranslation("grades");
  const grades = useAnswer("GET /assessment/grades", {});
  return (
    <>
      <PageHead title={t("mine.title")} text={t("mine.text")} />
      <Loaded of={grades}>
        {(list) =>
          list.length === 0 ? (
            <Card label={t("mine.title")}>
              <Empty title={t("mine.none.title")} text={t("mine.none.text")} />
            </Card>
          ) : (
            <div className="grid">
              {list.map((one) => (
                <OneGrade key={one.class} of={one} />
              ))}
              <p className="soft">{t("mine.note")}</p>
            </div>
          )
        }
      </Loaded>
    </>
  );
}
