import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDownload } from "../../parts/download.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { BadgePicture } from "./badge-picture.tsx";
import type { Held } from "./credential-types.ts";
import { PlayAgain } from "./play-again.tsx";
import { StateBadge } from "./signing-item.tsx";

const forms = ["png", "svg", "json", "jwt"] as const;

/** A certificate that somebody holds, in every form in which it can be carried away. */
export function HeldCertificate({ of }: { of: Held }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const file = useDownload("GET /credentials/:credential/file");
  const name = format.name(of.name);
  const dates = [
    t("mine.issued", { date: format.date(of.issuedAt) }),
    of.validUntil === null
      ? t("facts.noEnd")
      : t("mine.until", { date: format.date(of.validUntil) }),
  ];
  return (
    <Card label={name}>
      <div className="held-card">
        <BadgePicture rank={of.rank} />
        <div>
          <span className="signing-name">
            <strong>{name}</strong>
            <StateBadge state={of.state} />
          </span>
          <p className="soft">
            {[of.issuer, ...of.endorsers].map((one) => format.name(one)).join(" · ")}
          </p>
          <p className="soft">{dates.join(" · ")}</p>
          {of.revoked === null ? null : (
            <div className="problem" role="note">
              {t("mine.revokedOn", { date: format.date(of.revoked.at) })}{" "}
              {t("mine.reason", { reason: of.revoked.reason })}
            </div>
          )}
          <div className="row row-wrap">
            {forms.map((form) => (
              <Button
                key={form}
                variant="default"
                size="compact-md"
                onClick={() =>
                  file.save(
                    { where: { credential: of.id }, asks: { form } },
                    `${name.replaceAll(" ", "")}.${form}`,
                  )
                }
              >
                {t(`mine.forms.${form}`)}
              </Button>
            ))}
            <PlayAgain credential={of.id} name={name} size="compact-md" />
          </div>
          {file.error === null ? null : <Problem error={file.error} />}
        </div>
      </div>
    </Card>
  );
}
