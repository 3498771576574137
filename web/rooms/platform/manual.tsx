import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePlace } from "../../frame/room.ts";
import { Card, Empty, PageHead } from "../../parts/page.tsx";

/** Where the `type` of every refusal leads: what it says, and what else its module refuses. */
export default function Manual() {
  const { t } = useTranslation("platform");
  const { i18n } = useTranslation("refusals");
  const module = usePlace("module");
  const code = `${module}/${usePlace("code")}`;
  const sentences: Readonly<Record<string, string>> =
    i18n.getResourceBundle(i18n.resolvedLanguage ?? i18n.language, "refusals") ?? {};
  const codes = Object.keys(sentences).filter((one) => one.startsWith(`${module}/`));
  const sentence = sentences[code];
  return (
    <div className="grid">
      <PageHead title={t("manual.title", { code })} text={t("manual.text")} />
      {sentence === undefined ? (
        <Empty title={t("manual.unknown")} text={t("manual.unknownText")} />
      ) : (
        <Card>
          <p>{withBlanks(sentence)}</p>
        </Card>
      )}
      {codes.length === 0 ? null : (
        <Card title={t("manual.others", { module })}>
          <ul className="plain-list">
            {codes.map((one) => (
              <li key={one}>
                <Link to={`/manual/${one}`} className="mono">
                  {one}
                </Link>
                <p className="soft">{withBlanks(sentences[one] ?? "")}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

/** A sentence without its facts: ‹day› stands where a refusal names the day. */
const withBlanks = (sentence: string): string => sentence.replace(/\{\{(\w+)\}\}/g, "‹$1›");
