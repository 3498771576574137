import "../drawings.css";
import { SegmentedControl, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { barPlaces } from "../listing/waterfall-bars.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { type Figure, useFigureText } from "./figures.tsx";
import { partsBySize, rowsOf, type Why, type WhyFigure, type WhyPart } from "./why-parts.ts";

const comparisons = ["yesterday", "week", "own"] as const;
type Against = (typeof comparisons)[number];
const daysBack = { yesterday: 1, week: 7, own: 0 } as const;
const rowsShown = 8;

/** What made a figure other than that of another day, part by part, to the last minor unit. */
export function WhyCauses({ figure, day }: { figure: Figure; day: number }) {
  const { t } = useTranslation("why");
  // A store's first day has none before it.
  const hasBefore = figure.previous !== null;
  const [against, setAgainst] = useState<Against>(hasBefore ? "yesterday" : "own");
  return (
    <section className="grid" aria-label={t("causes")}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t("against")}
        value={against}
        onChange={(value) => setAgainst(value as Against)}
        data={comparisons.map((value) => ({
          value,
          label: t(`than.${value}`),
          disabled: value !== "own" && figure.series.length <= daysBack[value],
        }))}
      />
      <Causes figure={figure} day={day} against={against} />
    </section>
  );
}

function Causes({ figure, day, against }: { figure: Figure; day: number; against: Against }) {
  const { t } = useTranslation("why");
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/why",
    { where, asks: { day: String(day), against } },
    { keepPrevious: true },
  );
  return (
    <Loaded of={answer}>
      {(why) => {
        const found = why.figures.find(({ id }) => id === figure.id);
        const parts = found === undefined ? [] : partsBySize(found);
        if (found === undefined) return <p className="soft">{t("noDay")}</p>;
        if (parts.length === 0) return <p className="soft">{t(`none.${why.against}`)}</p>;
        return <PartsOf key={why.against} why={why} found={found} figure={figure} parts={parts} />;
      }}
    </Loaded>
  );
}

function PartsOf({
  why,
  found,
  figure,
  parts,
}: {
  why: Why;
  found: WhyFigure;
  figure: Figure;
  parts: readonly WhyPart[];
}) {
  const { t } = useTranslation("why");
  const text = useFigureText();
  const [open, setOpen] = useState<string | null>(null);
  const places = barPlaces(
    parts.map(({ value }) => ({ from: Math.min(0, value), to: Math.max(0, value) })),
  );
  const print = (value: number) => text(figure, value, true);
  return (
    <>
      <table className="waterfall">
        <caption className="sub-head">{t(`sum.${why.against}`)}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("cause")}</th>
            <th scope="col">{t("drawn")}</th>
            <th scope="col">{t("effect")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, at) => (
            <Cause
              key={part.cause}
              part={part}
              place={places[at] ?? { left: 0, width: 0 }}
              print={print}
              isOpen={open === part.cause}
              toggle={() => setOpen(open === part.cause ? null : part.cause)}
              rows={rowsOf(why, found, part.cause)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr className="waterfall-result">
            <th scope="row">{t("total")}</th>
            <td />
            <td className="num">{print(found.after - found.before)}</td>
          </tr>
        </tfoot>
      </table>
      <details>
        <summary>{t("howTitle")}</summary>
        <p className="soft">{t(`how.${why.against}`)}</p>
        <p className="soft">{t("howLuck")}</p>
      </details>
    </>
  );
}

function Cause({
  part: { cause, value },
  place,
  print,
  isOpen,
  toggle,
  rows,
}: {
  part: WhyPart;
  place: { readonly left: number; readonly width: number };
  print: (value: number) => string;
  isOpen: boolean;
  toggle: () => void;
  rows: ReturnType<typeof rowsOf>;
}) {
  const { t } = useTranslation("why");
  return (
    <>
      <tr>
        <th scope="row">
          <UnstyledButton className="cause" aria-expanded={isOpen} onClick={toggle}>
            {t(`causeOf.${cause}`)}
          </UnstyledButton>
        </th>
        <td className="fill-cell fill-cell-short">
          <span
            className={value >= 0 ? "fill fill-good" : "fill fill-bad"}
            style={{ left: `${place.left}%`, width: `${place.width}%` }}
          />
        </td>
        <td className="num">{print(value)}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={3}>
            <p className="soft cause-text">{t(`meaning.${cause}`)}</p>
            <CauseRows rows={rows} print={print} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Where the cause acted: the store's listings, each a way to its editor. */
function CauseRows({
  rows,
  print,
}: {
  rows: ReturnType<typeof rowsOf>;
  print: (value: number) => string;
}) {
  const { t } = useTranslation("why");
  const { here } = useStorePlace();
  const { nameOf } = useMarkets();
  const format = useFormat();
  if (rows.length === 0) return null;
  const rest = rows.slice(rowsShown).reduce((sum, { value }) => sum + value, 0);
  return (
    <ul className="cause-rows">
      {rows.slice(0, rowsShown).map(({ row, value }) => (
        <li key={`${row.sku}/${row.market}`}>
          <Link to={`${here}/products/${encodeURIComponent(row.sku)}/${row.market}`}>
            {format.name(row.name)} · {nameOf(row.market)}
          </Link>
          <span>{print(value)}</span>
        </li>
      ))}
      {rows.length <= rowsShown ? null : (
        <li>
          <span>{t("otherListings", { count: rows.length - rowsShown })}</span>
          <span>{print(rest)}</span>
        </li>
      )}
    </ul>
  );
}
