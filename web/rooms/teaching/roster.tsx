import { Anchor, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { fileName, useDownload } from "../../parts/download.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import type { Language } from "../../text/text.ts";
import { type Credentials, CredentialsOnce } from "../identity/credentials.tsx";
import { RosterPreview } from "./roster-preview.tsx";

type Committed = Answer<"POST /classes/:class/roster/:import/commit">;

function Template({ of, name }: { of: string; name: string }) {
  const { t, i18n } = useTranslation("teaching");
  const template = useDownload("GET /classes/:class/roster.xlsx");
  const save = () =>
    template.save(
      { where: { class: of }, asks: { language: i18n.language as Language } },
      `${fileName(name, t("roster.file"))}.xlsx`,
    );
  return (
    <>
      <Button variant="default" loading={template.isPending} onClick={save}>
        {t("roster.template")}
      </Button>
      {template.error === null ? null : <Problem error={template.error} />}
    </>
  );
}

function Done({ of, done }: { of: string; done: Committed }) {
  const { t } = useTranslation("teaching");
  return (
    <Card label={t("roster.done")}>
      <div className="form" role="status">
        <h2>{t("roster.done")}</h2>
        <p>{t("roster.doneText", { ...done })}</p>
        <Anchor component={Link} to={`/classes/${of}/people`}>
          {t("roster.toPeople")}
        </Anchor>
      </div>
    </Card>
  );
}

/** A class list from a file: read first, shown with what would happen, then taken in. */
export default function Roster() {
  const { t } = useTranslation("teaching");
  const of = usePlace("class");
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const preview = useAct("POST /classes/:class/roster");
  const [done, setDone] = useState<Committed | null>(null);
  const [credentials, setCredentials] = useState<Credentials[]>([]);
  const name = view.data?.name ?? "";
  const read = (file: File) => {
    setDone(null);
    preview.mutate({ where: { class: of }, file });
  };
  const take = (committed: Committed) => {
    setDone(committed);
    setCredentials(committed.credentials);
    preview.reset();
  };
  return (
    <>
      <PageHead
        title={t("importRoster")}
        text={name === "" ? undefined : t("roster.text", { class: name })}
      >
        <Template of={of} name={name} />
        <Button component={Link} to={`/classes/${of}/people`} variant="default">
          {t("roster.back")}
        </Button>
      </PageHead>
      <div className="grid">
        {view.error === null ? null : <Problem error={view.error} />}
        {done === null ? null : <Done of={of} done={done} />}
        <FileDrop
          label={preview.data === undefined ? t("roster.choose") : t("roster.chooseOther")}
          hint={t("roster.hint")}
          accept=".xlsx,.csv,.txt"
          isBusy={preview.isPending}
          onFile={read}
        />
        {preview.error === null ? null : <Problem error={preview.error} />}
        {preview.data === undefined ? null : (
          <RosterPreview key={preview.data.id} of={of} preview={preview.data} onDone={take} />
        )}
      </div>
      <CredentialsOnce
        of={credentials}
        fileName={fileName(name, t("roster.credentialsFile"))}
        onClose={() => setCredentials([])}
      />
    </>
  );
}
