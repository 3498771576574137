import { Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { appealTextMax } from "@echelon/contract/assessment/appeal-limits.ts";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { type AppealFile, appealAnswers } from "./appeal-types.ts";

/** Raters whose marks must not count: by number, for a panel by name as well. */
function Raters({
  of,
  chosen,
  onChoose,
}: {
  of: AppealFile["raters"];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}) {
  const { t } = useTranslation("appeals");
  if (of.length === 0) return null;
  return (
    <Checkbox.Group
      label={t("answer.raters")}
      description={t("answer.ratersText")}
      value={[...chosen]}
      onChange={onChoose}
    >
      <div className="form choice-list">
        {of.map(({ number, name }) => (
          <Checkbox
            key={number}
            value={String(number)}
            label={
              name === null ? t("file.rater", { number }) : t("file.raterNamed", { number, name })
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** What somebody has found: what must not count, and why. They name it, and the rules decide. */
export function AnswerAppeal({ file, chosen }: { file: AppealFile; chosen: ReadonlySet<string> }) {
  const { t } = useTranslation("appeals");
  const [text, setText] = useState("");
  const [raters, setRaters] = useState<readonly string[]>([]);
  const [isReadAgain, setReadAgain] = useState(false);
  const act = useAct("POST /assessment/appeals/:appeal/answer", appealAnswers);
  const said = text.trim();
  const reason = said === "" ? t("answer.needed") : null;
  const where = { appeal: file.appeal.id };
  const uphold = () =>
    act.mutate({
      where,
      body: {
        outcome: "upheld",
        text: said,
        voids: [...chosen],
        raters: raters.map(Number),
        isReadAgain,
      },
    });
  const dismiss = () => act.mutate({ where, body: { outcome: "dismissed", text: said } });
  return (
    <Card title={t("answer.title")}>
      <div className="form">
        <p className="soft">
          {t("answer.says")} {file.appeal.step === 2 ? t("answer.panelText") : null}
        </p>
        <p>
          {t("answer.voids")}: {t("answer.voidsText", { count: chosen.size })}
        </p>
        <Raters of={file.raters} chosen={raters} onChoose={setRaters} />
        <Checkbox
          label={t("answer.again")}
          checked={isReadAgain}
          onChange={(event) => setReadAgain(event.currentTarget.checked)}
        />
        <Textarea
          label={t("answer.text")}
          description={t("form.limit", { max: appealTextMax, count: text.length })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={appealTextMax}
          autosize
          minRows={4}
          maxRows={14}
          required
        />
        {act.error === null ? null : <Problem error={act.error} />}
        <div className="row row-wrap">
          <ReasonButton reason={reason} loading={act.isPending} onClick={uphold}>
            {t("answer.uphold")}
          </ReasonButton>
          <ReasonButton variant="default" reason={reason} loading={act.isPending} onClick={dismiss}>
            {t("answer.dismiss")}
          </ReasonButton>
        </div>
      </div>
    </Card>
  );
}
