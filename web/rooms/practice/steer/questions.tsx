import "./questions.css";
import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Card, Empty, Loaded, Problem } from "../../../parts/page.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useFormat } from "../../../text/format.ts";
import { QuestionFacts } from "./question-facts.tsx";
import { askedOf, type Integrity, nameOf, type Question, sorted } from "./question-words.ts";

const changed = ["GET /practice/seasons/:season/integrity"] as const;

/** What stands out in the log, for the teacher to ask about. It judges nobody. */
export default function Questions() {
  const { t } = useTranslation("integrity");
  const { id, maySteer } = useSeason();
  const found = useAnswer(
    "GET /practice/seasons/:season/integrity",
    { where: { season: id } },
    {
      enabled: maySteer,
      keepPrevious: true,
      pollMillis: (last) => (last?.look?.isDone === false ? 2_000 : 0),
    },
  );
  if (!maySteer)
    return (
      <Card title={t("title")}>
        <Empty title={t("title")} text={t("onlyTeacher")} />
      </Card>
    );
  return (
    <div className="grid">
      <Card title={t("title")}>
        <div className="question">
          <p className="soft">{t("note")}</p>
          <Loaded of={found} rows={1}>
            {(data) => <Look data={data} />}
          </Loaded>
        </div>
      </Card>
      {found.data === undefined ? null : <List data={found.data} />}
    </div>
  );
}

function Look({ data }: { data: Integrity }) {
  const { t } = useTranslation("integrity");
  const format = useFormat();
  const { id } = useSeason();
  const act = useAct("POST /practice/seasons/:season/integrity", changed);
  const { look, lastDay } = data;
  if (look !== null && !look.isDone)
    return (
      <p role="status">
        {t("looking", { days: look.toDay, percent: format.percent(look.percent * 100, 0) })}
      </p>
    );
  const isCurrent = look?.isCurrent === true;
  const reason = lastDay < 1 ? t("nothingClosed") : isCurrent ? t("upToDate") : null;
  return (
    <>
      {look === null ? null : (
        <p>{t("looked", { day: look.toDay, name: look.by, at: format.dateTime(look.at) })}</p>
      )}
      <div>
        <ReasonButton
          loading={act.isPending}
          reason={reason}
          onClick={() => act.mutate({ where: { season: id } })}
        >
          {t(look === null ? "look" : "lookAgain")}
        </ReasonButton>
      </div>
      {act.error === null ? null : <Problem error={act.error} />}
    </>
  );
}

function List({ data }: { data: Integrity }) {
  const { t } = useTranslation("integrity");
  const { look } = data;
  const { open, aside } = sorted(data);
  if (look === null)
    return (
      <Card label={t("title")}>
        <Empty title={t("never.title")} text={t("never.text")} />
      </Card>
    );
  return (
    <>
      {look.isDone && data.questions.length === 0 ? (
        <Card label={t("title")}>
          <Empty title={t("none.title")} text={t("none.text", { day: look.toDay })} />
        </Card>
      ) : null}
      {open.map((one) => (
        <One key={one.key} question={one} data={data} isAside={false} />
      ))}
      {aside.length === 0 ? null : (
        <details>
          <summary>{t("aside.title", { count: aside.length })}</summary>
          <div className="grid">
            {aside.map((one) => (
              <One key={one.key} question={one} data={data} isAside />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function One({
  question,
  data,
  isAside,
}: {
  question: Question;
  data: Integrity;
  isAside: boolean;
}) {
  const { t } = useTranslation("integrity");
  const format = useFormat();
  const { id } = useSeason();
  const remarks = data.remarks.filter(({ key }) => key === question.key);
  return (
    <Card title={t(`kind.${question.kind}`)}>
      <div className="question">
        <p className="question-ask">{t(`ask.${question.kind}`, askedOf(question, data, format))}</p>
        <QuestionFacts question={question} stores={data.stores} />
        <p className="row row-wrap">
          {question.stores.map((store) => (
            <Link
              key={store}
              to={`/t/${id}/season`}
              search={{ tab: "log", store } as never}
              className="badge"
            >
              {t("log", { name: nameOf(data.stores, store) })}
            </Link>
          ))}
        </p>
        {remarks.length === 0 ? null : (
          <ul className="question-remarks">
            {remarks.map((one) => (
              <li key={one.at} className="soft">
                {t(one.isAside ? "aside.was" : "aside.wasAgain", {
                  name: one.by,
                  at: format.dateTime(one.at),
                })}
                {one.note === "" ? null : (
                  <>
                    {" "}
                    <q>{one.note}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <Aside question={question} isAside={isAside} />
      </div>
    </Card>
  );
}

/** Puts a question away with a note, or takes it out again. */
function Aside({ question, isAside }: { question: Question; isAside: boolean }) {
  const { t } = useTranslation("integrity");
  const { id } = useSeason();
  const [note, setNote] = useState("");
  const act = useAct("PUT /practice/seasons/:season/integrity/aside", changed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(
      { where: { season: id }, body: { key: question.key, isAside: !isAside, note } },
      { onSuccess: () => setNote("") },
    );
  };
  return (
    <form className="row row-wrap question-aside" onSubmit={submit}>
      <TextInput
        label={t("aside.label")}
        description={t("aside.hint")}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={act.isPending}>
        {t(isAside ? "aside.again" : "aside.button")}
      </Button>
      {act.error === null ? null : <Problem error={act.error} />}
    </form>
  );
}
