import "./credentials.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useDownload } from "../../parts/download.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import type { Mine, Signing } from "./credential-types.ts";
import { HeldCertificate } from "./held-certificate.tsx";
import { OwnShares } from "./own-shares.tsx";
import { useCertificateName } from "./signing-item.tsx";
import { SigningList } from "./signing-list.tsx";

/** A signature may come while somebody waits here. */
const askedAgainMillis = 10_000;

function OnTheWay({ of }: { of: readonly Signing[] }) {
  const { t } = useTranslation("credentials");
  const nameOf = useCertificateName();
  if (of.length === 0) return null;
  return (
    <Card title={t("mine.onWay")} note={t("mine.onWayNote")} flush>
      <SigningList of={of} titleOf={nameOf} />
    </Card>
  );
}

function Transcript() {
  const { t } = useTranslation("credentials");
  const file = useDownload("GET /me/transcript");
  return (
    <Card title={t("mine.transcript")}>
      <div className="row row-wrap">
        <p>{t("mine.transcriptText")}</p>
        <Button
          variant="default"
          loading={file.isPending}
          onClick={() => file.save({}, "transcript.json")}
        >
          {t("mine.download")}
        </Button>
      </div>
      {file.error === null ? null : <Problem error={file.error} />}
    </Card>
  );
}

function Everything({ mine, onWay }: { mine: Mine; onWay: readonly Signing[] }) {
  const { t } = useTranslation("credentials");
  const { credentials } = mine;
  if (credentials.length === 0 && onWay.length === 0)
    return (
      <Card label={t("mine.title")}>
        <Empty title={t("mine.empty.title")} text={t("mine.empty.text")}>
          <Button component={Link} to="/competencies">
            {t("mine.empty.go")}
          </Button>
        </Empty>
      </Card>
    );
  return (
    <div className="grid">
      <OnTheWay of={onWay} />
      {credentials.map((one) => (
        <HeldCertificate key={one.id} of={one} />
      ))}
      {credentials.length === 0 ? null : <OwnShares of={mine} />}
      {credentials.some(({ state }) => state === "valid") ? <Transcript /> : null}
    </div>
  );
}

/** What was decided of somebody, who has yet to sign, and what they carry away. */
export default function MyCertificates() {
  const { t } = useTranslation("credentials");
  const poll = { pollMillis: askedAgainMillis };
  const mine = useAnswer("GET /me/credentials", {}, poll);
  const signing = useAnswer("GET /me/certificates", {}, poll);
  return (
    <>
      <PageHead title={t("mine.title")} text={t("mine.text")}>
        <Button component={Link} to="/competencies" variant="default">
          {t("mine.back")}
        </Button>
      </PageHead>
      <Loaded of={mine}>
        {(all) => (
          <Loaded of={signing}>
            {(certificates) => (
              <Everything
                mine={all}
                onWay={certificates.filter(({ credential }) => credential === null)}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
