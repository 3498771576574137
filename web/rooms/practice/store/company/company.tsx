import "./company.css";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { AreaShown, useStorePlace } from "../use-store.ts";
import { CrewCard } from "./crew-card.tsx";
import { Office } from "./office.tsx";
import { Responses } from "./responses.tsx";
import { Shifts } from "./shifts.tsx";
import { Strategy } from "./strategy.tsx";
import { Training } from "./training.tsx";

/** The store's office and its people. */
export default function Company() {
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/company",
    { where },
    { keepPrevious: true },
  );
  return (
    <Loaded of={answer}>
      {(company) => (
        <div className="grid">
          <Strategy strategy={company.strategy} />
          <Responses responses={company.responses} />
          <Office company={company} />
          <div className="grid grid-even">
            {company.crews.map((crew) => (
              <CrewCard key={crew.role} crew={crew} company={company} />
            ))}
          </div>
          {company.shifts === null ? null : (
            // Whoever has which area: everybody works and learns himself.
            <AreaShown value={null}>
              <div className="grid grid-even">
                <Shifts shifts={company.shifts} />
                <Training shifts={company.shifts} />
              </div>
            </AreaShown>
          )}
        </div>
      )}
    </Loaded>
  );
}
