import { advertisingEndpoints } from "./advertising-endpoints.ts";
import { agentEndpoints } from "./agents.ts";
import { courseTaskEndpoints } from "./course-tasks.ts";
import { debriefEndpoints } from "./debrief.ts";
import { modelEndpoints } from "./model.ts";
import { questionEndpoints } from "./questions.ts";
import { teamEndpoints } from "./teams.ts";
import { teamRoleEndpoints } from "./team-roles.ts";
import { seasonEndpoints } from "./season-endpoints.ts";
import { storeEndpoints } from "./store-endpoints.ts";
import { integrityEndpoints } from "./integrity.ts";
import { studyEndpoints } from "./study-endpoints.ts";

export const practice = {
  ...seasonEndpoints,
  ...storeEndpoints,
  ...advertisingEndpoints,
  ...integrityEndpoints,
  ...studyEndpoints,
  ...modelEndpoints,
  ...debriefEndpoints,
  ...questionEndpoints,
  ...teamEndpoints,
  ...teamRoleEndpoints,
  ...agentEndpoints,
  ...courseTaskEndpoints,
} as const;
