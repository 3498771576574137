import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import { BandMark } from "./band-mark.tsx";
import type { Framework } from "./framework-map.ts";
import { MissingText } from "./missing-text.tsx";
import type { Seen, Standing } from "./standing.ts";

/** "2 of 3 pieces, last on 30 November": how much was seen, and when. */
export function PiecesText({ standing }: { standing: Standing }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { pieces, piecesMin, lastDay } = standing;
  const seen =
    pieces < piecesMin
      ? t("pieces.some", { count: pieces, of: piecesMin })
      : t("pieces.enough", { count: pieces });
  return (
    <>
      {seen} · <time dateTime={lastDay}>{t("pieces.last", { date: format.date(lastDay) })}</time>
    </>
  );
}

function Row({ seen, address }: { seen: Seen; address: string }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { one, standing, level } = seen;
  return (
    <li>
      <Link to={address} className="standing-name">
        <span className="mono">{one.id}</span> {format.name(one.name)}
      </Link>
      <BandMark level={level} />
      <p className="soft">
        {standing === undefined ? null : (
          <span className="standing-pieces">
            <PiecesText standing={standing} />
          </span>
        )}
        {level === "mastered" ? null : <MissingText {...seen} />}
      </p>
      {standing === undefined ? null : (
        <Link to={address} className="why standing-why">
          {t("why")}
          <span className="visually-hidden">
            {" "}
            {one.id} {format.name(one.name)}
          </span>
        </Link>
      )}
    </li>
  );
}

/** Competencies by area with their bands, each the way to why it stands there. */
export function StandingList({
  framework,
  seen,
  addressOf,
}: {
  framework: Framework;
  seen: readonly Seen[];
  addressOf: (competency: string) => string;
}) {
  const format = useFormat();
  const areas = framework.areas
    .map((area) => ({ area, rows: seen.filter(({ one }) => one.area === area.id) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <div className="framework-areas">
      {areas.map(({ area, rows }) => (
        <div key={area.id}>
          <h3>{format.name(area.name)}</h3>
          <ul className="plain-list standing-list">
            {rows.map((row) => (
              <Row key={row.one.id} seen={row} address={addressOf(row.one.id)} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
