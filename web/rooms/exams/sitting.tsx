import { Button, Checkbox, Modal } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, Problem } from "../../parts/page.tsx";
import { RichText } from "../../parts/rich-text.tsx";
import { useFormat } from "../../text/format.ts";
import { clockText, isAnswered } from "./answer-keeper.ts";
import { QuestionInput } from "./question-input.tsx";
import { SetAside } from "./set-aside.tsx";
import { type Sitting, useSitting } from "./use-sitting.ts";

type Keeper = ReturnType<typeof useSitting>;

/** From so few seconds on the clock stands out; these moments are read out. */
const shortSeconds = 300;
const toldSeconds = [600, 300, 60];

/** Time and the state of the line: what somebody who writes wants to know at a glance. */
function SittingBar({ keeper, name }: { keeper: Keeper; name: string }) {
  const { t } = useTranslation("sitting");
  const { left, line, waiting } = keeper;
  const told = toldSeconds.find((seconds) => left <= seconds && left > seconds - 5);
  return (
    <div className="sitting-bar">
      <strong className="truncate">{name}</strong>
      <span className={`sitting-line sitting-line-${line}`} role="status">
        {t(`line.${line}`, { count: waiting })}
      </span>
      <span
        className={left <= shortSeconds ? "sitting-clock sitting-clock-short" : "sitting-clock"}
        role="timer"
        aria-label={t("timeLeft", { time: clockText(left) })}
      >
        {clockText(left)}
      </span>
      <span className="visually-hidden" role="status">
        {told === undefined ? "" : t("minutesLeft", { count: told / 60 })}
      </span>
    </div>
  );
}

/** All questions as numbers: what is answered, what is marked for later, where one is. */
function Overview({
  of,
  keeper,
  at,
  onGo,
}: {
  of: Sitting;
  keeper: Keeper;
  at: number;
  onGo: (place: number) => void;
}) {
  const { t } = useTranslation("sitting");
  return (
    <ol className="overview" aria-label={t("overview")}>
      {of.questions.map(({ place }) => {
        const own = keeper.answers[place];
        const isDone = isAnswered(own?.answer);
        const isLater = own?.isForLater === true;
        const says = [isDone ? t("answered") : t("unanswered"), isLater ? t("forLater") : ""];
        return (
          <li key={place}>
            <button
              type="button"
              className={`overview-place${isDone ? " overview-done" : ""}`}
              aria-current={place === at ? "step" : undefined}
              aria-label={`${place + 1}, ${says.filter(Boolean).join(", ")}`}
              onClick={() => onGo(place)}
            >
              {place + 1}
              {isLater ? <span className="overview-later" aria-hidden="true" /> : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function OneQuestion({ of, keeper, at }: { of: Sitting; keeper: Keeper; at: number }) {
  const { t } = useTranslation("sitting");
  const format = useFormat();
  const question = of.questions[at]!;
  const own = keeper.answers[at];
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [at]);
  return (
    <>
      <h2 className="question-head" tabIndex={-1} ref={head}>
        {t("questionOf", { at: at + 1, of: of.questions.length })}
        <span className="dim">
          {question.section === "" ? null : <> · {question.section}</>} ·{" "}
          {t("points", { count: question.points, points: format.number(question.points) })}
        </span>
      </h2>
      <div className="question-stem">
        <RichText of={question.stem} />
      </div>
      <p className="soft">{t(`how.${question.type}`)}</p>
      <QuestionInput
        key={at}
        of={question}
        answer={own?.answer ?? null}
        onAnswer={(answer) => keeper.answer(at, { answer })}
      />
      <Checkbox
        label={t("markForLater")}
        checked={own?.isForLater === true}
        onChange={(event) => keeper.answer(at, { isForLater: event.currentTarget.checked })}
      />
    </>
  );
}

/** What handing in means, with what is still open, before it is done. */
function HandIn({ of, keeper, onIn }: { of: Sitting; keeper: Keeper; onIn: () => void }) {
  const { t } = useTranslation("sitting");
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const own = of.questions.map(({ place }) => keeper.answers[place]);
  const open = own.filter((one) => !isAnswered(one?.answer)).length;
  const later = own.filter((one) => one?.isForLater === true).length;
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await keeper.handIn();
      onIn();
    } catch (failure) {
      setError(failure as Error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button variant={open === 0 ? "filled" : "default"} onClick={() => setOpen(true)}>
        {t("handIn.open")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("handIn.title")}>
        <div className="form">
          <ul className="effects">
            {open === 0 ? <li>{t("handIn.all")}</li> : <li>{t("handIn.left", { count: open })}</li>}
            {later === 0 ? null : <li>{t("handIn.later", { count: later })}</li>}
            <li>{t("handIn.final")}</li>
          </ul>
          {error === null ? null : <Problem error={error} />}
          <div className="row row-wrap">
            <Button loading={isBusy} onClick={() => void send()}>
              {t("handIn.send")}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t("handIn.back")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

/** The exam has moved to another machine, or time is up. */
function Stopped({
  keeper,
  onHere,
  onDone,
}: {
  keeper: Keeper;
  onHere: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("sitting");
  const isOver = keeper.seat === "over";
  return (
    <Card label={isOver ? t("over.title") : t("elsewhere.title")}>
      <div className="form" role="alert">
        <h2>{isOver ? t("over.title") : t("elsewhere.title")}</h2>
        <p>{isOver ? t("over.text") : t("elsewhere.text")}</p>
        {isOver && keeper.waiting > 0 ? (
          <p className="problem">{t("over.tooLate", { count: keeper.waiting })}</p>
        ) : null}
        <div className="row">
          <Button onClick={isOver ? onDone : onHere}>
            {isOver ? t("toMine") : t("elsewhere.here")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** Writing an exam: one question at a time, everything kept as it is answered. */
export function SittingRoom({
  of,
  onHere,
  onIn,
}: {
  of: Sitting;
  /** Goes on at this machine after another had it. */
  onHere: () => void;
  onIn: () => void;
}) {
  const { t } = useTranslation("sitting");
  const keeper = useSitting(of);
  const [at, setAt] = useState(0);
  const last = of.questions.length - 1;
  if (keeper.seat !== "here") return <Stopped keeper={keeper} onHere={onHere} onDone={onIn} />;
  return (
    <div className="sitting">
      <SittingBar keeper={keeper} name={of.name} />
      {keeper.line === "waiting" ? (
        <p className="hint" role="alert">
          {t("offline", { count: keeper.waiting })}
        </p>
      ) : null}
      <SetAside of={of} keeper={keeper} onGo={setAt} />
      <div className="sitting-desk">
        <section className="card sitting-question">
          <OneQuestion of={of} keeper={keeper} at={at} />
          <div className="row sitting-steps">
            <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {t("before")}
            </Button>
            {at < last ? (
              <Button onClick={() => setAt(at + 1)}>{t("next")}</Button>
            ) : (
              <HandIn of={of} keeper={keeper} onIn={onIn} />
            )}
          </div>
        </section>
        <section className="card sitting-overview">
          <h2>{t("overview")}</h2>
          <Overview of={of} keeper={keeper} at={at} onGo={setAt} />
          <p className="soft">{t("overviewHint")}</p>
          {at < last ? <HandIn of={of} keeper={keeper} onIn={onIn} /> : null}
        </section>
      </div>
    </div>
  );
}
