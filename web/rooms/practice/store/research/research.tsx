import "./research.css";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { useStorePlace } from "../use-store.ts";
import { Experiments } from "./experiments.tsx";
import { Forecasts } from "./forecasts.tsx";
import { Panels } from "./panels.tsx";
import { Reports } from "./reports.tsx";
import { Rivals } from "./rivals.tsx";

/** What the store finds out beyond its own figures, and what that costs. */
export default function Research() {
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/research",
    { where },
    { keepPrevious: true },
  );
  return (
    <Loaded of={answer}>
      {(research) => (
        <div className="grid">
          <Reports research={research} />
          <Panels research={research} />
          <Rivals research={research} />
          <Experiments research={research} />
          <Forecasts research={research} />
        </div>
      )}
    </Loaded>
  );
}
