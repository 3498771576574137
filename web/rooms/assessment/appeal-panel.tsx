import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { TextModal } from "./appeal-form.tsx";
import { type Appeal, appealAnswers } from "./appeal-types.ts";
import { VerdictMark } from "./certificate-verdict.tsx";

function Recuse({ appeal }: { appeal: string }) {
  const { t } = useTranslation("appeals");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/appeals/:appeal/recusal", ["GET /assessment/appeals"]);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("panel.recuse")}
      </Button>
      {isOpen ? (
        <TextModal
          title={t("panel.recuseTitle")}
          label={t("panel.recuseWhy")}
          needed={t("panel.recuseNeeded")}
          send={t("panel.recuseSend")}
          error={act.error}
          isSending={act.isPending}
          onClose={() => setOpen(false)}
          onSend={(text) =>
            act.mutate(
              { where: { appeal }, body: { text } },
              // The file is not theirs to see any more.
              { onSuccess: () => window.history.back() },
            )
          }
        />
      ) : null}
    </>
  );
}

/** Who sits on the panel, and who has answered. */
export function AppealPanel({ of }: { of: Appeal }) {
  const { t } = useTranslation("appeals");
  const fill = useAct("POST /assessment/appeals/:appeal/seats", appealAnswers);
  if (of.seats.length === 0) return null;
  return (
    <Card title={t("panel.title")} note={t("panel.note")}>
      <div className="form">
        <ul className="plain-list">
          {of.seats.map(({ side, name, hasAnswered, isMine }) => (
            <li key={side}>
              {t(`answers.sides.${side}`)}
              {": "}
              {name === null ? (
                <span className="badge badge-warn">{t("panel.empty")}</span>
              ) : (
                <>
                  <strong>{isMine ? `${name} (${t("panel.you")})` : name}</strong>{" "}
                  <span className="soft">{t(hasAnswered ? "panel.answered" : "panel.waits")}</span>
                </>
              )}
            </li>
          ))}
        </ul>
        {fill.error === null ? null : <Problem error={fill.error} />}
        {of.may.includes("fill-seats") ? (
          <div>
            <Button
              loading={fill.isPending}
              onClick={() => fill.mutate({ where: { appeal: of.id } })}
            >
              {t("panel.fill")}
            </Button>
            <p className="soft">{t("panel.fillText")}</p>
          </div>
        ) : null}
        {of.may.includes("recuse") ? (
          <div>
            <Recuse appeal={of.id} />
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** What was found, and what was decided anew because of it. */
export function AppealAnswers({ of }: { of: Appeal }) {
  const { t } = useTranslation("appeals");
  const format = useFormat();
  if (of.answers.length === 0)
    return of.seats.some(({ hasAnswered }) => hasAnswered) && of.state === "open" ? (
      <p className="hint">{t("answers.none")}</p>
    ) : null;
  return (
    <Card title={t("answers.title")}>
      <div className="form">
        {of.answers.map(({ name, side, outcome, text, at }) => (
          <div key={`${name} ${at}`}>
            <p>
              <strong>{name}</strong>
              {side === null ? null : ` (${t(`answers.sides.${side}`)})`}{" "}
              {t(`answers.outcome.${outcome}`)} <span className="soft">{format.date(at)}</span>
            </p>
            <blockquote className="contest-text">{text}</blockquote>
          </div>
        ))}
        {of.revised === null ? null : (
          <p>
            {t("answers.revised")} <VerdictMark verdict={of.revised.verdict} isTaken />
          </p>
        )}
      </div>
    </Card>
  );
}
