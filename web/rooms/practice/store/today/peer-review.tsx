import { Select, TextInput } from "@mantine/core";
import { peerPoints } from "@echelon/kernel/market/integrity/peer-factor.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAct, useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card, Problem } from "../../../../parts/page.tsx";
import { ReasonButton } from "../../../../parts/reason-button.tsx";
import { useStorePlace } from "../use-store.ts";

const does = "GET /practice/seasons/:season/stores/:store/peer-review";
type View = Answer<typeof does>;
type Mark = NonNullable<View["given"]>[number];
const marks = ["1", "2", "3", "4", "5"];

/** Equal parts stand ready; what does not divide goes to the first. */
function usualMarks({ mates, given }: View): Mark[] {
  const part = Math.floor(peerPoints / Math.max(1, mates.length));
  const rest = peerPoints - part * mates.length;
  return mates.map(
    ({ person }, at) =>
      given?.find((one) => one.person === person) ?? {
        person,
        points: at === 0 ? part + rest : part,
        mark: 3,
        reason: "",
      },
  );
}

function Form({ view }: { view: View }) {
  const { t } = useTranslation("teams");
  const { where } = useStorePlace();
  const [said, setSaid] = useState(() => usualMarks(view));
  const send = useAct("PUT /practice/seasons/:season/stores/:store/peer-review", [does]);
  const left = peerPoints - said.reduce((sum, { points }) => sum + points, 0);
  const change = (person: string, part: Partial<Mark>) =>
    setSaid(said.map((one) => (one.person === person ? { ...one, ...part } : one)));
  const submit = (event: FormEvent) => event.preventDefault();
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t("peer.text")}</p>
      {view.mates.map(({ person, name }) => {
        const one = said.find((mark) => mark.person === person);
        if (one === undefined) return null;
        return (
          <div key={person} className="form fields-2">
            <NumberField
              label={t("peer.points", { name })}
              value={one.points}
              min={0}
              max={peerPoints}
              onValue={(points) => change(person, { points: points ?? 0 })}
            />
            <Select
              label={t("peer.mark", { name })}
              data={marks}
              value={String(one.mark)}
              allowDeselect={false}
              onChange={(mark) => change(person, { mark: Number(mark ?? one.mark) })}
            />
            <TextInput
              label={t("peer.reason")}
              value={one.reason}
              maxLength={400}
              onChange={(event) => change(person, { reason: event.currentTarget.value })}
            />
          </div>
        );
      })}
      {send.error === null ? null : <Problem error={send.error} />}
      <div className="row row-wrap">
        <ReasonButton
          variant={view.given === null ? "filled" : "default"}
          reason={left === 0 ? null : t("peer.unshared")}
          loading={send.isPending}
          onClick={() => send.mutate({ where, body: { round: view.round, marks: said } })}
        >
          {view.given === null ? t("peer.send") : t("peer.sendAgain")}
        </ReasonButton>
        <span aria-live="polite" className={left === 0 ? "soft" : "warn"}>
          {left > 0 ? t("peer.left", { left }) : null}
          {left < 0 ? t("peer.over", { over: -left }) : null}
          {left === 0 && view.given !== null ? t("peer.sent") : null}
        </span>
      </div>
    </form>
  );
}

/** After each round a member says what the others did; who is alone is not asked. */
export default function PeerReview() {
  const { t } = useTranslation("teams");
  const { where } = useStorePlace();
  const { data } = useAnswer(does, { where });
  if (data === undefined || data.mates.length === 0) return null;
  return (
    <Card title={t("peer.title", { round: data.round })}>
      <Form key={`${data.round} ${data.given === null}`} view={data} />
    </Card>
  );
}
