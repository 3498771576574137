import "./courses.css";
import { Button, Skeleton, Tabs } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { late } from "../../frame/late.ts";
import { useAsked, usePlace } from "../../frame/room.ts";
import { Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { Arrange } from "./arrange.tsx";
import { ClassProgress } from "./class-progress.tsx";
import { CourseAims, CourseProject } from "./course-aims.tsx";
import { CourseGuide } from "./course-guide.tsx";
import type { Course } from "./course-types.ts";
import { Timetable } from "./timetable.tsx";

const ClassLearning = late(["learning"], () => import("../learning/class-learning.tsx"));

const tabs = ["plan", "progress", "learning", "guide", "about"] as const;

function Learning(of: { inClass: string; course: string }) {
  return (
    <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
      <ClassLearning {...of} />
    </Suspense>
  );
}

/** What a course is for, and in which weeks. */
function About({ of }: { of: Course }) {
  const format = useFormat();
  return (
    <div className="grid">
      <p className="course-about">{format.name(of.about)}</p>
      <CourseAims of={of} />
      {of.timetables.map((one) => (
        <Timetable key={one.hours} of={one} plan={of.plan} />
      ))}
      <CourseProject of={of} />
    </div>
  );
}

/** A course in a class: arranged, followed, and how to teach it. */
export default function ClassCourse() {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const navigate = useNavigate();
  const [inClass, course] = [usePlace("class"), usePlace("course")];
  const asked = useAsked("tab");
  const tab = tabs.find((one) => one === asked) ?? "plan";
  const home = `/classes/${inClass}/courses/${course}`;
  const answer = useAnswer("GET /courses/:course", { where: { course }, asks: { class: inClass } });
  const back = (
    <Button component={Link} to={`/classes/${inClass}/people?tab=courses`} variant="default">
      {t("toClass")}
    </Button>
  );
  if (answer.data === undefined && answer.error !== null)
    return (
      <>
        <PageHead title={t("mine.title")}>{back}</PageHead>
        <Loaded of={answer}>{() => null}</Loaded>
      </>
    );
  const go = (next: string | null) =>
    void navigate({
      to: ".",
      search: (next === "plan" || next === null ? {} : { tab: next }) as never,
      replace: true,
    });
  return (
    <Loaded of={answer}>
      {(of) => (
        <>
          <PageHead title={format.name(of.name)} text={of.class?.name}>
            {back}
          </PageHead>
          <Tabs value={tab} onChange={go} keepMounted={false}>
            <Tabs.List aria-label={format.name(of.name)} mb={16}>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`tabs.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="plan">
              <div className="grid">
                {of.class?.isTaken === false ? <p className="hint">{t("class.notTaken")}</p> : null}
                <Arrange of={of} home={home} inClass={inClass} />
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="progress">
              <ClassProgress inClass={inClass} course={course} />
            </Tabs.Panel>
            <Tabs.Panel value="learning">
              <Learning inClass={inClass} course={course} />
            </Tabs.Panel>
            <Tabs.Panel value="guide">
              <CourseGuide course={course} />
            </Tabs.Panel>
            <Tabs.Panel value="about">
              <About of={of} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Loaded>
  );
}
