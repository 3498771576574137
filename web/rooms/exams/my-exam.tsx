import "./exams.css";
import { Button, Skeleton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Answer, api } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { late } from "../../frame/late.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { ExamFacts, useExamName } from "./my-exams.tsx";
import { OwnResult } from "./own-result.tsx";
import { SittingRoom } from "./sitting.tsx";
import { type Sitting, thisMachine } from "./use-sitting.ts";

const OwnLearning = late(["learning"], () => import("../learning/own-learning.tsx"));

type Own = Answer<"GET /assessment/exams">[number];

/** An exam may be opened, and published, while a student looks. */
const askedAgainMillis = 10_000;

/** Begins an exam, or goes on with it, at this machine. */
const sitHere = (exam: string): Promise<Sitting> =>
  api("POST /assessment/exams/:exam/sitting", {
    where: { exam },
    body: { machine: thisMachine() },
  });

/** What comes of it: a share that passes, or nothing at all. */
function OwnRules({ of: { measures, passingPercent } }: { of: Own }) {
  const { t } = useTranslation("sitting");
  if (measures === null) return <li>{t("rules.pass", { percent: passingPercent })}</li>;
  return (
    <>
      <li>{t("measures.counts")}</li>
      {measures.moment === "before" ? <li>{t("measures.again")}</li> : null}
    </>
  );
}

/** What an exam asks and how it goes, before it is begun. */
function Before({ of, onBegun }: { of: Own; onBegun: (sitting: Sitting) => void }) {
  const { t } = useTranslation("sitting");
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    setError(null);
    try {
      onBegun(await sitHere(of.id));
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    }
  };
  const mayBegin = of.state === "ready" || of.state === "writing";
  return (
    <Card title={t(`states.${of.state}`)}>
      <div className="form">
        {mayBegin ? (
          <ul className="effects">
            <li>{t("rules.time", { count: of.minutes })}</li>
            <li>{t("rules.saved")}</li>
            <li>{t("rules.machine")}</li>
            <OwnRules of={of} />
          </ul>
        ) : (
          <p>{t(of.measures === null ? `about.${of.state}` : "measures.wait")}</p>
        )}
        {error === null ? null : <Problem error={error} />}
        {mayBegin || of.state === "coming" ? (
          <div className="row">
            <ReasonButton
              loading={isBusy}
              reason={mayBegin ? null : t("about.coming")}
              onClick={() => void begin()}
            >
              {of.state === "writing" ? t("goOn") : t("begin")}
            </ReasonButton>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** A practical exam is played in its season's own rooms. */
function Practical({ of }: { of: Own }) {
  const { t } = useTranslation("sitting");
  const isOpen = of.state === "ready";
  return (
    <Card title={t(isOpen ? "practical.open" : `states.${of.state}`)}>
      <div className="form">
        <p>{isOpen ? t("practical.text") : t(`about.${of.state}`)}</p>
        {isOpen ? (
          <div className="row">
            <Button component={Link} to="/seasons">
              {t("practical.toSeason")}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function OneExam({ of }: { of: Own }) {
  const { t } = useTranslation("sitting");
  const name = useExamName()(of);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [sitting, setSitting] = useState<Sitting | null>(null);
  const leave = () => {
    setSitting(null);
    void client.invalidateQueries({ queryKey: ["GET /assessment/exams"] });
    void navigate({ to: `/my-exams/${of.id}` });
  };
  // The room is left first: what is loaded afresh has what the other machine wrote. Where the
  // server refuses, the page before the exam says why at the next try.
  const takeOver = () => {
    setSitting(null);
    sitHere(of.id).then(setSitting, () => undefined);
  };
  if (sitting !== null)
    return (
      <>
        <h1 className="visually-hidden">{name}</h1>
        <SittingRoom key={sitting.sitting} of={sitting} onHere={takeOver} onIn={leave} />
      </>
    );
  return (
    <>
      <PageHead title={name} text={<ExamFacts of={of} />}>
        <Button component={Link} to="/my-exams" variant="default">
          {t("toMine")}
        </Button>
      </PageHead>
      <div className="grid">
        {of.measures?.isOver === true ? (
          <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
            <OwnLearning of={of.measures.measurement} />
          </Suspense>
        ) : of.state === "published" ? (
          <OwnResult exam={of.id} />
        ) : of.kind === "practical" ? (
          <Practical of={of} />
        ) : (
          <Before of={of} onBegun={setSitting} />
        )}
      </div>
    </>
  );
}

/** One exam of a student: how it goes, the sitting itself, and what came of it. */
export default function MyExam() {
  const { t } = useTranslation("sitting");
  const id = usePlace("exam");
  const exams = useAnswer("GET /assessment/exams", {}, { pollMillis: askedAgainMillis });
  return (
    <Loaded of={exams}>
      {(list) => {
        const of = list.find((one) => one.id === id);
        if (of === undefined) return <Empty isPage title={t("gone.title")} text={t("gone.text")} />;
        return <OneExam key={id} of={of} />;
      }}
    </Loaded>
  );
}
