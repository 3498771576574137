import { useTranslation } from "react-i18next";
import { useSaved } from "../../api/saved.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { AnchorChoice } from "./anchor-choice.tsx";
import type { Framework } from "./framework-map.ts";
import { criteriaOf, type RatedWork } from "./rating-types.ts";
import { useMarks } from "./use-marks.ts";

/** "Saved 14:03:22" beside the button: on a phone the top bar has no room for it. */
function Kept() {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const saved = useSaved();
  if (saved.kind === "saved") return <span>{t("saved", { time: format.time(saved.at) })}</span>;
  if (saved.kind === "saving") return <span>{t("saving")}</span>;
  return null;
}

/** Marks a work by its criteria; what is tapped is kept, what is handed in is fixed. */
export function MarkForm({
  framework,
  of,
  onDone,
}: {
  framework: Framework;
  of: RatedWork;
  onDone: () => void;
}) {
  const { t } = useTranslation("review");
  const { marks, error, isSending, tap, write, retry, handIn } = useMarks(of);
  const ids = of.criteria.map(({ competency }) => competency);
  const missing = ids.filter((id) => marks[id] === undefined).length;
  const finish = async () => {
    if (await handIn()) onDone();
  };
  return (
    <Card title={t("criteria")} note={t("criteriaNote")}>
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        {criteriaOf(framework, ids).map((one) => (
          <AnchorChoice
            key={one.id}
            framework={framework}
            one={one}
            given={marks[one.id]}
            onMark={(mark) => tap(one.id, mark)}
            onNote={(note) => write(one.id, note)}
          />
        ))}
        {error === null ? null : <Problem error={error} retry={retry} />}
        <p className="soft">{t("fixed")}</p>
        <div className="row row-wrap">
          <ReasonButton
            size="md"
            reason={missing === 0 ? null : t("missing", { count: missing })}
            loading={isSending}
            onClick={() => void finish()}
          >
            {t("handIn")}
          </ReasonButton>
          <span className="soft">
            {t("marked", { count: ids.length - missing, of: ids.length })} <Kept />
          </span>
        </div>
      </form>
    </Card>
  );
}
