import "./off-site.css";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { useStorePlace } from "../use-store.ts";
import { offSiteDoes } from "./answer.ts";
import { Brought } from "./brought.tsx";
import { ChannelCards } from "./channel-cards.tsx";
import { Known } from "./known.tsx";
import { Mailings } from "./mailings.tsx";

/** Promotion off the market: how well the store is known, the channels, what they brought. */
export default function OffSite() {
  const { where } = useStorePlace();
  const answer = useAnswer(offSiteDoes, { where }, { keepPrevious: true });
  return (
    <Loaded of={answer}>
      {(view) => (
        <div className="grid">
          <ChannelCards view={view} />
          <Known view={view} />
          <Brought view={view} />
          {view.mailings.length === 0 ? null : <Mailings view={view} />}
        </div>
      )}
    </Loaded>
  );
}
