import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Delta, Tile } from "../../../../parts/figures.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";

export type Figure = Answer<"GET /practice/seasons/:season/stores/:store/today">["figures"][number];

/** A figure's value in its unit. */
export function useFigureText(): (figure: Figure, value: number, sign?: boolean) => string {
  const { season } = useStorePlace();
  const format = useFormat();
  return ({ unit }, value, sign = false) =>
    unit === "money"
      ? format.money(value, season.booksCurrency, { sign })
      : `${sign && value > 0 ? "+" : ""}${format.number(value)}`;
}

/** The day's four figures, each with its past, its change and its why. */
export function Figures({
  figures,
  ask,
}: {
  figures: readonly Figure[];
  ask: (figure: Figure) => void;
}) {
  const { t } = useTranslation("practice");
  const text = useFigureText();
  return (
    <div className="tiles">
      {figures.map((figure) => {
        const { id, value, previous, series } = figure;
        return (
          <Tile
            key={id}
            name={t(`figure.${id}`)}
            value={text(figure, value)}
            foot={
              previous === null ? (
                <span className="dim">{t("firstDay")}</span>
              ) : (
                <Delta
                  isUnsigned
                  change={value - previous}
                  text={text(figure, Math.abs(value - previous))}
                />
              )
            }
            series={series}
            why={() => ask(figure)}
          />
        );
      })}
    </div>
  );
}
