import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../../api/session.ts";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import type { Conflict, SharedField } from "./draft-conflicts.ts";
import type { EditorView } from "./listing-form.ts";

/** Who else of the team is at this listing, and what was handed in that the draft does not know. */
export function TeamNotice({
  view,
  last,
  conflicts,
  keep,
  take,
}: {
  view: EditorView;
  /** Who kept the draft last, and when; nobody's name where names are hidden. */
  last: { author: string; savedAt: string } | null;
  conflicts: readonly Conflict[];
  keep: (field: SharedField) => void;
  take: (field: SharedField) => void;
}) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const me = useMe();
  const valueText = useValueText(view);
  return (
    <div aria-live="polite">
      {last !== null && last.author !== "" && last.author !== me.name ? (
        <p className="hint turn">
          {t("team.isAtIt", { name: last.author, time: format.time(last.savedAt) })}
        </p>
      ) : null}
      {conflicts.map(({ field, theirs, mine }) => (
        <div key={field} className="hint turn row row-wrap">
          <span>
            <strong>{t("team.changed", { field: t(`team.field.${field}`) })}</strong>
            <br />
            {t("team.theirs", { value: valueText(field, theirs) })}
            <br />
            {t("team.mine", { value: valueText(field, mine) })}
          </span>
          <span className="row push">
            <Button size="xs" variant="default" onClick={() => take(field)}>
              {t("team.take")}
            </Button>
            <Button size="xs" variant="default" onClick={() => keep(field)}>
              {t("team.keep")}
            </Button>
          </span>
        </div>
      ))}
    </div>
  );
}

/** A field's value as it is read: money with its currency, services and pictures by name. */
function useValueText(view: EditorView) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { currencyOf } = useMarkets();
  const numberText = (field: SharedField, value: number) => {
    if (field === "photoLevel") return t(`listing.photo.${value}`);
    if (field === "promiseDays") return t("days", { count: value });
    return format.money(value, currencyOf(view.market));
  };
  return (field: SharedField, value: Conflict["mine"]): string => {
    if (value === null || value === "") return t("team.nothing");
    if (typeof value === "string") {
      const service = view.services.find(({ id }) => field === "service" && id === value);
      return service === undefined ? value : format.name(service.name);
    }
    if (typeof value === "number") return numberText(field, value);
    if (Array.isArray(value)) return value.join(t("listComma")) || t("team.nothing");
    const names = new Map(view.attributes.map(({ key, name }) => [key, format.name(name)]));
    return Object.entries(value)
      .map(([key, stated]) => `${names.get(key) ?? key}: ${stated}`)
      .join(t("listComma"));
  };
}
