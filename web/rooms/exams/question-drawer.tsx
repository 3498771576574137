import type { Does } from "@echelon/contract/endpoints.ts";
import { Button, Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { Loaded, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { RichText } from "../../parts/rich-text.tsx";
import { TopicChoice } from "./give-topics.tsx";
import { emptyQuestion, fieldsOf, missingOf, questionOf } from "./question-fields.ts";
import { QuestionForm } from "./question-form.tsx";

type Found = Answer<"GET /assessment/banks/:bank/questions/:question">;

const refreshes: readonly Does[] = [
  "GET /assessment/banks/:bank",
  "GET /assessment/banks",
  "GET /assessment/banks/:bank/questions/:question",
];

/** A question of a course, as it is: nothing of it can be changed. */
function Fixed({ of }: { of: Found }) {
  const { t } = useTranslation("banks");
  const { question } = of;
  const answers =
    question.type === "single-choice" || question.type === "multiple-choice"
      ? question.answers
      : [];
  const fields = fieldsOf(question);
  const right = [
    question.type === "true-false" ? (question.isTrue ? t("form.true") : t("form.false")) : "",
    question.type === "numerical" ? `${fields.value} ± ${fields.tolerance}` : "",
    fields.accepts.replaceAll("\n", " · "),
    question.type === "matching"
      ? fields.pairs.map(({ prompt, match }) => `${prompt} → ${match}`).join(" · ")
      : "",
  ].filter(Boolean);
  return (
    <div className="form">
      <RichText of={question.stem} />
      <ul className="effects">
        {answers.map(({ text, shareMicro }, at) => (
          <li key={at} className={shareMicro > 0 ? "good" : ""}>
            <RichText of={text} />
          </li>
        ))}
        {right.map((one) => (
          <li key={one} className="good">
            {one}
          </li>
        ))}
      </ul>
      {question.feedback === null ? null : (
        <div className="explanation">
          <RichText of={question.feedback} />
        </div>
      )}
      <p className="soft">{t("fixedText")}</p>
    </div>
  );
}

function Editor({
  bank,
  of,
  onClose,
}: {
  bank: string;
  /** Null of a new one. */
  of: Found | null;
  onClose: () => void;
}) {
  const { t } = useTranslation("banks");
  const [fields, setFields] = useState(of === null ? emptyQuestion : fieldsOf(of.question));
  const [topics, setTopics] = useState<string[]>(of?.topics ?? []);
  const add = useAct("POST /assessment/banks/:bank/questions", refreshes);
  const write = useAct("PUT /assessment/banks/:bank/questions/:question", refreshes);
  const drop = useAct("DELETE /assessment/banks/:bank/questions/:question", refreshes);
  const missing = missingOf(fields);
  const error = add.error ?? write.error ?? drop.error;
  const save = () => {
    const body = { question: questionOf(fields, of?.question ?? null), topics };
    if (of === null) add.mutate({ where: { bank }, body }, { onSuccess: onClose });
    else write.mutate({ where: { bank, question: of.id }, body }, { onSuccess: onClose });
  };
  return (
    <div className="form">
      <QuestionForm
        fields={fields}
        isNew={of === null}
        onChange={(change) => setFields((before) => ({ ...before, ...change }))}
      />
      <TopicChoice topics={topics} onChange={setTopics} />
      {error === null ? null : <Problem error={error} />}
      <div className="row row-wrap">
        <ReasonButton
          reason={missing === null ? null : t(`form.missing.${missing}`)}
          loading={add.isPending || write.isPending}
          onClick={save}
        >
          {of === null ? t("form.make") : t("form.keep")}
        </ReasonButton>
        {of === null ? null : (
          <Button
            variant="subtle"
            loading={drop.isPending}
            onClick={() =>
              drop.mutate({ where: { bank, question: of.id } }, { onSuccess: onClose })
            }
          >
            {t("form.drop")}
          </Button>
        )}
      </div>
      {of === null ? null : <p className="soft">{t("form.openedStay")}</p>}
    </div>
  );
}

/** One question beside the list: to be read, written or taken away. */
export function QuestionDrawer({
  bank,
  question,
  mayWrite,
  onClose,
}: {
  bank: string;
  /** Null for a new one. */
  question: string | null;
  mayWrite: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("banks");
  const found = useAnswer(
    "GET /assessment/banks/:bank/questions/:question",
    { where: { bank, question: question ?? "" } },
    { enabled: question !== null },
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={question === null ? t("add") : t("form.title")}
    >
      {question === null ? (
        <Editor bank={bank} of={null} onClose={onClose} />
      ) : (
        <Loaded of={found}>
          {(of) =>
            mayWrite && of.question.type !== "description" ? (
              <Editor bank={bank} of={of} onClose={onClose} />
            ) : (
              <Fixed of={of} />
            )
          }
        </Loaded>
      )}
    </Drawer>
  );
}
