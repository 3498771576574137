import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { RichText } from "../../parts/rich-text.tsx";
import { useFormat } from "../../text/format.ts";

type Result = Answer<"GET /assessment/exams/:exam/result">;
type Question = Result["questions"][number];

/** A share as a bar with its figure beside it. */
function ShareRow({ name, percent, note }: { name: string; percent: number; note: string }) {
  return (
    <li className="share-row">
      <span>{name}</span>
      <meter min={0} max={100} value={percent} aria-label={`${name} ${note}`} />
      <span className="share-note">{note}</span>
    </li>
  );
}

function Summary({ of }: { of: Result }) {
  const { t } = useTranslation("sitting");
  const format = useFormat();
  const framework = useAnswer("GET /framework", {});
  const nameOf = (topic: string) => {
    const found = framework.data?.competencies.find(({ id }) => id === topic);
    return found === undefined ? topic : `${topic} ${format.name(found.name)}`;
  };
  const badge = of.isPassed ? "badge-good" : "badge-bad";
  return (
    <Card
      title={
        <>
          {t("result.title")}{" "}
          <span className={`badge ${badge}`}>{t(of.isPassed ? "passed" : "notPassed")}</span>
        </>
      }
      note={t("result.pass", { percent: of.passingPercent })}
    >
      <p className="result-points">
        <strong>{format.number(of.reachedCenti / 100, 1)}</strong>{" "}
        {t("result.of", { points: format.number(of.ofCenti / 100) })}
      </p>
      <ul className="plain-list share-list">
        {of.topics.map(({ topic, percent }) => (
          <ShareRow key={topic} name={nameOf(topic)} percent={percent} note={`${percent} %`} />
        ))}
        {of.units.map((unit) => (
          <ShareRow
            key={unit.id}
            name={format.name(unit)}
            percent={(100 * unit.reachedCenti) / (100 * unit.points)}
            note={`${format.number(unit.reachedCenti / 100, 1)} / ${unit.points}`}
          />
        ))}
      </ul>
      <p className="soft">
        {t("result.evidence")} <Link to="/competencies">{t("result.toCompetencies")}</Link>
      </p>
    </Card>
  );
}

function Choices({ of }: { of: Question }) {
  const { t } = useTranslation("sitting");
  const { answer } = of;
  const chosen = answer !== null && "chosen" in answer ? answer.chosen : [];
  return (
    <ul className="plain-list answer-list">
      {of.options.map(({ place, text }) => {
        const [isRight, isOwn] = [of.right.chosen.includes(place), chosen.includes(place)];
        const look = isRight ? " answer-right" : isOwn ? " answer-wrong" : "";
        return (
          <li key={place} className={`answer-choice answer-shown${look}`}>
            <RichText of={text} />
            <span className="row row-wrap">
              {isOwn ? <span className="badge">{t("result.own")}</span> : null}
              {isRight ? <span className="badge badge-good">{t("result.right")}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What was said, in words, and what would have been right. */
function Words({ of }: { of: Question }) {
  const { t } = useTranslation("sitting");
  const { answer, right } = of;
  const said = (() => {
    if (answer === null) return "";
    if ("isTrue" in answer) return answer.isTrue ? t("true") : t("false");
    if ("matches" in answer) return "";
    return "text" in answer ? answer.text : "";
  })();
  const isRight =
    right.isTrue === null ? right.texts.join(" · ") : right.isTrue ? t("true") : t("false");
  if (of.type === "matching") return <Pairs of={of} />;
  return (
    <dl className="said">
      <dt>{t("result.own")}</dt>
      <dd className="said-own">{said === "" ? t("unanswered") : said}</dd>
      {isRight === "" ? null : (
        <>
          <dt>{t("result.right")}</dt>
          <dd>{isRight}</dd>
        </>
      )}
    </dl>
  );
}

function Pairs({ of }: { of: Question }) {
  const { t } = useTranslation("sitting");
  const own = of.answer !== null && "matches" in of.answer ? of.answer.matches : [];
  return (
    <ul className="plain-list answer-list">
      {of.prompts.map((prompt, at) => {
        const isRight = own[at] === of.right.texts[at];
        return (
          <li
            key={at}
            className={`answer-choice answer-shown ${isRight ? "answer-right" : "answer-wrong"}`}
          >
            <RichText of={prompt} />
            <span>
              {own[at] ?? t("unanswered")}
              {isRight ? null : (
                <>
                  {" "}
                  · {t("result.right")}: <strong>{of.right.texts[at]}</strong>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function OneQuestion({ of }: { of: Question }) {
  const { t } = useTranslation("sitting");
  const format = useFormat();
  const points = `${format.number(of.reachedPoints, 1)} / ${format.number(of.points)}`;
  const isWhole = of.reachedPoints === of.points;
  const isNone = of.reachedPoints === 0;
  return (
    <li className="result-question">
      <h3>
        {of.place + 1}{" "}
        <span className={`badge ${isWhole ? "badge-good" : isNone ? "badge-bad" : "badge-warn"}`}>
          {t("result.points", { points })}
        </span>
      </h3>
      <RichText of={of.stem} />
      {of.options.length > 0 ? <Choices of={of} /> : <Words of={of} />}
      {of.note === "" ? null : (
        <p className="hint">
          {t("result.note")}: {of.note}
        </p>
      )}
      {of.explanations.map((one, at) => (
        <div key={at} className="explanation">
          <RichText of={one} />
        </div>
      ))}
    </li>
  );
}

/** What somebody reached, and each question with what would have been right and why. */
export function OwnResult({ exam }: { exam: string }) {
  const { t } = useTranslation("sitting");
  const result = useAnswer("GET /assessment/exams/:exam/result", { where: { exam } });
  return (
    <Loaded of={result}>
      {(of) => (
        <>
          <Summary of={of} />
          {of.questions.length === 0 ? null : (
            <Card title={t("result.questions")}>
              <ol className="plain-list result-list">
                {of.questions.map((one) => (
                  <OneQuestion key={one.place} of={one} />
                ))}
              </ol>
            </Card>
          )}
        </>
      )}
    </Loaded>
  );
}
