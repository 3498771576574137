import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Delta } from "../../parts/figures.tsx";
import { useFormat } from "../../text/format.ts";
import { CourseName } from "../courses/course-name.tsx";
import type { Competency } from "./framework-map.ts";
import { PieceEvents } from "./piece-events.tsx";
import type { PieceView } from "./standing.ts";

type Rule = Competency["rule"];
type Part = { piece: PieceView; rule: Rule };

/** The most that a piece may weigh, in single events. */
const weightMax = 20;

/** When and where it was shown; a season that opens is a link to its store. */
function Head({ piece, isOpen }: { piece: PieceView; isOpen: boolean }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { context, store, day, state } = piece;
  const isRoom = isOpen && context.kind === "season" && store !== null;
  const name = context.name === "" ? t(`where.${context.kind}`) : context.name;
  return (
    <header className="row row-wrap piece-head">
      <time dateTime={day}>{format.date(day)}</time>
      {isRoom ? (
        <Link to={`/s/${context.id}/${store}/today`}>{name}</Link>
      ) : context.course === null ? (
        <span>{name}</span>
      ) : (
        <CourseName of={context.course} name={name} />
      )}
      <span className="push" />
      <span className={`badge ${state === "counted" ? "badge-good" : ""}`}>
        {t(`states.${state}`)}
      </span>
    </header>
  );
}

/** What was reached against the rule, with the sign of whether it does. */
function Reached({ piece, rule }: Part) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const isReached = rule.op === ">=" ? piece.mean >= rule.threshold : piece.mean <= rule.threshold;
  const facts = {
    measure: format.name(rule.measureName),
    figure: measureFigure(rule.unit, piece.mean),
    rule: `${rule.op === ">=" ? "≥" : "≤"} ${measureFigure(rule.unit, rule.threshold)}`,
  };
  return (
    <p className="framework-rule piece-reached">
      <strong>{t("reached", { ...facts })}</strong>{" "}
      <span className={isReached ? "good" : "warn"}>
        <span aria-hidden="true">{isReached ? "✓ " : "○ "}</span>
        {isReached ? t("isReached") : t("isMissed")}
      </span>
    </p>
  );
}

/** "62 % → 74 %": the chance that the person reaches the rule, before it and after. */
function Change({ piece: { before, after } }: { piece: PieceView }) {
  const { t } = useTranslation("evidence");
  if (before === null || after === null) return null;
  return (
    <div>
      <dt>{t("chance")}</dt>
      <dd>
        <span aria-label={t("chanceFromTo", { before, after })} role="img">
          {t("percent", { of: before })} → {t("percent", { of: after })}
        </span>{" "}
        <Delta change={after - before} text={t("points", { count: Math.abs(after - before) })} />
      </dd>
    </div>
  );
}

/** How much it says: a bar and a number, in single events that have nothing to do with another. */
function Weight({ piece: { weight, isWhole } }: { piece: PieceView }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  return (
    <div>
      <dt>{t("weight")}</dt>
      <dd>
        <span className="meter" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * weight) / weightMax)}%` }} />
        </span>{" "}
        {t("weightText", { weight: format.number(weight, 1) })}
        {isWhole ? null : <span className="soft"> · {t("notWhole")}</span>}
      </dd>
    </div>
  );
}

/** A market goes by its country. */
function useCountryName(): (market: string) => string {
  const { language } = useFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language === "zh" ? "zh-CN" : "en"], { type: "region" });
    return (market) => names.of(market.toUpperCase()) ?? market;
  }, [language]);
}

function Facts({ piece, rule }: Part) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const countryName = useCountryName();
  return (
    <dl className="piece-facts">
      <Change piece={piece} />
      <div>
        <dt>{t("events")}</dt>
        <dd>
          {t("eventsText", {
            events: format.number(piece.events),
            event: format.name(rule.eventName),
          })}
        </dd>
      </div>
      <Weight piece={piece} />
      {rule.by === "person" || piece.share === 1 ? null : (
        <div>
          <dt>{t("share")}</dt>
          <dd>{measureFigure("share", piece.share)}</dd>
        </div>
      )}
      {piece.markets.length === 0 ? null : (
        <div>
          <dt>{t("markets")}</dt>
          <dd>{piece.markets.map((market) => countryName(market)).join(" · ")}</dd>
        </div>
      )}
    </dl>
  );
}

/** Why it does not count, in words, with what whoever voided it wrote. */
function NotCounted({ piece: { state, note } }: { piece: PieceView }) {
  const { t } = useTranslation("evidence");
  if (state === "counted") return null;
  return (
    <p className="piece-reason">
      {t(`reasons.${state}`)}
      {note === "" ? null : <q>{note}</q>}
    </p>
  );
}

/** What was said against it, and what became of that. */
function Objection({ piece: { contest } }: { piece: PieceView }) {
  const { t } = useTranslation("evidence");
  if (contest === null) return null;
  const { state, text, answer } = contest;
  return (
    <div className={`need ${state === "open" ? "need-soon" : "need-hint"} objection`}>
      <h3>
        {t("objection")} <span className="badge">{t(`verdicts.${state}`)}</span>
      </h3>
      <p>{text}</p>
      {answer === "" ? null : (
        <>
          <h3>{t("answer")}</h3>
          <p>{answer}</p>
        </>
      )}
    </div>
  );
}

/** One piece of evidence; what does not count is greyed and says why. */
export function Piece({
  piece,
  rule,
  isOpen,
  acts,
}: Part & {
  /** Whether the season's rooms open to who looks. */
  isOpen: boolean;
  acts: ReactNode;
}) {
  const part = { piece, rule };
  return (
    <article className={piece.state === "counted" ? "piece" : "piece piece-off"}>
      <Head piece={piece} isOpen={isOpen} />
      <NotCounted piece={piece} />
      <Reached {...part} />
      <Facts {...part} />
      <PieceEvents {...part} isOpen={isOpen} />
      <Objection piece={piece} />
      {acts}
    </article>
  );
}
