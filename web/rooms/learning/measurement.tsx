import "../exams/exams.css";
import "./learning.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { SittingRoomView } from "../exams/room-view.tsx";
import { type Measurement, stateBadge, type Test } from "./learning-types.ts";
import { MeasuredPeople } from "./measured-people.tsx";
import { Parts } from "./parts.tsx";
import { Result, Taken } from "./result.tsx";
import { Scores } from "./scores.tsx";
import { Tests } from "./tests.tsx";

/** People begin and hand in while a teacher looks. */
const askedAgainMillis = 10_000;

/** The room while a test is open, as of any exam. */
function Room({ of }: { of: Test }) {
  const exam = useAnswer(
    "GET /assessment/exams/:exam",
    { where: { exam: of.exam } },
    { pollMillis: askedAgainMillis },
  );
  return <Loaded of={exam}>{(found) => <SittingRoomView of={found} />}</Loaded>;
}

function How({ of }: { of: Measurement }) {
  const { t } = useTranslation("learning");
  return (
    <Card title={t("how.title")}>
      <div className="form">
        <p>{t("how.counts")}</p>
        <p className="soft key-text">{t("how.lot", { hash: of.keyHash })}</p>
        {of.key === null ? null : <p className="soft key-text">{t("how.key", { key: of.key })}</p>}
      </div>
    </Card>
  );
}

function Found({ of }: { of: Measurement }) {
  const { t } = useTranslation("learning");
  if (of.isHidden)
    return (
      <Card title={t("result.title")}>
        <p>{t("result.hidden")}</p>
      </Card>
    );
  if (of.taken === null) return null;
  return (
    <>
      <Result of={of} />
      <Taken of={of.taken} />
      <Parts title={t("parts.lessons")} of={of.lessons} />
      <Parts title={t("parts.competencies")} of={of.competencies} />
      {of.state === "over" ? <Scores of={of.seasons} /> : null}
      {of.people.length === 0 ? null : <MeasuredPeople of={of} />}
    </>
  );
}

/** One measurement, for who leads the class and for the head of its school. */
export default function MeasurementRoom() {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const measurement = usePlace("measurement");
  const leads = useMe().memberships.some(({ role }) => role === "teacher" || role === "assistant");
  const view = useAnswer(
    "GET /assessment/measurements/:measurement",
    { where: { measurement } },
    { pollMillis: askedAgainMillis },
  );
  const isLost = view.data === undefined && view.error !== null;
  return (
    <>
      {isLost ? <PageHead title={t("title")} /> : null}
      <Loaded of={view}>
        {(of) => {
          const open = of.tests.find(({ isOpen }) => isOpen);
          const course = `/classes/${of.class}/courses/${of.course}?tab=learning`;
          return (
            <>
              <PageHead
                title={`${t("title")} · ${format.name(of.courseName)}`}
                text={
                  <>
                    {of.className}{" "}
                    <span className={`badge ${stateBadge[of.state]}`}>
                      {t(`states.${of.state}`)}
                    </span>
                  </>
                }
              >
                <Button component={Link} to={leads ? course : "/learning"} variant="default">
                  {leads ? t("toCourse") : t("school.toAll")}
                </Button>
              </PageHead>
              <div className="grid">
                <Tests of={of} />
                {open !== undefined && leads ? (
                  <section className="grid" aria-label={t("tests.room")}>
                    <Room of={open} />
                  </section>
                ) : null}
                <Found of={of} />
                <How of={of} />
              </div>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
