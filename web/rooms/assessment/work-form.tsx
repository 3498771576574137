import { workMax } from "@echelon/contract/assessment/rating-limits.ts";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../parts/notice.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import type { Assignment } from "./rating-types.ts";
import { useWork } from "./use-work.ts";

/** Writing the work: it is kept as it is typed, and may be changed until it is closed. */
export function WorkForm({ of }: { of: Assignment }) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  const { text, error, write, handIn } = useWork(of);
  const [isIn, setIn] = useState(false);
  const [isSending, setSending] = useState(false);
  const left = workMax - text.length;
  const send = async () => {
    setSending(true);
    setIn(await handIn());
    setSending(false);
  };
  return (
    <Card title={t("work.title")}>
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <p className="soft">{t("work.counts")}</p>
        <Textarea
          label={t("work.label")}
          description={t("work.left", { count: left })}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          maxLength={workMax}
          autosize
          minRows={10}
          maxRows={40}
          classNames={{ input: "work-input" }}
        />
        {error === null ? null : <Problem error={error} retry={() => void send()} />}
        <div className="row row-wrap">
          <ReasonButton
            reason={text.trim() === "" ? t("work.empty") : null}
            loading={isSending}
            onClick={() => void send()}
          >
            {t("work.handIn")}
          </ReasonButton>
          {of.myWork === null ? null : (
            <span className="soft">
              {t("work.saved", { time: format.time(of.myWork.savedAt) })}
            </span>
          )}
        </div>
      </form>
      {isIn ? <Notice onClose={() => setIn(false)}>{t("work.in")}</Notice> : null}
    </Card>
  );
}
