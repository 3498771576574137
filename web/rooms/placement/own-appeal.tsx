import { placementLimits } from "@echelon/contract/placement/limits.ts";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { OwnRound } from "./placement-types.ts";

/** What one says against the own placement, once, and what was answered. */
export function OwnAppeal({ round }: { round: OwnRound }) {
  const { t } = useTranslation("placement");
  const [text, setText] = useState("");
  const act = useAct("POST /placement/rounds/:round/own/appeal", [
    "GET /placement/rounds/:round/own",
  ]);
  const { appeal } = round;
  if (appeal !== null)
    return (
      <Card title={t("appeal.title")}>
        <p>{appeal.text}</p>
        <p className="soft">
          {appeal.isUpheld === null
            ? t("appeal.waiting")
            : `${t(appeal.isUpheld ? "appeals.upheld" : "appeals.dismissed")}: ${appeal.answer}`}
        </p>
      </Card>
    );
  if (round.state !== "appeals" || round.outcome === null) return null;
  const send = () => act.mutate({ where: { round: round.id }, body: { text: text.trim() } });
  return (
    <Card title={t("appeal.title")}>
      <div className="form">
        <p className="soft">{t("appeal.text")}</p>
        <Textarea
          label={t("appeal.label")}
          value={text}
          maxLength={placementLimits.textMax}
          autosize
          minRows={3}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {act.error === null ? null : <Problem error={act.error} />}
        <div>
          <ReasonButton
            reason={text.trim() === "" ? t("appeal.empty") : null}
            loading={act.isPending}
            onClick={send}
          >
            {t("appeal.send")}
          </ReasonButton>
        </div>
      </div>
    </Card>
  );
}
