import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { CategoryChoice } from "./category-choice.tsx";
import { ReportShelf } from "./report-shelf.tsx";
import type { Research } from "./research-answer.ts";

const kinds = ["keywords", "demand"] as const;
type Kind = (typeof kinds)[number];

/** The shop of market reports and the shelf of those that were bought. */
export function Reports({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  return (
    <Card title={t("reports.title")} note={t("reports.note")} flush>
      <div className="card-body grid">
        <p className="soft research-text">
          {t("reports.text", { panel: format.number(research.panelVisits) })}
        </p>
        <ReportShop research={research} />
      </div>
      <ReportShelf research={research} />
    </Card>
  );
}

function ReportShop({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const { season } = useStorePlace();
  const { markets, nameOf } = useMarkets();
  const format = useFormat();
  const { own, keywordsMinor, demandMinor } = research.reports;
  const [kind, setKind] = useState<Kind>("keywords");
  const [market, setMarket] = useState(markets[0]?.code ?? "");
  const [category, setCategory] = useState(own[0] ?? season.categories[0]?.id ?? "");
  const wish: Wish = {
    kind: "buy-report",
    report: kind,
    market: kind === "keywords" ? market : null,
    category,
  };
  const [projection] = useProjection([wish]);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const money = format.money(kind === "keywords" ? keywordsMinor : demandMinor, research.currency);
  const shown = projection?.kind === "accepted" ? { ...projection, cashMinor: 0 } : projection;
  return (
    <div className="grid">
      <div className="research-form">
        <Select
          label={t("reports.kind")}
          data={kinds.map((one) => ({ value: one, label: t(`reports.kinds.${one}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? "keywords")}
        />
        {kind === "demand" ? null : (
          <Select
            label={t("reports.market")}
            data={markets.map(({ code }) => ({ value: code, label: nameOf(code) }))}
            value={market}
            allowDeselect={false}
            onChange={(chosen) => setMarket(chosen ?? market)}
          />
        )}
        <CategoryChoice own={own} value={category} onChoose={setCategory} />
        <div className="research-act">
          <ActButton isPending={isPending} onClick={() => void decide([wish])} disabledReason={why}>
            {t("reports.buy", { money })}
          </ActButton>
        </div>
      </div>
      <p className="soft research-text">{t(`reports.about.${kind}`)}</p>
      <Projected projection={shown} />
      <Refused error={error} />
    </div>
  );
}
