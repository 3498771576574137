import "./credentials.css";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import { VerdictView } from "./verdict-view.tsx";

const accepted = ".png,.svg,.json,.jsonld,.jwt,.txt";

/** Whoever is handed a certificate checks it here: no account, and nothing is kept. */
export default function Verify() {
  const { t } = useTranslation("credentials");
  const [text, setText] = useState("");
  const act = useAct("POST /credentials/verify");
  const check = (file: File) => act.mutate({ file });
  const again = () => {
    setText("");
    act.reset();
  };
  return (
    <div className="credential-page">
      <PageHead title={t("verify.title")} text={t("verify.text")} />
      {act.data === undefined ? (
        <div className="grid">
          <FileDrop
            label={t("verify.drop")}
            hint={t("verify.hint")}
            accept={accepted}
            isBusy={act.isPending}
            onFile={check}
          />
          <Card label={t("verify.paste")}>
            <div className="form">
              <Textarea
                label={t("verify.paste")}
                description={t("verify.pasteHint")}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                minRows={3}
                maxRows={8}
                autosize
              />
              <div>
                <Button
                  variant="default"
                  disabled={text.trim() === ""}
                  loading={act.isPending}
                  onClick={() => check(new File([text], "certificate.txt"))}
                >
                  {t("verify.check")}
                </Button>
              </div>
            </div>
          </Card>
          {act.error === null ? null : <Problem error={act.error} />}
        </div>
      ) : (
        <div className="grid">
          <VerdictView of={act.data} label={t("verify.title")} />
          <div>
            <Button variant="default" onClick={again}>
              {t("verify.another")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
