import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";

type Odd = Answer<"POST /assessment/foreign-frameworks">["odd"];

/** What the standard would not have written so; it is kept all the same. */
export function OddList({ odd }: { odd: Odd }) {
  const { t } = useTranslation("foreign");
  if (odd.length === 0) return <p className="soft">{t("odd.none")}</p>;
  return (
    <details>
      <summary>{t("odd.title", { count: odd.length })}</summary>
      <ul className="overlay-findings">
        {odd.map(({ code, where, first, count }) => (
          <li key={`${code} ${where}`}>
            <span className="mono overlay-path">{where}</span> {t(`odd.${code}`)}
            <span className="soft"> {t("odd.where", { count, first })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
