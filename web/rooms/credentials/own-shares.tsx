import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { CopyButton } from "../../parts/copy.tsx";
import { useDownload } from "../../parts/download.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Mine, Share } from "./credential-types.ts";
import { ShareForm } from "./share-form.tsx";

/** One page that is open to whoever has its link. */
function Item({ of }: { of: Share }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const end = useAct("DELETE /me/shares/:share", ["GET /me/credentials"]);
  const paper = useDownload("GET /me/shares/:share/paper");
  const address = `${location.origin}/verify/${of.token}`;
  const parts = [
    t("shares.certificates", { count: of.credentials.length }),
    t(of.showsName ? "shares.withName" : "shares.withoutName"),
    ...(of.showsFiles ? [t("shares.withFiles")] : []),
  ];
  const print = () =>
    paper.save(
      { where: { share: of.id }, asks: { language: format.language } },
      `${t("shared.title")}.pdf`,
    );
  return (
    <li>
      <div>
        <strong>{parts.join(" · ")}</strong>
        <p className="soft">{t("shares.until", { date: format.date(of.endsAt) })}</p>
        <code className="key-code">{address}</code>
        {end.error === null ? null : <Problem error={end.error} />}
        {paper.error === null ? null : <Problem error={paper.error} />}
      </div>
      <div className="signing-acts">
        <CopyButton text={address} />
        <Button component={Link} to={`/verify/${of.token}`} variant="default" size="compact-md">
          {t("shares.open")}
        </Button>
        <Button variant="default" size="compact-md" loading={paper.isPending} onClick={print}>
          {t("shares.pdf")}
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          loading={end.isPending}
          onClick={() => end.mutate({ where: { share: of.id } })}
        >
          {t("shares.end")}
        </Button>
      </div>
    </li>
  );
}

/** Who can see one's certificates: nobody, beside whoever has one of these links. */
export function OwnShares({ of }: { of: Mine }) {
  const { t } = useTranslation("credentials");
  return (
    <Card
      title={t("shares.title")}
      note={t("shares.note")}
      acts={<ShareForm held={of.credentials} />}
      flush
    >
      {of.shares.length === 0 ? (
        <p className="card-body soft">{t("shares.none")}</p>
      ) : (
        <ul className="plain-list signing-list">
          {of.shares.map((share) => (
            <Item key={share.id} of={share} />
          ))}
        </ul>
      )}
    </Card>
  );
}
