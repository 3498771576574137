import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { RichText } from "../../parts/rich-text.tsx";
import { useFormat } from "../../text/format.ts";
import type { Exam } from "./exam-types.ts";

type Essay = Answer<"GET /assessment/exams/:exam/essays">[number];

const quickPercents = [0, 25, 50, 75, 100];

/** What an answer is worth, and a word to who wrote it. */
function MarkForm({ of, exam }: { of: Essay; exam: string }) {
  const { t } = useTranslation("exams");
  const [percent, setPercent] = useState<number | null>(of.percent);
  const [note, setNote] = useState(of.note);
  const act = useAct("PUT /assessment/exams/:exam/essays", [
    "GET /assessment/exams/:exam/essays",
    "GET /assessment/exams/:exam",
  ]);
  const isChanged = percent !== of.percent || note !== of.note;
  const { sitting, place } = of;
  const save = () =>
    act.mutate({ where: { exam }, body: { sitting, place, percent: percent ?? 0, note } });
  return (
    <>
      <div className="row row-wrap">
        {quickPercents.map((one) => (
          <Button
            key={one}
            size="compact-md"
            variant={percent === one ? "filled" : "default"}
            aria-pressed={percent === one}
            onClick={() => setPercent(one)}
          >
            {one} %
          </Button>
        ))}
        <NumberField
          aria-label={t("essay.percent")}
          rightSection={<span className="soft">%</span>}
          w={110}
          min={0}
          max={100}
          value={percent}
          onValue={setPercent}
        />
      </div>
      <Textarea
        label={t("essay.note")}
        maxLength={examLimits.noteMax}
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row">
        <ReasonButton
          variant={isChanged ? "filled" : "default"}
          reason={percent === null ? t("essay.needed") : null}
          loading={act.isPending}
          onClick={save}
        >
          {t("essay.save")}
        </ReasonButton>
      </div>
    </>
  );
}

/** One answer to mark, without its writer's name. */
function OneEssay({ of, exam, at }: { of: Essay; exam: Exam; at: number }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const { percent, points } = of;
  return (
    <Card
      title={
        <>
          {t("essay.title", { at })}{" "}
          <span className={`badge ${percent === null ? "badge-warn" : "badge-good"}`}>
            {percent === null
              ? t("essay.unmarked")
              : t("essay.marked", {
                  points: format.number((percent * points) / 100, 1),
                  of: points,
                })}
          </span>
        </>
      }
    >
      <div className="form">
        <RichText of={of.stem} />
        {of.markerNotes === null ? null : (
          <details className="asked">
            <summary>{t("essay.notes")}</summary>
            <RichText of={of.markerNotes} />
          </details>
        )}
        <p className="work-text essay-text">{of.text}</p>
        {exam.state === "closed" ? <MarkForm of={of} exam={exam.id} /> : null}
      </div>
    </Card>
  );
}

/** Answers in people's own words, question by question, unmarked ones first. */
export function Essays({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const essays = useAnswer("GET /assessment/exams/:exam/essays", { where: { exam: of.id } });
  return (
    <Loaded of={essays}>
      {(list) =>
        list.length === 0 ? (
          <Card label={t("tabs.essays", { count: 0 })}>
            <Empty title={t("essay.none.title")} text={t("essay.none.text")} />
          </Card>
        ) : (
          <div className="grid">
            <p className="soft">{t("essay.about")}</p>
            {list.map((one, at) => (
              <OneEssay key={`${one.sitting} ${one.place}`} of={one} exam={of} at={at + 1} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}
