import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useSaid } from "../said.ts";
import type { Projection } from "../use-store.ts";

type Creative = Exclude<Extract<Projection, { kind: "accepted" }>["creative"], null>;

/** How well a text does, and what would make it better. */
export function TextScore({ creative, of }: { creative: Creative; of?: string }) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const say = useSaid();
  return (
    <div aria-live="polite">
      <p>
        {of === undefined ? null : `${of}: `}
        <b>{t("form.score", { score: format.number(Math.round(creative.fitMilli / 10)) })}</b>
      </p>
      {creative.hints.length === 0 ? null : (
        <ul className="soft off-site-hints">
          {creative.hints.map((hint) => (
            <li key={hint.code}>{say(hint)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
