import "./debrief.css";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import type { Answer } from "../../../api/client.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Empty, Loaded } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { type Question, useQuestionText } from "../question-text.ts";
import { useStoreName } from "../store-name.ts";

type Asked = Answer<"GET /practice/seasons/:season/questions">["people"][number];

/** For the teacher's eyes: what to ask each person, what the engine says, what was answered. */
export function Questions() {
  const { t } = useTranslation("lessons");
  const { id } = useSeason();
  const answer = useAnswer("GET /practice/seasons/:season/questions", { where: { season: id } });
  return (
    <Loaded of={answer}>
      {({ people }) => {
        if (people.length === 0)
          return <Empty title={t("questions.none.title")} text={t("questions.none.text")} />;
        const count = people.filter((one) => one.answer !== null).length;
        return (
          <div className="form">
            <p className="soft">
              {t("questions.text")} {t("questions.answered", { count, of: people.length })}
            </p>
            <div className="asked-people">
              {people.map((one) => (
                <Person key={one.person} one={one} />
              ))}
            </div>
          </div>
        );
      }}
    </Loaded>
  );
}

function Person({ one }: { one: Asked }) {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  const say = useQuestionText();
  const nameOf = useStoreName();
  const { name, store, storeName, questions, answer } = one;
  return (
    <details>
      <summary>
        {t("questions.of", { name, store: nameOf({ store, name: storeName }) })}{" "}
        {answer === null ? null : (
          <span className="badge badge-good">{t("questions.hasAnswered")}</span>
        )}
      </summary>
      <ol className="asked-list">
        {questions.map((question) => (
          <li key={`${question.rule}/${question.day}/${say(question)}`}>
            {say(question)}
            {question.day === 0 ? null : <Effect store={store} question={question} />}
          </li>
        ))}
      </ol>
      {answer === null ? null : (
        <section className="asked-answer" aria-label={t("questions.answer")}>
          <p className="soft">{say(answer.question)}</p>
          <blockquote>{answer.text}</blockquote>
          <p className="dim">{t("questions.at", { at: format.dateTime(answer.savedAt) })}</p>
        </section>
      )}
    </details>
  );
}

/** Asked for by hand only: each takes the engine a moment. */
function Effect({ store, question }: { store: number; question: Question }) {
  const { t } = useTranslation("lessons");
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <Explained store={store} day={question.day} />;
  return (
    <>
      {" "}
      <Button size="compact-xs" variant="subtle" onClick={() => setAsked(true)}>
        {t("questions.engine")}
      </Button>
    </>
  );
}

function Explained({ store, day }: { store: number; day: number }) {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  const { id, booksCurrency } = useSeason();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/why", {
    where: { season: id, store: String(store) },
    asks: { day: String(day), against: "own" },
  });
  return (
    <Loaded of={answer}>
      {({ figures }) => {
        const profit = figures.find((figure) => figure.id === "profit");
        const change = profit === undefined ? 0 : profit.after - profit.before;
        const money = format.money(change, booksCurrency, { sign: true });
        return (
          <p className="soft">
            {change === 0
              ? t("questions.noEffect", { day })
              : t("questions.effect", { day, money })}
          </p>
        );
      }}
    </Loaded>
  );
}
