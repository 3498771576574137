import "./credentials.css";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card } from "../../parts/page.tsx";
import type { Side } from "./credential-types.ts";
import { SignButton } from "./sign-button.tsx";
import { useCertificateName } from "./signing-item.tsx";
import { SigningList } from "./signing-list.tsx";

const sides: readonly Side[] = ["school", "enterprise", "association"];

/** What waits for the reader's signature, in all classes; nothing where nothing does. */
export default function ToSign() {
  const { t } = useTranslation("credentials");
  const awaiting = useAnswer("GET /assessment/signatures", {});
  const nameOf = useCertificateName();
  return sides.map((side) => {
    const own = (awaiting.data ?? []).filter(({ mine }) => mine.includes(side));
    if (own.length === 0) return null;
    return (
      <Card
        key={side}
        title={t("sign.title")}
        note={t("sign.note")}
        acts={<SignButton side={side} of={own} isAll />}
        flush
      >
        <SigningList
          of={own}
          titleOf={(one) => `${one.name} · ${nameOf(one)} · ${one.className}`}
          actsOf={(one) => <SignButton side={side} of={[one]} />}
        />
      </Card>
    );
  });
}
