import "./assessment.css";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { BandMark } from "./band-mark.tsx";
import type { Competency, Framework } from "./framework-map.ts";
import { MissingText } from "./missing-text.tsx";
import { Piece } from "./piece.tsx";
import { RuleText } from "./rule-text.tsx";
import { type Evidence, levelOf, type PieceView } from "./standing.ts";
import { PiecesText } from "./standing-list.tsx";

type Part = { one: Competency; of: Evidence };

/** Where it stands, in words, and what shows it. */
function StandingCard({ one, of: { standing } }: Part) {
  const { t } = useTranslation("evidence");
  const level = levelOf(standing?.band);
  return (
    <Card title={t("standing")}>
      <p className="standing-now">
        <BandMark level={level} /> {t(`meaning.${level}`)}
      </p>
      {standing === null ? null : (
        <p className="soft">
          <PiecesText standing={standing} /> · {t("contexts", { count: standing.contexts })}
        </p>
      )}
      {level === "mastered" ? null : (
        <p>
          <MissingText one={one} standing={standing ?? undefined} level={level} />
        </p>
      )}
      <p className="framework-rule standing-rule">
        <span className="dim">{t("ruleIs")}</span> <RuleText rule={one.rule} />
      </p>
      <Link to={`/framework/${one.id}`}>{t("toFramework")}</Link>
    </Card>
  );
}

/** Seasons whose rooms open to who looks; the others are named without a link. */
function useOpenSeasons(): ReadonlySet<string> {
  const { data } = useAnswer("GET /practice/seasons", {});
  return useMemo(() => new Set(data?.map(({ id }) => id)), [data]);
}

/** The pieces, the newest first: why it stands there. */
function Pieces({ one, of, actsOf }: Part & { actsOf: ActsOf }) {
  const { t } = useTranslation("evidence");
  const open = useOpenSeasons();
  if (of.pieces.length === 0)
    return (
      <Card label={t("whyTitle")}>
        <Empty title={t("noPieces.title")} text={t("noPieces.text")} />
      </Card>
    );
  return (
    <Card title={t("whyTitle")} note={t("newestFirst")}>
      <p className="soft">{t("chanceMeans")}</p>
      <ol className="plain-list pieces">
        {of.pieces.map((piece) => (
          <li key={piece.id}>
            <Piece
              piece={piece}
              rule={one.rule}
              isOpen={open.has(piece.context.id)}
              acts={actsOf(piece)}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What may be done with a piece by who looks. */
export type ActsOf = (piece: PieceView) => ReactNode;

function Found({ framework, of, back, actsOf }: { framework: Framework } & Shown) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const one = framework.competencies.find(({ id }) => id === of.competency);
  if (one === undefined)
    return <Empty isPage title={t("gone.title")} text={t("gone.text", { id: of.competency })} />;
  const title = `${one.id} ${format.name(one.name)}`;
  return (
    <>
      <PageHead title={title} text={of.mayContest ? t("yours") : t("others", { name: of.name })}>
        {back}
      </PageHead>
      <div className="grid-2-1 evidence-page">
        <Pieces one={one} of={of} actsOf={actsOf(of)} />
        <StandingCard one={one} of={of} />
      </div>
    </>
  );
}

interface Shown {
  readonly of: Evidence;
  readonly back: ReactNode;
  readonly actsOf: (of: Evidence) => ActsOf;
}

/** Why somebody stands where they do in a competency, down to the decisions. */
export function EvidencePage({
  person,
  competency,
  back,
  actsOf,
}: Omit<Shown, "of"> & { person: string; competency: string }) {
  const framework = useAnswer("GET /framework", {});
  const evidence = useAnswer("GET /assessment/people/:person/competencies/:competency", {
    where: { person, competency },
  });
  const error = framework.error ?? evidence.error;
  return (
    <>
      {/* Where it does not come, the room has its name and the way back all the same. */}
      {error === null || evidence.data !== undefined ? null : (
        <PageHead title={competency}>{back}</PageHead>
      )}
      <Loaded of={framework}>
        {(all) => (
          <Loaded of={evidence}>
            {(of) => <Found framework={all} of={of} back={back} actsOf={actsOf} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
