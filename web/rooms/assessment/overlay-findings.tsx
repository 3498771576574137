import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";

type Written = Answer<"PUT /assessment/overlays/:overlay">;

const known = [
  "missing-language",
  "duplicate-id",
  "dangling-reference",
  "op-against-measure",
  "threshold-outside",
  "anchors-general",
  "anchors-alike",
  "too-many",
  "overlay-lowers",
  "overlay-conflict",
] as const;

/** What is wrong with it and where, or that nothing is. */
export function OverlayFindings({ written }: { written: Written }) {
  const { t } = useTranslation("overlays");
  if (written.findings.length === 0)
    return (
      <p role="status" className="hint">
        {t("well", { version: written.version ?? "" })}
      </p>
    );
  return (
    <div role="alert" className="problem">
      <p>{t("faulty")}</p>
      <ul className="overlay-findings">
        {written.findings.map(({ code, path, facts }) => {
          const told = known.find((one) => one === code);
          return (
            <li key={`${code} ${path}`}>
              {told === undefined ? t("findings.other") : t(`findings.${told}`, facts)}{" "}
              <span className="mono overlay-path">{path}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
