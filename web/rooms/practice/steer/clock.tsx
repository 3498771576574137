import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { SeasonClock } from "../../../frame/season-clock.tsx";
import { useSeason } from "../../../frame/season-context.tsx";
import { Card, Problem } from "../../../parts/page.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useFormat } from "../../../text/format.ts";
import { PaceFields } from "./pace-fields.tsx";
import { choiceOf, paceFault, paceOf } from "./season-plan.ts";
import { seen, useSteer } from "./use-steer.ts";

const extensions = [5, 15, 60, 1_440] as const;

/** More time for the day that is open; for everybody, because they share one market. */
function Extend() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const extend = useAct("POST /practice/seasons/:season/extend", seen);
  const { isOver } = useSteer();
  const why = isOver
    ? t("why.isOver")
    : season.state === "lobby"
      ? t("why.notBegun")
      : season.closesAt === null
        ? t("why.noClock")
        : null;
  return (
    <div className="form">
      <p className="soft">{t("clock.extendText")}</p>
      {why === null ? null : <p className="soft">{why}</p>}
      <div className="row row-wrap">
        {extensions.map((minutes) => (
          <ReasonButton
            key={minutes}
            variant="default"
            reason={why}
            loading={extend.isPending}
            onClick={() => extend.mutate({ where: { season: season.id }, body: { minutes } })}
          >
            {t(`clock.more.${minutes}`)}
          </ReasonButton>
        ))}
      </div>
      {extend.error === null ? null : <Problem error={extend.error} />}
    </div>
  );
}

function PaceForm() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const { isOver } = useSteer();
  const [choice, setChoice] = useState(() => choiceOf(season.pace));
  const setPace = useAct("PUT /practice/seasons/:season/pace", seen);
  const next = paceOf(choice);
  const isSame = JSON.stringify(next) === JSON.stringify(paceOf(choiceOf(season.pace)));
  const why = !season.maySteer
    ? t("why.onlyTeacher")
    : isOver
      ? t("why.isOver")
      : isSame
        ? t("why.samePace")
        : null;
  const fault = paceFault(choice);
  const isSet = setPace.isSuccess && isSame;
  const send = () => setPace.mutate({ where: { season: season.id }, body: next });
  const submit = (event: FormEvent) => event.preventDefault();
  return (
    <form className="form" onSubmit={submit}>
      <PaceFields value={choice} onChange={setChoice} />
      {setPace.error === null ? null : <Problem error={setPace.error} />}
      <div className="row row-wrap">
        <ReasonButton
          onClick={send}
          loading={setPace.isPending}
          reason={fault === null ? why : t(`pace.${fault}`)}
        >
          {t("clock.setPace")}
        </ReasonButton>
        <span aria-live="polite" className={isSet ? "good" : "soft"}>
          {isSet ? t("clock.paceSet") : fault === null ? why : null}
        </span>
      </div>
    </form>
  );
}

/** Ends a season before its last day; asked for twice, since a day is lost by taking it back. */
function Finish() {
  const { t } = useTranslation("steer");
  const steer = useSteer();
  const [isAsked, setAsked] = useState(false);
  const why = !steer.season.maySteer ? t("why.onlyTeacher") : steer.isOver ? t("why.isOver") : null;
  const go = () => {
    steer.finish();
    setAsked(false);
  };
  return (
    <div className="form">
      <p className="soft">{t("clock.finishText")}</p>
      <div>
        <ReasonButton variant="default" reason={why} onClick={() => setAsked(true)}>
          {t("clock.finish")}
        </ReasonButton>
      </div>
      {why === null ? null : <p className="soft">{why}</p>}
      {steer.error === null ? null : <Problem error={steer.error} />}
      <Modal opened={isAsked} onClose={() => setAsked(false)} title={t("clock.finishAsk")}>
        <div className="form">
          <p>{t("clock.finishText")}</p>
          <div className="row">
            <Button onClick={go}>{t("clock.finish")}</Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {t("clock.goOn")}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}

/** What becomes of a store that hands nothing in; it was settled when the season was made. */
function AbsenceRule() {
  const { t } = useTranslation("absence");
  const { absence } = useSeason();
  return (
    <Card title={t("title")} note={t(`rules.${absence}.name`)}>
      <p className="soft">{t(`rules.${absence}.text`)}</p>
    </Card>
  );
}

/** When days close, and what may be done about the one that is open. */
export function Clock() {
  const { t } = useTranslation("steer");
  const format = useFormat();
  const season = useSeason();
  return (
    <div className="grid-2-1">
      <Card title={t("pace.title")}>
        <PaceForm key={JSON.stringify(season.pace)} />
      </Card>
      <div className="grid">
        <Card title={t("clock.now")} note={t(`states.${season.state}`)}>
          <div className="form">
            <SeasonClock />
            <p className="soft">{t("clock.date", { date: format.date(season.date) })}</p>
            {season.closesAt === null ? null : (
              <p className="soft">
                {t("clock.closesAt", { at: format.dateTime(season.closesAt) })}
              </p>
            )}
            <Extend />
          </div>
        </Card>
        <AbsenceRule />
        <Card title={t("clock.end")}>
          <Finish />
        </Card>
      </div>
    </div>
  );
}
