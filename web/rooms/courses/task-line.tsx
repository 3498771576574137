import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Task } from "./course-types.ts";

/** How far it has come: not begun, on its way, passed or not. */
function TaskState({ of }: { of: Task }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const { own, passBp } = of;
  const pass = t("task.pass", { percent: format.percent(passBp, 0) });
  if (own === null) return <span className="soft">{pass}</span>;
  const reached = format.percent(own.reachedBp ?? 0, 0);
  return (
    <span className={`badge ${own.isPassed ? "badge-good" : "badge-accent"}`}>
      {own.isPassed ? t("task.passed", { reached }) : t("task.reached", { reached, pass })}
    </span>
  );
}

/** Starts a task of one's own in the practice market, goes on with it, or begins it anew. */
function TaskAct({ of, isMain }: { of: Task; isMain: boolean }) {
  const { t } = useTranslation("courses");
  const navigate = useNavigate();
  const start = useAct("POST /practice/rehearsal", ["GET /practice/tasks"]);
  const begin = (insteadOf?: string) =>
    start.mutate(
      { body: { preset: of.preset, ...(insteadOf === undefined ? {} : { insteadOf }) } },
      {
        onSuccess: async ({ id, myStores }) => {
          const own = myStores[0];
          // A season with tasks begins its insight with them: what is asked is read first.
          if (own !== undefined) await navigate({ to: `/s/${id}/${own.store}/insight` });
        },
      },
    );
  const { own } = of;
  if (own === null)
    return (
      <>
        {start.error === null ? null : <Problem error={start.error} />}
        <Button
          onClick={() => begin()}
          loading={start.isPending}
          size="sm"
          variant={isMain ? "filled" : "default"}
        >
          {t("task.start")}
        </Button>
      </>
    );
  const isOver = own.state === "finished";
  return (
    <>
      {start.error === null ? null : <Problem error={start.error} />}
      {isOver ? (
        <Button
          variant="default"
          size="sm"
          loading={start.isPending}
          onClick={() => begin(own.season)}
        >
          {t("task.again")}
        </Button>
      ) : null}
      <Button
        component={Link}
        to={`/s/${own.season}/${own.store}/today`}
        variant={isOver || !isMain ? "default" : "filled"}
        size="sm"
      >
        {isOver ? t("task.look") : t("task.goOn", { day: own.day, days: own.days })}
      </Button>
    </>
  );
}

/** A task with what it asks and how far one has come. */
export function TaskLine({ of, isMain = false }: { of: Task; isMain?: boolean }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  return (
    <div className="task-line">
      <div className="row row-wrap">
        <strong>{format.name(of.name)}</strong>
        <TaskState of={of} />
        <span className="soft">{t("task.takes", { days: of.days, minutes: of.minutes })}</span>
      </div>
      <p className="soft">{format.name(of.brief)}</p>
      <div className="row row-wrap">
        <TaskAct of={of} isMain={isMain} />
      </div>
    </div>
  );
}
