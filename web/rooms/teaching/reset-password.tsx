import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { type Credentials, CredentialsOnce } from "../identity/credentials.tsx";
import type { Member } from "./class-data.ts";

/**
 * A new password for a student who lost the old one. It cannot be taken back, since the old one is
 * known to nobody: so it is asked once, in its place in the page, and told once.
 */
export function ResetPassword({
  of,
  member,
  fileName,
  onClose,
}: {
  of: string;
  /** Whom it was asked for; null for nobody. */
  member: Member | null;
  fileName: string;
  onClose: () => void;
}) {
  const { t } = useTranslation("teaching");
  const [made, setMade] = useState<Credentials | null>(null);
  const reset = useAct("POST /classes/:class/members/:person/password", [
    "GET /classes/:class/members",
  ]);
  const give = ({ person }: Member) =>
    reset.mutate({ where: { class: of, person } }, { onSuccess: setMade });
  if (made !== null) return <CredentialsOnce of={[made]} fileName={fileName} onClose={onClose} />;
  if (member === null) return null;
  return (
    <div className="hint row row-wrap reset-ask" role="group" aria-label={t("resetPassword")}>
      <span>{t("resetAsk", { name: member.name })}</span>
      <span className="push" />
      <Button
        size="compact-md"
        loading={reset.isPending}
        onClick={() => give(member)}
        data-autofocus
        autoFocus
      >
        {t("resetGo")}
      </Button>
      <Button size="compact-md" variant="default" onClick={onClose}>
        {t("resetNot")}
      </Button>
      {reset.error === null ? null : <Problem error={reset.error} />}
    </div>
  );
}
