import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fileName, useDownload } from "../../parts/download.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { isPublished, type RoundHead } from "./placement-types.ts";

/** What anybody may check. */
export function Promised({
  round,
  resultHash = null,
}: {
  round: RoundHead;
  /** Of the matching, for those who lead the round. */
  resultHash?: string | null;
}) {
  const { t } = useTranslation("placement");
  const file = useDownload("GET /placement/rounds/:round/instance");
  const { lotteryHash, lotterySeed, instanceHash } = round;
  const rows = [
    ["lotteryHash", lotteryHash],
    ["lotterySeed", lotterySeed],
    ["instanceHash", instanceHash],
    ["resultHash", resultHash],
  ] as const;
  return (
    <Card title={t("promised.title")}>
      <p className="soft">{t("promised.text")}</p>
      <dl className="placement-facts">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{t(`promised.${name}`)}</dt>
              <dd className="mono placement-hash">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {isPublished(round.state) ? (
        <Button
          variant="default"
          loading={file.isPending}
          onClick={() => file.save({ where: { round: round.id } }, `${fileName(round.name)}.json`)}
        >
          {t("promised.download")}
        </Button>
      ) : null}
      {file.error === null ? null : <Problem error={file.error} />}
    </Card>
  );
}
