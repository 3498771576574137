import "./tasks.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useCourseHome } from "../../../courses/use-course-home.ts";
import { pointsText } from "../../points.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { rankingWord } from "./ranking-word.ts";

const tasksDoes = "GET /practice/seasons/:season/stores/:store/tasks";
type View = Answer<typeof tasksDoes>;
type Unit = View["units"][number];
type Task = Unit["tasks"][number];
type Deduction = View["deductions"][number];
type Row = Task["rows"][number];

/** What is judged, how far the store has come, and by which decisions and days it was seen. */
export default function Tasks() {
  const { where } = useStorePlace();
  const answer = useAnswer(tasksDoes, { where }, { keepPrevious: true });
  return (
    <Loaded of={answer}>
      {(view) => (
        <div className="grid">
          <Summary view={view} />
          <div className="task-units">
            {view.units.map((unit) => (
              <UnitCard key={unit.id} unit={unit} />
            ))}
            <Deductions view={view} />
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Summary({ view }: { view: View }) {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  const { season } = useStorePlace();
  const { day, points, reachedBp, operationsBp, scoreMilli } = view;
  const word = rankingWord(season.scoring, view);
  const shares = {
    tasks: format.number((10_000 - operationsBp) / 100),
    operations: format.number(operationsBp / 100),
    score: pointsText(scoreMilli, format.number),
  };
  return (
    <Card title={format.name(view.name)}>
      <p className="tile-value">
        {t("ofAll", { points: format.number((reachedBp * points) / 10_000, 1), all: points })}
      </p>
      {word === null ? null : <p>{t(word, shares)}</p>}
      <p className="soft">{day === 0 ? t("before") : t("asOf", { day })}</p>
      <p className="dim">{t("how")}</p>
      {view.lesson === null ? null : <ToLesson of={view.lesson} />}
    </Card>
  );
}

/** Back to what was read before; as the reader's class reads it. */
function ToLesson({ of }: { of: NonNullable<View["lesson"]> }) {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  const home = useCourseHome()(of.course);
  if (home === null) return null;
  return (
    <p>
      <Link to={`${home}/${of.id}`}>
        {t("toLesson", { lesson: format.name(of.name), course: format.name(of.courseName) })}
      </Link>
    </p>
  );
}

function UnitCard({ unit }: { unit: Unit }) {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  const reached = format.number(unit.reachedCenti / 100, 1);
  return (
    <Card
      title={format.name(unit.name)}
      acts={<strong>{t("ofUnit", { reached, points: unit.points })}</strong>}
    >
      <ul className="plain-list tasks">
        {unit.tasks.map((task) => (
          <TaskItem key={task.id} task={task} />
        ))}
      </ul>
    </Card>
  );
}

const tones: Readonly<Record<Task["state"], string>> = {
  reached: "badge badge-good",
  partly: "badge badge-accent",
  "not-yet": "badge",
};

function TaskItem({ task }: { task: Task }) {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  const figureOf = useFigure();
  const { points, shareBp, state, unit, figure, next } = task;
  const reached = format.number((points * shareBp) / 10_000, 1);
  return (
    <li>
      <div className="row row-wrap">
        <strong>{format.name(task.name)}</strong>
        <span className={tones[state]}>{t(`states.${state}`)}</span>
        <span className="task-points">{t("pointsOf", { reached, points })}</span>
      </div>
      <p className="soft">{format.name(task.asks)}</p>
      <p>
        {t("seen")} <b>{figureOf(unit, figure)}</b>
        {next === null ? null : ` · ${t("next")} ${figureOf(unit, next)}`}
      </p>
      <Rows of={task} />
    </li>
  );
}

/** A figure of a task in the reader's form. */
function useFigure() {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  return (unit: Task["unit"], figure: number): string => {
    if (unit === "share") return `${format.number(figure / 100, 1)} %`;
    if (unit === "stars") return format.number(figure / 1000, 2);
    if (unit === "times") return t("seenTimes", { figure: format.number(figure / 1000, 1) });
    return format.number(figure);
  };
}

function Rows({ of }: { of: Pick<Task, "rows" | "rowsAll" | "rowUnit" | "name"> }) {
  const { t } = useTranslation("tasks");
  if (of.rows.length === 0) return null;
  return (
    <details>
      <summary>{t("rows.show", { count: of.rowsAll })}</summary>
      {of.rowsAll > of.rows.length ? (
        <p className="dim">{t("rowsMore", { count: of.rows.length, all: of.rowsAll })}</p>
      ) : null}
      <RowTable of={of} />
    </details>
  );
}

function RowTable({
  of: { rows, rowUnit, name },
}: {
  of: Pick<Task, "rows" | "rowUnit" | "name">;
}) {
  const { t } = useTranslation("tasks");
  const { season, here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count } = useColumns<Row>();
  const figureOf = useFigure();
  const about = ({ sku, market }: Row) =>
    [sku, market === null ? null : nameOf(market)].filter((part) => part !== null).join(" · ");
  const by = ({ decision }: Row) =>
    decision === null ? t("closed") : t("decisionN", { number: decision });
  const shown = (figure: number) => {
    if (rowUnit === "money") return format.money(figure, season.booksCurrency);
    return figureOf(rowUnit === "share" || rowUnit === "stars" ? rowUnit : "count", figure);
  };
  return (
    <DataTable
      rows={rows}
      caption={`${t("rows.title")}: ${format.name(name)}`}
      rowKey={({ day, decision, sku, market }) => [day, decision, sku, market].join("/")}
      columns={[
        count("day", t("where.day"), ({ day }) => day),
        text("by", t("where.decision"), by, (row) =>
          row.decision === null ? (
            by(row)
          ) : (
            <Link to={`${here}/insight`} search={{ tab: "log" }}>
              {by(row)}
            </Link>
          ),
        ),
        ...(rows.some((row) => about(row) !== "") ? [text("what", t("where.what"), about)] : []),
        ...(rowUnit === null
          ? []
          : [
              count(
                "figure",
                t(`figures.${rowUnit}`),
                ({ figure }) => figure,
                ({ figure }) => shown(figure),
              ),
            ]),
      ]}
    />
  );
}

function Deductions({ view: { deductions } }: { view: View }) {
  const { t } = useTranslation("tasks");
  const lost = deductions.reduce((sum, { points }) => sum + points, 0);
  return (
    <Card title={t("deductions")} acts={<strong>{0 - lost}</strong>}>
      <ul className="plain-list tasks">
        {deductions.map((one) => (
          <DeductionItem key={one.id} of={one} />
        ))}
      </ul>
    </Card>
  );
}

function DeductionItem({ of }: { of: Deduction }) {
  const { t } = useTranslation("tasks");
  const format = useFormat();
  return (
    <li>
      <div className="row row-wrap">
        <strong>{format.name(of.name)}</strong>
        {of.times === 0 ? null : (
          <span className="badge badge-bad">{t("times", { count: of.times })}</span>
        )}
        <span className="task-points">{format.number(0 - of.points)}</span>
      </div>
      <p className="soft">
        {t("each")} {of.each} · {t("most")} {of.most}
      </p>
      <Rows of={of} />
    </li>
  );
}
