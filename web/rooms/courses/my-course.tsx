import "./courses.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { ClassProgress } from "./class-progress.tsx";
import { CourseAims, CourseProject } from "./course-aims.tsx";
import { asksOf, type Course, type LessonCard, type Task } from "./course-types.ts";
import { nextStep, progressOf, type Progress, type Step } from "./next-step.ts";
import { OpenTest } from "./open-test.tsx";
import { TaskLine } from "./task-line.tsx";
import { useTasks } from "./use-tasks.ts";
import { WhenText } from "./when-text.tsx";

/** What to do now: one thing, said in one sentence. */
function Next({ step, home }: { step: Step | null; home: string }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  if (step === null)
    return (
      <Card title={t("next.title")}>
        <p>{t("next.done")}</p>
      </Card>
    );
  if (step.kind === "task")
    return (
      <Card title={t("next.title")}>
        <TaskLine of={step.task} isMain />
      </Card>
    );
  return (
    <Card title={t("next.title")}>
      <div className="row row-wrap">
        <strong>{format.name(step.lesson.name)}</strong>
        <WhenText of={step.lesson} />
        <span className="push" />
        <Button component={Link} to={`${home}/${step.lesson.id}`}>
          {t("next.read")}
        </Button>
      </div>
    </Card>
  );
}

function Far({ of }: { of: Progress }) {
  const { t } = useTranslation("courses");
  return (
    <div className="row row-wrap course-far">
      <span className="course-track course-track-wide" aria-hidden="true">
        <i style={{ width: `${of.percent}%` }} />
      </span>
      <span>{t("far.read", { ...of })}</span>
      {of.questions === 0 ? null : <span>{t("far.answered", { ...of })}</span>}
      {of.tasks === 0 ? null : <span>{t("far.passed", { ...of })}</span>}
    </div>
  );
}

function LessonLine({
  of,
  at,
  home,
  tasks,
}: {
  of: LessonCard;
  at: number;
  home: string;
  tasks: readonly Task[];
}) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const own = tasks.filter(({ id }) => of.tasks.includes(id));
  return (
    <li className="lesson-line">
      <Link to={`${home}/${of.id}`} className="lesson-link">
        <span className="lesson-number">{at + 1}</span>
        <span className="lesson-name">{format.name(of.name)}</span>
        {of.isRead ? <span className="badge badge-good">{t("isRead")}</span> : null}
      </Link>
      <div className="row row-wrap lesson-facts">
        {of.minutes > 0 ? (
          <span className="soft">{t("minutes", { count: of.minutes })}</span>
        ) : null}
        <WhenText of={of} />
        {of.isOwn ? <span className="badge">{t("ofTeacher")}</span> : null}
        {own.map((task) => (
          <span key={task.id} className={`badge ${task.own?.isPassed ? "badge-good" : ""}`}>
            {t("task.named", { name: format.name(task.name) })}
          </span>
        ))}
      </div>
    </li>
  );
}

function CourseBody({ of, place, home }: { of: Course; place: string; home: string }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const tasks = useTasks(of.slug);
  const checks = useAnswer("GET /courses/:course/checks", { where: { course: of.slug } });
  const all = tasks.data ?? [];
  return (
    <>
      <PageHead title={format.name(of.name)} text={of.class?.name ?? t("mine.alone")}>
        <Button component={Link} to="/learn" variant="default">
          {t("toCourses")}
        </Button>
      </PageHead>
      <div className="grid" key={place}>
        <p className="course-about">{format.name(of.about)}</p>
        {of.class === null || of.class.mayFollow ? null : (
          <OpenTest inClass={of.class.id} course={of.slug} />
        )}
        {of.class?.mayFollow === true ? (
          <ClassProgress inClass={of.class.id} course={of.slug} />
        ) : (
          <Far of={progressOf(of.plan, all, checks.data ?? [])} />
        )}
        {tasks.data === undefined && tasks.error === null ? null : (
          <Next step={nextStep(of.plan, all)} home={home} />
        )}
        <Card title={t("lessons")} flush>
          <ol className="plain-list lesson-list">
            {of.plan.map((lesson, at) => (
              <LessonLine key={lesson.id} of={lesson} at={at} home={home} tasks={all} />
            ))}
          </ol>
        </Card>
        {all.length === 0 ? null : (
          <Card title={t("task.all")}>
            {all.map((task) => (
              <TaskLine key={task.id} of={task} />
            ))}
          </Card>
        )}
        <CourseAims of={of} />
        <CourseProject of={of} />
      </div>
    </>
  );
}

/** A course: how far one is, what comes next, and everything in it. */
export default function MyCourse() {
  const { t } = useTranslation("courses");
  const [of, course] = [usePlace("of"), usePlace("course")];
  const answer = useAnswer("GET /courses/:course", { where: { course }, asks: asksOf(of) });
  if (answer.data === undefined && answer.error !== null)
    return (
      <>
        <PageHead title={t("mine.title")}>
          <Button component={Link} to="/learn" variant="default">
            {t("toCourses")}
          </Button>
        </PageHead>
        <Loaded of={answer}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={answer}>
      {(found) => <CourseBody of={found} place={of} home={`/learn/${of}/${course}`} />}
    </Loaded>
  );
}
