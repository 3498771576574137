import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { answerCharsMax } from "@echelon/contract/practice/answer-length.ts";
import { useAct, useAnswer } from "../../../../api/query.ts";
import type { Answer } from "../../../../api/client.ts";
import { Card, Loaded, Problem } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useQuestionText } from "../../question-text.ts";
import { useStorePlace } from "../use-store.ts";

const does = "GET /practice/seasons/:season/stores/:store/question";
type Own = Answer<typeof does>;

/** After the end: one question from the own log, to answer in writing. */
export function OwnQuestion() {
  const { t } = useTranslation("chances");
  const { where, season, store } = useStorePlace();
  const isMine = season.myStores.some((one) => String(one.store) === store);
  const isAsked = isMine && !season.isRehearsal && season.day > 1;
  const answer = useAnswer(does, { where }, { enabled: isAsked });
  if (!isAsked) return null;
  return (
    <Card title={t("question.title")}>
      <Loaded of={answer}>{(own) => <AnswerForm own={own} />}</Loaded>
    </Card>
  );
}

function AnswerForm({ own: { question, answer } }: { own: Own }) {
  const { t } = useTranslation("chances");
  const format = useFormat();
  const say = useQuestionText();
  const { where } = useStorePlace();
  const [text, setText] = useState(answer?.text ?? "");
  const [isTried, setTried] = useState(false);
  const save = useAct("PUT /practice/seasons/:season/stores/:store/question", [does]);
  const isMissing = text.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) save.mutate({ where, body: { text: text.trim() } });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>
        <strong>{say(question)}</strong>
      </p>
      <Textarea
        label={t("question.label")}
        description={t("question.hint", { left: format.number(answerCharsMax - text.length) })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={answerCharsMax}
        autosize
        minRows={4}
        maxRows={16}
        error={isTried && isMissing ? t("question.missing") : null}
      />
      {save.error === null ? null : <Problem error={save.error} />}
      <div className="row row-wrap">
        <Button type="submit" loading={save.isPending}>
          {t("question.save")}
        </Button>
        {answer === null ? null : (
          <span className="soft" role="status">
            {t("question.saved", { at: format.dateTime(answer.savedAt) })}
          </span>
        )}
      </div>
    </form>
  );
}
