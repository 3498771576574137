import { useTranslation } from "react-i18next";
import { useFormat } from "../../../text/format.ts";
import { Warnings } from "./parts.tsx";
import { useRefused } from "./said.ts";
import { type Projection, useStorePlace } from "./use-store.ts";

/** What a wish would do: the cash that moves at once, warnings, or why it would be refused. */
export function Projected({ projection }: { projection: Projection | undefined }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const refused = useRefused();
  if (projection === undefined) return null;
  if (projection.kind === "refused") {
    return (
      <p className="problem" role="status">
        {refused(projection.refusal)}
      </p>
    );
  }
  return (
    <div aria-live="polite" className="grid">
      {projection.cashMinor === 0 ? null : (
        <p>{t("cashNow", { money: format.money(-projection.cashMinor, season.booksCurrency) })}</p>
      )}
      <Warnings of={projection.warnings} />
    </div>
  );
}

/** Why a projected wish cannot be handed in; undefined when it can. */
export function useRefusedWhy(projection: Projection | undefined): string | undefined {
  const refused = useRefused();
  return projection?.kind === "refused" ? refused(projection.refusal) : undefined;
}
