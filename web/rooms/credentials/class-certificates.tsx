import "./credentials.css";
import { Button, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { AskRevocation } from "./ask-revocation.tsx";
import type { Side, Signing } from "./credential-types.ts";
import { PlayAgain } from "./play-again.tsx";
import { SignButton } from "./sign-button.tsx";
import { useCertificateName } from "./signing-item.tsx";
import { SigningList } from "./signing-list.tsx";

type ClassSigning = Answer<"GET /assessment/classes/:class/signatures">;

const pollMillis = { issuing: 2_000, idle: 30_000 };
const sides: readonly Side[] = ["school", "enterprise"];

/** How far the credentials are that were signed last. */
function Issuing({ of }: { of: NonNullable<ClassSigning["issuing"]> }) {
  const { t } = useTranslation("credentials");
  const { total, done, endedAt } = of;
  if (endedAt !== null && total < 2) return null;
  return (
    <Card label={t("sign.issuing", { done, total })}>
      <div className="form" role="status">
        {endedAt === null ? (
          <>
            <p>{t("sign.issuing", { done, total })}</p>
            <Progress
              value={(100 * done) / total}
              aria-label={t("sign.issuing", { done, total })}
            />
            <p className="soft">{t("sign.leave")}</p>
          </>
        ) : (
          <p>{t("sign.issuingDone", { total })}</p>
        )}
      </div>
    </Card>
  );
}

/** What the reader may do about one certificate. */
function Acts({ of }: { of: Signing }) {
  const { mine, credential, name } = of;
  const nameOf = useCertificateName();
  return (
    <>
      {mine.map((side) => (
        <SignButton key={side} side={side} of={[of]} />
      ))}
      {credential?.mayReplay === true ? (
        <PlayAgain credential={credential.id} name={`${name} · ${nameOf(of)}`} />
      ) : null}
      {credential?.mayRevoke === true ? (
        <AskRevocation credential={credential.id} name={name} />
      ) : null}
    </>
  );
}

function Signings({ of }: { of: ClassSigning }) {
  const { t } = useTranslation("credentials");
  const nameOf = useCertificateName();
  const { certificates, issuing } = of;
  return (
    <div className="grid">
      {issuing === null ? null : <Issuing of={issuing} />}
      <Card
        title={t("mine.held")}
        note={t("sign.note")}
        acts={sides.map((side) => {
          const own = certificates.filter(({ mine }) => mine.includes(side));
          return own.length < 2 ? null : <SignButton key={side} side={side} of={own} isAll />;
        })}
        flush
      >
        {certificates.length === 0 ? (
          <Empty title={t("sign.empty.title")} text={t("sign.empty.text")} />
        ) : (
          <SigningList
            of={certificates}
            titleOf={(one) => `${one.name} · ${nameOf(one)}`}
            actsOf={(one) => <Acts of={one} />}
          />
        )}
      </Card>
    </div>
  );
}

/** Who of a class has passed, who has signed, and what was issued. */
export default function ClassCertificates() {
  const { t } = useTranslation("credentials");
  const of = usePlace("class");
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const signing = useAnswer(
    "GET /assessment/classes/:class/signatures",
    { where: { class: of } },
    {
      pollMillis: (last) =>
        last?.issuing?.endedAt === null ? pollMillis.issuing : pollMillis.idle,
    },
  );
  return (
    <>
      <PageHead title={t("sign.of", { name: view.data?.name ?? "" })} text={t("sign.text")}>
        <Button
          component={Link}
          to={`/classes/${of}/people`}
          search={{ tab: "competencies" } as never}
          variant="default"
        >
          {t("sign.toClass")}
        </Button>
      </PageHead>
      <Loaded of={signing}>{(all) => <Signings of={all} />}</Loaded>
    </>
  );
}
