import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { Loaded, Problem } from "../../parts/page.tsx";
import { RichText } from "../../parts/rich-text.tsx";
import type { Language } from "../../text/text.ts";
import type { GivenAnswer } from "../exams/answer-keeper.ts";
import { QuestionInput } from "../exams/question-input.tsx";
import "../exams/exams.css";

type Check = Answer<"GET /courses/:course/checks/:question">;
type Asked = Check["zh"];
type Marked = Answer<"POST /courses/:course/checks/:question">;

const wholeMicro = 1_000_000;

/** What would have been right, in the question's own words. */
function useRight(): (asked: Asked, right: Marked["right"]) => readonly string[] {
  const { t } = useTranslation("courses");
  return ({ type, options, prompts }, { chosen, isTrue, texts }) => {
    if (isTrue !== null) return [isTrue ? t("check.true") : t("check.false")];
    if (type === "matching") return prompts.map(({ text }, at) => `${text} → ${texts[at] ?? ""}`);
    if (chosen.length === 0) return texts;
    return options.filter(({ place }) => chosen.includes(place)).map(({ text }) => text.text);
  };
}

/** How it went, why, and what would have been right. */
function Told({ asked, marked }: { asked: Asked; marked: Marked }) {
  const { t } = useTranslation("courses");
  const rightOf = useRight();
  const { shareMicro, explanations, right } = marked;
  const isRight = shareMicro === wholeMicro;
  const state = isRight ? "right" : shareMicro > 0 ? "partly" : "wrong";
  return (
    <div className={`check-told check-${state}`} role="status">
      <strong>{t(`check.${state}`)}</strong>
      {isRight ? null : <p>{t("check.rightIs", { answer: rightOf(asked, right).join(" · ") })}</p>}
      {explanations.map((one, at) => (
        <RichText key={at} of={one} />
      ))}
    </div>
  );
}

function OneCheck({ of, course, language }: { of: Check; course: string; language: Language }) {
  const { t } = useTranslation("courses");
  const [answer, setAnswer] = useState<GivenAnswer>(null);
  const mark = useAct("POST /courses/:course/checks/:question", ["GET /courses/:course/checks"]);
  const asked = of[language];
  const change = (next: GivenAnswer) => {
    setAnswer(next);
    mark.reset();
  };
  const send = () => {
    if (answer === null) return;
    const where = { course, question: of.id };
    mark.mutate({ where, body: { language, answer } });
  };
  const state = mark.data?.state ?? of.state;
  if (of.isInExam)
    return (
      <li className="check">
        <RichText of={asked.stem} />
        <p className="hint">{t("check.inExam")}</p>
      </li>
    );
  return (
    <li className="check">
      <RichText of={asked.stem} />
      {asked.type === "multiple-choice" ? <p className="soft">{t("check.several")}</p> : null}
      <QuestionInput of={asked} answer={answer} onAnswer={change} />
      {mark.error === null ? null : <Problem error={mark.error} />}
      {mark.data === undefined ? (
        <div className="row row-wrap">
          <Button
            variant="default"
            size="sm"
            disabled={answer === null}
            loading={mark.isPending}
            onClick={send}
          >
            {t("check.send")}
          </Button>
          {state === null ? null : (
            <span className="soft">
              {t(state.bestMicro === wholeMicro ? "check.wasRight" : "check.wasAnswered")}
            </span>
          )}
        </div>
      ) : (
        <Told asked={asked} marked={mark.data} />
      )}
    </li>
  );
}

function Fetched({
  course,
  question,
  language,
}: {
  course: string;
  question: string;
  language: Language;
}) {
  const check = useAnswer("GET /courses/:course/checks/:question", { where: { course, question } });
  return (
    <Loaded of={check} rows={2}>
      {(of) => <OneCheck key={language} of={of} course={course} language={language} />}
    </Loaded>
  );
}

/** Questions at the end of a part: marked and explained at once, as often as one likes. */
export function CheckBlock({
  course,
  questions,
  language,
}: {
  course: string;
  questions: readonly string[];
  language: Language;
}) {
  const { t } = useTranslation("courses");
  return (
    <section className="checks" aria-label={t("check.title")}>
      <h3>{t("check.title")}</h3>
      <ol className="plain-list">
        {questions.map((one) => (
          <Fetched key={one} course={course} question={one} language={language} />
        ))}
      </ol>
    </section>
  );
}
