import "./teaching.css";
import { Button, Skeleton, Tabs } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { late } from "../../frame/late.ts";
import { useAsked, usePlace } from "../../frame/room.ts";
import { Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { AddMember } from "./add-member.tsx";
import { ClassSettings } from "./class-settings.tsx";
import { Codes } from "./codes.tsx";
import { Members } from "./members.tsx";

// As heavy as a room, and of use once the class has traded: fetched with its tab.
const ClassCompetencies = late(
  ["evidence", "framework"],
  () => import("../assessment/class-competencies.tsx"),
);

const ClassAssignments = late(
  ["assignments", "review"],
  () => import("../assessment/class-assignments.tsx"),
);

const ClassGrades = late(["grades"], () => import("../assessment/class-grades.tsx"));

const ClassExams = late(["exams"], () => import("../exams/class-exams.tsx"));

const ClassCourses = late(["courses"], () => import("../courses/class-courses.tsx"));

const tabs = ["people", "courses", "competencies", "assignments", "exams", "grades"] as const;

const openStates: readonly string[] = ["lobby", "running", "paused"];

/** The way back to what the class plays now. */
function OpenSeasons({ of }: { of: Answer<"GET /practice/seasons"> }) {
  const { t } = useTranslation("teaching");
  const open = of.filter(({ state, isRehearsal }) => openStates.includes(state) && !isRehearsal);
  if (open.length === 0) return null;
  return (
    <p className="row row-wrap">
      <span className="soft">{t("toSeason")}</span>
      {open.map(({ id, name }) => (
        <Link key={id} to={`/t/${id}/wall`} className="tall-link">
          {name}
        </Link>
      ))}
    </p>
  );
}

/** Heads the room of a class that is not there, or does not come: back to those that are. */
function HeadWithoutClass() {
  const { t } = useTranslation("teaching");
  return (
    <PageHead title={t("members")}>
      <Button component={Link} to="/classes" variant="default">
        {t("toClasses")}
      </Button>
    </PageHead>
  );
}

/** The class's views side by side; which is open stands in the address. */
function ClassTabs({ of }: { of: Answer<"GET /classes/:class"> }) {
  const { t } = useTranslation("teaching");
  const navigate = useNavigate();
  const asked = useAsked("tab");
  const tab = tabs.find((one) => one === asked) ?? "people";
  const go = (next: string | null) =>
    void navigate({
      to: ".",
      search: (next === "people" || next === null ? {} : { tab: next }) as never,
      replace: true,
    });
  return (
    <Tabs value={tab} onChange={go} keepMounted={false}>
      <Tabs.List aria-label={of.name} mb={16}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="people">
        <div className="grid">
          {of.isArchived ? null : <Codes of={of.id} mayTeach={of.mayTeach} />}
          <Members of={of} />
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="courses">
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <ClassCourses of={of.id} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="competencies">
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <ClassCompetencies of={of.id} name={of.name} mayTeach={of.mayTeach} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="grades">
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <ClassGrades of={of.id} name={of.name} mayTeach={of.mayTeach} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="assignments">
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <ClassAssignments of={of.id} students={of.students} mayTeach={of.mayTeach} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="exams">
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <ClassExams of={of.id} students={of.students} mayTeach={of.mayTeach} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

/** A class's people: how they come in, who they are, and what a teacher can do for them. */
export default function People() {
  const { t } = useTranslation("teaching");
  const format = useFormat();
  const of = usePlace("class");
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const seasons = useAnswer("GET /practice/seasons", { asks: { class: of } });
  const [open, setOpen] = useState<"add" | "settings" | null>(null);
  const close = () => setOpen(null);
  if (view.data === undefined && view.error !== null)
    return (
      <>
        <HeadWithoutClass />
        <Loaded of={view}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={view}>
      {(found) => {
        const maySee = found.mayTeach && !found.isArchived;
        return (
          <>
            <PageHead
              title={found.name}
              text={[format.name(found.school.name), found.term].filter(Boolean).join(" · ")}
            >
              {found.mayTeach ? (
                <Button variant="default" onClick={() => setOpen("settings")}>
                  {t("settings")}
                </Button>
              ) : null}
              {maySee ? (
                <>
                  <Button variant="default" onClick={() => setOpen("add")}>
                    {t("addMember")}
                  </Button>
                  <Button component={Link} to={`/classes/${of}/roster`} variant="default">
                    {t("importRoster")}
                  </Button>
                  <Button
                    component={Link}
                    to={`/classes/${of}/new-season`}
                    variant={seasons.data?.length === 0 ? "filled" : "default"}
                  >
                    {t("newSeason")}
                  </Button>
                </>
              ) : null}
            </PageHead>
            <div className="grid">
              <OpenSeasons of={seasons.data ?? []} />
              {found.isArchived ? <p className="hint">{t("isArchived")}</p> : null}
              <ClassTabs of={found} />
            </div>
            <AddMember of={of} isOpen={open === "add"} onClose={close} />
            <ClassSettings
              key={`${found.name} ${found.term} ${open}`}
              of={found}
              isOpen={open === "settings"}
              onClose={close}
            />
          </>
        );
      }}
    </Loaded>
  );
}
