import { placementLimits } from "@echelon/contract/placement/limits.ts";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { Round } from "./placement-types.ts";

type Appeal = Round["appeals"][number];

function Decide({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation("placement");
  const [answer, setAnswer] = useState("");
  const act = useAct("POST /placement/appeals/:appeal/decision", ["GET /placement/rounds/:round"]);
  const decide = (isUpheld: boolean) =>
    act.mutate({ where: { appeal: appeal.id }, body: { isUpheld, answer: answer.trim() } });
  const reason = answer.trim() === "" ? t("appeals.answerless") : null;
  return (
    <div className="form">
      <Textarea
        label={t("appeals.answer")}
        value={answer}
        maxLength={placementLimits.textMax}
        autosize
        minRows={2}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row row-wrap">
        <ReasonButton reason={reason} loading={act.isPending} onClick={() => decide(false)}>
          {t("appeals.dismiss")}
        </ReasonButton>
        <ReasonButton
          variant="default"
          reason={reason}
          loading={act.isPending}
          onClick={() => decide(true)}
        >
          {t("appeals.uphold")}
        </ReasonButton>
      </div>
    </div>
  );
}

/** What was said against placements, each answered once. */
export function Appeals({ round }: { round: Round }) {
  const { t } = useTranslation("placement");
  if (round.appeals.length === 0) return null;
  return (
    <Card title={t("appeals.title")} note={t("appeals.note")}>
      <ul className="placement-list">
        {round.appeals.map((appeal) => (
          <li key={appeal.id}>
            <h3>{appeal.name}</h3>
            <p>{appeal.text}</p>
            {appeal.isUpheld === null ? (
              <Decide appeal={appeal} />
            ) : (
              <p className="soft">
                {t(appeal.isUpheld ? "appeals.upheld" : "appeals.dismissed")}: {appeal.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
