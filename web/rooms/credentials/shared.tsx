import "./credentials.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { useDownload } from "../../parts/download.ts";
import { Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { VerdictView } from "./verdict-view.tsx";

type Page = Answer<"GET /shared/:token">;

const forms = ["png", "json"] as const;

function Files({ token, credential }: { token: string; credential: string }) {
  const { t } = useTranslation("credentials");
  const file = useDownload("GET /shared/:token/credentials/:credential");
  return (
    <div className="row row-wrap no-print">
      {forms.map((form) => (
        <Button
          key={form}
          variant="default"
          size="compact-md"
          onClick={() =>
            file.save({ where: { token, credential }, asks: { form } }, `certificate.${form}`)
          }
        >
          {t(`mine.forms.${form}`)}
        </Button>
      ))}
      {file.error === null ? null : <Problem error={file.error} />}
    </div>
  );
}

function Shown({ page, token }: { page: Page; token: string }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  return (
    <>
      <PageHead
        title={page.name === null ? t("shared.title") : t("shared.of", { name: page.name })}
        text={t("shared.until", { date: format.date(page.endsAt) })}
      >
        <Button className="no-print" variant="default" onClick={() => window.print()}>
          {t("shared.print")}
        </Button>
      </PageHead>
      <div className="grid">
        {page.credentials.map((one) => (
          <div key={one.id} className="grid credential-shown">
            <VerdictView of={one} label={one.words?.name ?? t("shared.title")} />
            {page.showsFiles ? <Files token={token} credential={one.id} /> : null}
          </div>
        ))}
        <p className="no-print">
          <Link to="/verify">{t("verify.toFrontDoor")}</Link>
        </p>
      </div>
    </>
  );
}

/** What a holder's link shows: a portfolio of one certificate or of many, each checked just now. */
export default function Shared() {
  const { t } = useTranslation("credentials");
  const token = usePlace("token");
  const page = useAnswer("GET /shared/:token", { where: { token } });
  return (
    <div className="credential-page">
      {page.data === undefined && page.error !== null ? (
        <PageHead title={t("shared.title")}>
          <Button component={Link} to="/verify" variant="default">
            {t("verify.title")}
          </Button>
        </PageHead>
      ) : null}
      <Loaded of={page}>{(all) => <Shown page={all} token={token} />}</Loaded>
    </div>
  );
}
