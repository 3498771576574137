import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";
import { anchorOf, Blocks, headingsOf } from "./blocks.tsx";
import { CheckBlock } from "./check-block.tsx";
import { asksOf, type Block, type Lesson } from "./course-types.ts";
import { SourceText } from "./runs.tsx";
import { TaskLine } from "./task-line.tsx";
import { useTasks } from "./use-tasks.ts";
import { WhenText } from "./when-text.tsx";

/** The text in the reader's language, or in the other one where that is all there is. */
function useText(lesson: Lesson) {
  const { language } = useFormat();
  const own = lesson.texts[language];
  const other: Language = language === "zh" ? "en" : "zh";
  return own === null
    ? { blocks: lesson.texts[other] ?? [], language: other, isOther: true }
    : { blocks: own, language, isOther: false };
}

function Contents({ of }: { of: readonly Block[] }) {
  const { t } = useTranslation("courses");
  const names = headingsOf(of);
  if (names.length < 2) return null;
  return (
    <nav className="lesson-toc" aria-label={t("lesson.contents")}>
      <details open={window.innerWidth >= 1100}>
        <summary>{t("lesson.contents")}</summary>
        <ol>
          {names.map((name, at) => (
            <li key={at}>
              <a href={`#${anchorOf(at)}`}>{name}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function Sources({ of }: { of: Lesson["sources"] }) {
  const { t } = useTranslation("courses");
  if (of.length === 0) return null;
  return (
    <details className="lesson-sources">
      <summary>{t("lesson.sources", { count: of.length })}</summary>
      <ol>
        {of.map((source) => (
          <li key={source.id}>
            <SourceText of={source} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where the lesson ends: what to practice, and what comes next. */
function LessonEnd({ of, course, lesson, home }: Where & { lesson: Lesson }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const navigate = useNavigate();
  const tasks = useTasks(course);
  const read = useAct("PUT /courses/:course/lessons/:lesson/read", [
    "GET /courses/:course",
    "GET /courses/:course/lessons/:lesson",
    "GET /courses",
  ]);
  const { previous, next } = lesson;
  const own = (tasks.data ?? []).filter(({ id }) => lesson.lesson.tasks.includes(id));
  const goOn = () =>
    read.mutate(
      { where: { course, lesson: lesson.lesson.id }, asks: asksOf(of) },
      { onSuccess: () => navigate({ to: next === null ? home : `${home}/${next.id}` }) },
    );
  return (
    <div className="lesson-end">
      {own.length === 0 ? null : (
        <Card title={t("lesson.practice")}>
          {own.map((task) => (
            <TaskLine key={task.id} of={task} />
          ))}
        </Card>
      )}
      {read.error === null ? null : <Problem error={read.error} />}
      <div className="lesson-steps">
        {previous === null ? (
          <span />
        ) : (
          <Button component={Link} to={`${home}/${previous.id}`} variant="default">
            {t("lesson.previous", { name: format.name(previous.name) })}
          </Button>
        )}
        <Button onClick={goOn} loading={read.isPending}>
          {next === null ? t("lesson.finish") : t("lesson.next", { name: format.name(next.name) })}
        </Button>
      </div>
    </div>
  );
}

interface Where {
  /** A class, or `own`. */
  readonly of: string;
  readonly course: string;
  /** Address of the course's page. */
  readonly home: string;
}

function LessonBody({ where, lesson, acts }: { where: Where; lesson: Lesson; acts: ReactNode }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const { blocks, language, isOther } = useText(lesson);
  const { minutes, isEdited, isOwn } = lesson.lesson;
  const { version } = lesson;
  return (
    <>
      <PageHead
        title={format.name(lesson.lesson.name)}
        text={
          <>
            <Link to={where.home}>{format.name(lesson.course.name)}</Link>
            {minutes > 0 ? ` · ${t("minutes", { count: minutes })}` : null}{" "}
            <WhenText of={lesson.lesson} />
          </>
        }
      >
        {acts}
      </PageHead>
      {version === null || !(isEdited || isOwn) ? null : (
        <p className="soft">
          {t("lesson.version", { ...version, madeAt: format.date(version.madeAt) })}
        </p>
      )}
      {isOther ? <p className="hint">{t("lesson.otherLanguage")}</p> : null}
      <div className="lesson">
        <Contents of={blocks} />
        <Blocks
          of={blocks}
          course={where.course}
          language={language}
          sources={lesson.sources}
          checks={(questions) => (
            <CheckBlock course={where.course} questions={questions} language={language} />
          )}
        />
        <Sources of={lesson.sources} />
        <LessonEnd {...where} lesson={lesson} />
      </div>
    </>
  );
}

/** A lesson as it is read, by who learns and by who teaches. */
export function LessonPage({
  lesson,
  acts,
  ...where
}: Where & { lesson: string; acts?: ReactNode }) {
  const { t } = useTranslation("courses");
  const answer = useAnswer("GET /courses/:course/lessons/:lesson", {
    where: { course: where.course, lesson },
    asks: asksOf(where.of),
  });
  if (answer.data === undefined && answer.error !== null)
    return (
      <>
        <PageHead title={t("lesson.lost")}>
          <Button component={Link} to={where.home} variant="default">
            {t("toCourse")}
          </Button>
        </PageHead>
        <Loaded of={answer}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={answer}>
      {(found) => <LessonBody key={lesson} where={where} lesson={found} acts={acts} />}
    </Loaded>
  );
}
