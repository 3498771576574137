import { Button, Drawer } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Delta, Sparkline } from "../../../../parts/figures.tsx";
import { useStorePlace } from "../use-store.ts";
import { type Figure, useFigureText } from "./figures.tsx";
import { WhyCash, WhyProfit } from "./why-books.tsx";
import { WhyCauses } from "./why-causes.tsx";
import { WhySold } from "./why-sold.tsx";

/** How a figure came to be: its parts against the day before, its past, and the rows behind it. */
export function WhyDrawer({
  figure,
  day,
  close,
}: {
  figure: Figure | null;
  day: number;
  close: () => void;
}) {
  const { t } = useTranslation("practice");
  return (
    <Drawer
      opened={figure !== null}
      onClose={close}
      position="right"
      size="md"
      title={figure === null ? "" : t("whyTitle", { figure: t(`figure.${figure.id}`), day })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {figure === null ? null : <Why figure={figure} day={day} />}
    </Drawer>
  );
}

const rows = {
  profit: { path: "money", search: { span: "day" } },
  sales: { path: "insight", search: { span: "day" } },
  orders: { path: "orders", search: {} },
  cash: { path: "money/ledger", search: { account: "cash" } },
} as const;

function Why({ figure, day }: { figure: Figure; day: number }) {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const text = useFigureText();
  const { id, value, previous, series } = figure;
  const search = id === "orders" ? { day: String(day) } : rows[id].search;
  return (
    <div className="grid">
      <div className="row row-wrap">
        <span className="tile-value">{text(figure, value)}</span>
        {previous === null ? null : (
          <Delta
            isUnsigned
            change={value - previous}
            text={text(figure, Math.abs(value - previous))}
          />
        )}
      </div>
      <p className="soft">{t(`how.${id}`)}</p>
      {id === "cash" ? <WhyCash day={day} /> : <WhyCauses figure={figure} day={day} />}
      {id === "profit" ? <WhyProfit day={day} /> : null}
      {id === "sales" || id === "orders" ? <WhySold figure={figure} day={day} /> : null}
      <Sparkline values={series} width={340} height={72} />
      <Button
        component={Link}
        to={`${here}/${rows[id].path}`}
        search={search as never}
        variant="default"
      >
        {t("openRows")}
      </Button>
    </div>
  );
}
