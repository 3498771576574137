import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Card, Empty, Loaded } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { eventSize } from "./event-plan.ts";

type EventPlaces = Pick<SeasonEvent, "kind" | "sizeBp"> & {
  readonly markets: readonly string[];
  readonly categories: readonly string[];
};
type SeasonEvent = Answer<"GET /practice/seasons/:season/events">[number];

const tones: Readonly<Record<SeasonEvent["phase"], string>> = {
  acting: "badge badge-accent",
  announced: "badge badge-warn",
  planned: "badge",
  over: "badge",
};

/** When it acts, and from when stores read of it. */
function useDaysOf() {
  const { t } = useTranslation(["events", "steer"]);
  return ({ from, to, announcedOn, phase }: SeasonEvent) => {
    const acts =
      to === null
        ? t("events.stays", { from })
        : t(from === to ? "events.onDay" : "events.span", { from, to });
    const isTold = phase === "announced" || phase === "planned";
    return isTold ? [acts, t("events.announced", { day: announcedOn })] : [acts];
  };
}

/** Where it acts and how strongly, as far as its kind has places and a size. */
export function usePlacesOf(): (event: EventPlaces) => string[] {
  const { t } = useTranslation(["events", "steer"]);
  const format = useFormat();
  const season = useSeason();
  return ({ kind, sizeBp, markets, categories }) => {
    const marketNames = season.markets
      .filter(({ code }) => markets.includes(code))
      .map(({ name }) => format.name(name));
    const categoryNames = season.categories
      .filter(({ id }) => categories.includes(id))
      .map(({ name }) => format.name(name));
    const size = eventSize(kind, sizeBp);
    return [
      ...(size === null
        ? []
        : [t(`events.sizes.${size.unit}`, { size: format.number(size.value, size.digits) })]),
      ...(marketNames.length === 0 ? [] : [marketNames.join(t("comma"))]),
      ...(categoryNames.length === 0 ? [] : [categoryNames.join(t("comma"))]),
    ];
  };
}

function EventLine({ event }: { event: SeasonEvent }) {
  const { t } = useTranslation(["events", "steer"]);
  const format = useFormat();
  const daysOf = useDaysOf();
  const placesOf = usePlacesOf();
  const { by, at, note, phase, headline, kind } = event;
  return (
    <li className="event-line">
      <span className={tones[phase]}>{t(`events.phases.${phase}`)}</span>
      <div>
        <strong>{format.name(headline)}</strong>
        <p className="soft">
          {[t(`event.kinds.${kind}`), ...daysOf(event), ...placesOf(event)].join(" · ")}
        </p>
        <p className="dim">
          {by === null || at === null
            ? t("events.ofScenario")
            : t("events.by", { by, at: format.dateTime(at) })}
          {note === "" ? null : <q className="event-note">{note}</q>}
        </p>
      </div>
    </li>
  );
}

/** Every event of the season: what acts, what comes, what is over; who put it in and why. */
export default function Events() {
  const { t } = useTranslation(["events", "steer"]);
  const season = useSeason();
  const events = useAnswer("GET /practice/seasons/:season/events", {
    where: { season: season.id },
  });
  return (
    <Card title={t("events.title")} note={t("events.note")}>
      <Loaded of={events}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("events.none.title")} text={t("events.none.text")} />
          ) : (
            <ul className="event-lines">
              {list.map((event) => (
                <EventLine
                  key={`${event.number ?? "s"} ${event.kind} ${event.from}`}
                  event={event}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
