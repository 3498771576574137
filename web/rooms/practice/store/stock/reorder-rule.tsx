import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { ActButton, Refused } from "../parts.tsx";
import { useDraft } from "../use-draft.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { proposedUnits } from "./supply-price.ts";

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
type Props = {
  row: Stock["rows"][number];
  supply: Stock["supply"][number];
  rule: Stock["rules"][number] | undefined;
  done: () => void;
};
type Typed = { pointUnits: number | ""; upToUnits: number | "" };

/** A standing order: when stock and goods on the way fall to a point, buy up to a level. */
export function ReorderRule({ row, supply, rule, done }: Props) {
  const { t } = useTranslation("report");
  const { draft, save, drop } = useDraft<Typed>(`reorder/${row.sku}`);
  const point = Math.ceil((row.soldWeek * supply.leadDays) / 7) || supply.moq;
  const typed = draft ??
    rule ?? { pointUnits: point, upToUnits: point + proposedUnits(row, supply) };
  const { pointUnits, upToUnits } = typed;
  const isWhole = pointUnits !== "" && upToUnits !== "";
  const wishes: Wish[] = isWhole
    ? [{ kind: "set-reorder-rule", sku: row.sku, pointUnits, upToUnits }]
    : [];
  const [projection] = useProjection(wishes);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const handIn = async (wanted: readonly Wish[]) => {
    if ((await decide(wanted)) === null) return;
    await drop();
    done();
  };
  const field = (key: keyof Typed, label: string, description: string) => (
    <NumberField
      label={label}
      description={description}
      min={0}
      max={100_000}
      value={typed[key] === "" ? null : typed[key]}
      onValue={(value) => save({ ...typed, [key]: value ?? "" })}
    />
  );
  return (
    <div className="grid">
      <p className="soft">{t("stock.ruleText")}</p>
      {field("pointUnits", t("stock.point"), t("stock.pointText", { count: point }))}
      {field("upToUnits", t("stock.upTo"), t("stock.moq", { count: supply.moq }))}
      <Projected projection={projection} />
      <Refused error={error} />
      <div className="row row-wrap">
        <ActButton
          isPending={isPending}
          onClick={() => void handIn(wishes)}
          disabledReason={isWhole ? why : t("stock.enterUnits")}
        >
          {t("stock.setRule")}
        </ActButton>
        {rule === undefined ? null : (
          <ActButton
            variant="default"
            isPending={isPending}
            onClick={() =>
              void handIn([{ kind: "set-reorder-rule", sku: row.sku, pointUnits: 0, upToUnits: 0 }])
            }
          >
            {t("stock.endRule")}
          </ActButton>
        )}
      </div>
    </div>
  );
}
