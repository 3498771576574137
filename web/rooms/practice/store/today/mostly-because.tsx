import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { mainCause } from "./why-parts.ts";

/** The main cause of the day's change of profit in one sentence; nothing until it is known. */
export function MostlyBecause({ day, ask }: { day: number; ask: () => void }) {
  const { t } = useTranslation("why");
  const { where, season } = useStorePlace();
  const { nameOf } = useMarkets();
  const format = useFormat();
  const { data } = useAnswer("GET /practice/seasons/:season/stores/:store/why", {
    where,
    asks: { day: String(day), against: "yesterday" },
  });
  const found = data === undefined ? null : mainCause(data, "profit");
  if (found === null) return null;
  const { part, row } = found;
  const cause = t(`causeOf.${part.cause}`);
  const amount = format.money(part.value, season.booksCurrency, { sign: true });
  return (
    <span className="because">
      {row === null
        ? t("mostly", { cause, amount })
        : t("mostlyAt", {
            cause,
            amount,
            product: format.name(row.name),
            market: nameOf(row.market),
          })}{" "}
      <UnstyledButton onClick={ask}>{t("allCauses")}</UnstyledButton>
    </span>
  );
}
