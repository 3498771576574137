import "./assessment.css";
import "./certificate.css";
import "./evidence.css";
import "../credentials/credentials.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { useCertificateName } from "../credentials/signing-item.tsx";
import { AnswerAppeal } from "./answer-appeal.tsx";
import { GoOn, Withdraw } from "./appeal-form.tsx";
import { AppealMarks } from "./appeal-head.tsx";
import { AppealMissing } from "./appeal-missing.tsx";
import { AppealAnswers, AppealPanel } from "./appeal-panel.tsx";
import { AppealPieces } from "./appeal-pieces.tsx";
import type { AppealFile } from "./appeal-types.ts";
import { VerdictMark } from "./certificate-verdict.tsx";

const askedAgainMillis = 60_000;

function Said({ file: { appeal } }: { file: AppealFile }) {
  const { t } = useTranslation("appeals");
  const format = useFormat();
  const { ground, text, madeAt, may, goesOnUntil } = appeal;
  return (
    <Card title={t(`grounds.${ground}`)} note={format.date(madeAt)}>
      <div className="form">
        <AppealMarks of={appeal} />
        <blockquote className="contest-text">{text}</blockquote>
        {goesOnUntil !== null && may.includes("go-on") ? (
          <p className="hint">{t("goOn.until", { date: format.date(goesOnUntil) })}</p>
        ) : null}
        <div className="row row-wrap">
          {may.includes("go-on") ? <GoOn appeal={appeal.id} /> : null}
          {may.includes("withdraw") ? <Withdraw appeal={appeal.id} /> : null}
        </div>
      </div>
    </Card>
  );
}

function Whole({ file }: { file: AppealFile }) {
  const { t } = useTranslation("appeals");
  const format = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { appeal, decision } = file;
  const mayAnswer = appeal.may.includes("answer");
  const choose = (piece: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(piece);
    else next.delete(piece);
    setChosen(next);
  };
  return (
    <div className="grid">
      <Said file={file} />
      <AppealPanel of={appeal} />
      <AppealAnswers of={appeal} />
      <Card title={t("file.title")} note={format.date(appeal.decidedAt)}>
        <div className="certificate">
          <p className="certificate-verdict">
            <VerdictMark verdict={decision.verdict} isTaken />
          </p>
          <AppealMissing of={decision} />
        </div>
      </Card>
      <AppealPieces file={file} chosen={chosen} onChoose={mayAnswer ? choose : null} />
      {mayAnswer ? <AnswerAppeal file={file} chosen={chosen} /> : null}
    </div>
  );
}

/** An appeal with its file: for who appeals, who answers, and the panel. */
export default function Appeal() {
  const { t } = useTranslation("appeals");
  const nameOf = useCertificateName();
  const where = { appeal: usePlace("appeal") };
  const file = useAnswer(
    "GET /assessment/appeals/:appeal",
    { where },
    { pollMillis: askedAgainMillis },
  );
  const { appeal } = file.data ?? {};
  return (
    <>
      <PageHead
        title={appeal === undefined ? t("title") : appeal.name}
        text={appeal === undefined ? undefined : nameOf(appeal)}
      >
        <Button component={Link} to="/appeals" variant="default">
          {t("file.back")}
        </Button>
      </PageHead>
      <Loaded of={file}>{(all) => <Whole file={all} />}</Loaded>
    </>
  );
}
