import type { QueryClient } from "@tanstack/react-query";
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  type RouteComponent,
} from "@tanstack/react-router";
import { sessionOf } from "./api/session.ts";
import { lastChairKey } from "./frame/chair-frame.tsx";
import { firstChair, homeOf } from "./frame/chairs.ts";
import { Broken, Lost } from "./frame/edges.tsx";
import { MentorHall, OwnHall, StudentHall, TeacherHall } from "./frame/hall.tsx";
import { SteerFrame, StoreFrame } from "./frame/season-frames.tsx";
import { SignedIn } from "./frame/signed-in.tsx";
import { PlainFrame } from "./parts/frame.tsx";
import {
  appealRoutes,
  assessmentRoutes,
  assignmentRoutes,
  gradeRoutes,
  evidenceRoutes,
  learnerRoutes,
  reviewRoutes,
} from "./rooms/assessment/routes.ts";
import { examRoutes, heldExamRoutes, sittingRoutes } from "./rooms/exams/routes.ts";
import { courseRoutes, learnRoutes } from "./rooms/courses/routes.ts";
import { learningRoutes } from "./rooms/learning/routes.ts";
import {
  certificateRoutes,
  classCertificateRoutes,
  officeCredentialRoutes,
  verifyRoutes,
} from "./rooms/credentials/routes.ts";
import { exchangeRoutes } from "./rooms/exchange/routes.ts";
import { accountRoute, doorRoutes } from "./rooms/identity/routes.ts";
import { planningRoutes } from "./rooms/planning/routes.ts";
import { placementRoutes } from "./rooms/placement/routes.ts";
import {
  docsRoute,
  manualRoute,
  organisationRoutes,
  statusRoute,
} from "./rooms/platform/routes.ts";
import { lobbyRoutes } from "./rooms/practice/lobby/routes.ts";
import { seasonRoutes, steerRoutes } from "./rooms/practice/steer/routes.ts";
import { storeRoutes } from "./rooms/practice/store/routes.ts";
import { boardRoutes, joinRoutes, teachingRoutes } from "./rooms/teaching/routes.ts";

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Lost,
  errorComponent: Broken,
});

/** A frame around rooms; it adds nothing to their address unless it has a path. */
function frame(parent: AnyRoute, id: string, component: RouteComponent): AnyRoute {
  return createRoute({ getParentRoute: () => parent, id, component }) as unknown as AnyRoute;
}

function frameAt(parent: AnyRoute, path: string, component: RouteComponent): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path, component }) as unknown as AnyRoute;
}

const plain = frame(root as unknown as AnyRoute, "plain", () => (
  <PlainFrame>
    <Outlet />
  </PlainFrame>
));

/** Nobody goes past here without a session; who is sent away comes back after signing in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: SignedIn,
  beforeLoad: async ({ context, location }) => {
    const { me } = await sessionOf(context.client);
    if (me === null) throw redirect({ to: "/sign-in", search: { back: location.href } });
  },
}) as unknown as AnyRoute;

/** The first room of whoever comes; a person without any role has an account at least. */
const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context }) => {
    const { me } = await sessionOf(context.client);
    if (me === null) throw redirect({ to: "/sign-in" });
    const chair = firstChair(me, localStorage.getItem(lastChairKey));
    throw redirect({ to: chair === null ? "/account" : homeOf[chair] });
  },
}) as unknown as AnyRoute;

const student = frame(signedIn, "student", StudentHall);
const teacher = frame(signedIn, "teacher", TeacherHall);
const mentor = frame(signedIn, "mentor", MentorHall);
const own = frame(signedIn, "own", OwnHall);
const store = frameAt(signedIn, "s/$season/$store", StoreFrame);
const steer = frameAt(signedIn, "t/$season", SteerFrame);

const tree = root.addChildren([
  home,
  plain.addChildren([
    ...doorRoutes(plain),
    ...joinRoutes(plain),
    ...verifyRoutes(plain),
    manualRoute(plain),
    docsRoute(plain),
  ]),
  signedIn.addChildren([
    ...boardRoutes(signedIn),
    student.addChildren([
      ...lobbyRoutes(student),
      ...learnRoutes(student),
      ...assignmentRoutes(student),
      ...sittingRoutes(student),
      ...gradeRoutes(student),
      ...evidenceRoutes(student),
      ...certificateRoutes(student),
    ]),
    store.addChildren(storeRoutes(store)),
    teacher.addChildren([
      ...teachingRoutes(teacher),
      ...learnerRoutes(teacher),
      ...examRoutes(teacher),
      ...courseRoutes(teacher),
      ...classCertificateRoutes(teacher),
      ...seasonRoutes(teacher),
    ]),
    steer.addChildren(steerRoutes(steer)),
    mentor.addChildren(exchangeRoutes(mentor)),
    own.addChildren([
      accountRoute(own),
      statusRoute(own),
      ...organisationRoutes(own),
      ...assessmentRoutes(own),
      ...placementRoutes(own),
      ...planningRoutes(own),
      ...reviewRoutes(own),
      ...appealRoutes(own),
      ...heldExamRoutes(own),
      ...learningRoutes(own),
      ...officeCredentialRoutes(own),
    ]),
  ]),
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}
