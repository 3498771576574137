import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { ActButton, Refused } from "../parts.tsx";
import { useDraft } from "../use-draft.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { proposedUnits } from "./supply-price.ts";

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
type Props = {
  row: Stock["rows"][number];
  supply: Stock["supply"][number];
  rule: Stock["rules"][number] | undefined;
  done: () => void;
};
type Typed = { pointUnits: number | ""; upToUnits: number | ""; supplier?: number };

/** Numbers of a product's suppliers where one can be chosen; the maker is the first. */
const supplierNumbers = [0, 1, 2] as const;

/** A standing order: when stock and goods on the way fall to a point, buy up to a level. */
export function ReorderRule({ row, supply, rule, done }: Props) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const wishesOf = (typed: Typed) => ruleWishes(row.sku, typed, season.modules.sourcing);
  const { draft, save, drop } = useDraft<Typed>(`reorder/${row.sku}`, wishesOf);
  const point = Math.ceil((row.soldWeek * supply.leadDays) / 7) || supply.moq;
  const typed = draft ??
    rule ?? { pointUnits: point, upToUnits: point + proposedUnits(row, supply) };
  const { supplier = 0 } = typed;
  const wishes = wishesOf(typed);
  const [projection] = useProjection(wishes);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const handIn = async (wanted: readonly Wish[]) => {
    if ((await decide(wanted)) === null) return;
    await drop();
    done();
  };
  const field = (key: "pointUnits" | "upToUnits", label: string, description: string) => (
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
      {season.modules.sourcing ? (
        <FromSupplier supplier={supplier} choose={(from) => save({ ...typed, supplier: from })} />
      ) : null}
      {field("pointUnits", t("stock.point"), t("stock.pointText", { count: point }))}
      {field("upToUnits", t("stock.upTo"), t("stock.moq", { count: supply.moq }))}
      <Projected projection={projection} />
      <Refused error={error} />
      <div className="row row-wrap">
        <ActButton
          isPending={isPending}
          onClick={() => void handIn(wishes)}
          disabledReason={wishes.length > 0 ? why : t("stock.enterUnits")}
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

/** The rule that was typed; nothing while a number is missing. */
function ruleWishes(sku: string, typed: Typed, isSourcing: boolean): Wish[] {
  const { pointUnits, upToUnits, supplier = 0 } = typed;
  if (pointUnits === "" || upToUnits === "") return [];
  const from = isSourcing ? { supplier } : {};
  return [{ kind: "set-reorder-rule", sku, pointUnits, upToUnits, ...from }];
}

/** Whom a rule buys from. */
function FromSupplier({
  supplier,
  choose,
}: {
  supplier: number;
  choose: (supplier: number) => void;
}) {
  const { t } = useTranslation("sourcing");
  return (
    <SegmentedControl
      aria-label={t("way.supplier")}
      value={String(supplier)}
      onChange={(value) => choose(Number(value))}
      data={supplierNumbers.map((one) => ({ value: String(one), label: t(`suppliers.${one}`) }))}
    />
  );
}
