import "./exams.css";
import { Button, Tabs } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { useAsked, usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../parts/page.tsx";
import { stateBadge } from "./class-exams.tsx";
import { ConfirmPractical } from "./confirm-practical.tsx";
import { DraftPlan } from "./draft-plan.tsx";
import { Essays } from "./essays.tsx";
import { ExamActs } from "./exam-acts.tsx";
import type { Exam } from "./exam-types.ts";
import { ExamFigures } from "./exam-figures.tsx";
import { Items } from "./items.tsx";
import { People } from "./people-results.tsx";
import { SittingRoomView } from "./room-view.tsx";

/** What happens in the room is seen within seconds. */
const askedAgainMillis = 10_000;

const tabs = ["room", "essays", "results", "items"] as const;
type Tab = (typeof tabs)[number];

/** What there is to see of an exam at its state. */
function tabsOf({ kind, state, unmarked }: Exam): readonly Tab[] {
  if (kind === "practical") return state === "closed" || state === "published" ? ["results"] : [];
  if (state === "open") return ["room"];
  const essays: readonly Tab[] = unmarked > 0 || state === "closed" ? ["essays"] : [];
  return [...essays, "results", "items"];
}

function Shown({ of, tab }: { of: Exam; tab: Tab }) {
  switch (tab) {
    case "room":
      return <SittingRoomView of={of} />;
    case "essays":
      return <Essays of={of} />;
    case "results":
      return <People of={of} />;
    case "items":
      return <Items of={of} />;
  }
}

function ExamTabs({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const navigate = useNavigate();
  const asked = useAsked("tab");
  const shown = tabsOf(of);
  const tab = shown.find((one) => one === asked) ?? shown[0];
  if (tab === undefined) return null;
  const go = (next: string | null) =>
    void navigate({ to: ".", search: { tab: next } as never, replace: true });
  if (shown.length === 1) return <Shown of={of} tab={tab} />;
  return (
    <Tabs value={tab} onChange={go} keepMounted={false}>
      <Tabs.List aria-label={of.name} mb={16}>
        {shown.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {one === "essays" ? t("tabs.essays", { count: of.unmarked }) : t(`tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>
        <Shown of={of} tab={tab} />
      </Tabs.Panel>
    </Tabs>
  );
}

function OneExam({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const isTeacher = useMe().memberships.some(({ role }) => role === "teacher");
  return (
    <>
      <PageHead
        title={
          <>
            {of.name}{" "}
            <span className={`badge ${stateBadge[of.state]}`}>{t(`states.${of.state}`)}</span>
          </>
        }
        text={<ExamFigures of={of} />}
      >
        {isTeacher ? (
          <>
            <Button component={Link} to={`/classes/${of.class}/people?tab=exams`} variant="default">
              {t("toClass")}
            </Button>
            <ExamActs of={of} />
          </>
        ) : null}
      </PageHead>
      <div className="grid">
        {of.kind === "practical" ? <ConfirmPractical of={of} /> : null}
        {of.state === "draft" ? (
          isTeacher ? (
            <DraftPlan key={of.id} of={of} />
          ) : (
            <Card label={t("states.draft")}>
              <p>{t("draftText")}</p>
            </Card>
          )
        ) : (
          <ExamTabs of={of} />
        )}
      </div>
    </>
  );
}

/** One exam for those who hold it: its plan, the room while people write, what came of it. */
export default function ExamRoom() {
  const { t } = useTranslation("exams");
  const exam = usePlace("exam");
  const view = useAnswer(
    "GET /assessment/exams/:exam",
    { where: { exam } },
    { pollMillis: askedAgainMillis },
  );
  const isLost = view.data === undefined && view.error !== null;
  return (
    <>
      {isLost ? <PageHead title={t("title")} /> : null}
      <Loaded of={view}>{(of) => <OneExam of={of} />}</Loaded>
    </>
  );
}
