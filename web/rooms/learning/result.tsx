import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import type { Effect, Measurement } from "./learning-types.ts";
import { useFigures } from "./use-figures.ts";

function Tile({ name, value, foot }: { name: string; value: ReactNode; foot: ReactNode }) {
  return (
    <div className="tile">
      <div className="tile-name">{name}</div>
      <div className="tile-value">{value}</div>
      <div className="tile-foot">{foot}</div>
    </div>
  );
}

const medium = 0.5;
const large = 0.8;

/** J. Cohen's words for effects, and only where the interval does not hold zero. */
export function sizeOf({ effect, low, high }: Effect) {
  if (high < 0) return "loss";
  if (low <= 0) return "open";
  if (effect >= large) return "large";
  return effect >= medium ? "medium" : "small";
}

/** The gain and the effect, each with its bounds, and what they do not say. */
export function Result({ of }: { of: Measurement }) {
  const { t } = useTranslation("learning");
  const { share, points, effect } = useFigures();
  if (of.state !== "over")
    return (
      <Card title={t("result.title")}>
        <p>{t("result.coming")}</p>
      </Card>
    );
  const { gain, effect: found } = of;
  if (gain === null)
    return (
      <Card title={t("result.title")}>
        <p>{t("result.tooFew")}</p>
      </Card>
    );
  const bounds = (low: string, high: string) => t("result.bounds", { low, high });
  return (
    <Card title={t("result.title")}>
      <div className="form">
        <div className="tiles">
          <Tile
            name={t("result.gain")}
            value={t("result.points", { points: points(gain.gain) })}
            foot={
              <>
                {t("result.gainText", { before: share(gain.before), after: share(gain.after) })}
                {gain.low === null || gain.high === null
                  ? null
                  : ` · ${bounds(points(gain.low), points(gain.high))}`}
              </>
            }
          />
          {found === null ? null : (
            <Tile
              name={t("result.effect")}
              value={effect(found.effect)}
              foot={`${bounds(effect(found.low), effect(found.high))} · ${t("result.effectText")}`}
            />
          )}
          <Tile name={t("result.people")} value={gain.people} foot={t("result.peopleText")} />
        </div>
        <p>{found === null ? t("result.alike") : t(`result.sizes.${sizeOf(found)}`)}</p>
        {found === null ? null : <FormGap of={found} />}
        <p className="soft">{t("result.cause")}</p>
      </div>
    </Card>
  );
}

function FormGap({ of: { formGap } }: { of: Effect }) {
  const { t } = useTranslation("learning");
  const { points } = useFigures();
  const how = formGap < 0 ? t("result.worse") : t("result.better");
  return (
    <p className="soft">
      {t("result.formGap", { gap: points(Math.abs(formGap)).replace("+", ""), how })}
    </p>
  );
}

/** Who sat which test; who is missing is told of, and made up for by nothing. */
export function Taken({ of }: { of: NonNullable<Measurement["taken"]> }) {
  const { t } = useTranslation("learning");
  const { share } = useFigures();
  const { stayedBefore, droppedBefore, unfinished } = of;
  const [stayed, dropped] = [share(stayedBefore), share(droppedBefore)];
  return (
    <Card title={t("taken.title")}>
      <div className="form">
        <div className="tiles">
          {(["both", "dropped", "joined", "none"] as const).map((part) => (
            <div key={part} className="tile">
              <div className="tile-name">{t(`taken.${part}`)}</div>
              <div className="tile-value">{of[part]}</div>
            </div>
          ))}
        </div>
        {unfinished === 0 ? null : <p>{t("taken.unfinished", { count: unfinished })}</p>}
        {stayedBefore === null ? null : (
          <p className="soft">
            {droppedBefore === null
              ? t("taken.stayed", { stayed })
              : t("taken.compared", { stayed, dropped })}
          </p>
        )}
      </div>
    </Card>
  );
}
