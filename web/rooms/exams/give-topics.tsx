import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { Modal, MultiSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";

/** The competencies that questions show, found by their names. */
export function TopicChoice({
  topics,
  onChange,
}: {
  topics: readonly string[];
  onChange: (topics: string[]) => void;
}) {
  const { t } = useTranslation("banks");
  const format = useFormat();
  const framework = useAnswer("GET /framework", {});
  return (
    <MultiSelect
      label={t("topicsOf")}
      description={t("topicsHint")}
      data={(framework.data?.competencies ?? []).map(({ id, name }) => ({
        value: id,
        label: `${id} ${format.name(name)}`,
      }))}
      value={[...topics]}
      onChange={onChange}
      maxValues={examLimits.topicsMax}
      searchable
      nothingFoundMessage={t("nothingFound")}
    />
  );
}

/** Says of many questions at once which competencies they show. */
export function GiveTopics({
  bank,
  questions,
  onClose,
  onDone,
}: {
  bank: string;
  questions: readonly string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("banks");
  const [topics, setTopics] = useState<string[]>([]);
  const act = useAct("PUT /assessment/banks/:bank/topics", [
    "GET /assessment/banks/:bank",
    "GET /assessment/banks",
  ]);
  const done = () => {
    onDone();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t("giveTopics", { count: questions.length })}>
      <div className="form">
        <p>{t("giveText")}</p>
        <TopicChoice topics={topics} onChange={setTopics} />
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton
          reason={topics.length === 0 ? t("noTopicChosen") : null}
          loading={act.isPending}
          onClick={() =>
            act.mutate(
              { where: { bank }, body: { questions: [...questions], topics } },
              { onSuccess: done },
            )
          }
        >
          {t("giveSend")}
        </ReasonButton>
      </div>
    </Modal>
  );
}
