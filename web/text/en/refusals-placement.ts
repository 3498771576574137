/** What every refusal of placement says: what happened and what to do. */
export default {
  "placement/no-such-round":
    "There is no such round, or it is not yours to see. Choose one from the list.",
  "placement/no-such-place":
    "There is no such place, or it is not your organization's. Choose one from the list.",
  "placement/no-such-applicant": "This person has not listed it. Load the page again.",
  "placement/no-such-appeal": "There is no such appeal, or it is not yours to answer.",
  "placement/no-such-competency":
    'The framework has no competency "{{competency}}". Choose one from the list.',
  "placement/not-yours-to-run":
    "You do not lead rounds of this organization. Ask its head, officer or planner.",
  "placement/not-your-place":
    "You do not offer places of this organization. Ask its mentor, officer or head.",
  "placement/round-full": "There are at most {{most}} of these. Take out what is not needed first.",
  "placement/wrong-state":
    "The round is not at the step that this belongs to ({{state}}). See how far it has come.",
  "placement/round-changed": "It was changed elsewhere. Load it again and make your change anew.",
  "placement/rules-unsound":
    "The rules contradict each other: {{problem}} ({{place}}). See seats, least numbers and caps.",
  "placement/least-over-capacity":
    "The least number, {{least}}, is above the seats, {{capacity}}. Change one of them.",
  "placement/no-places": "There are no places yet. Let enterprises or bases offer some first.",
  "placement/no-agreement":
    "{{count}} places are not agreed to: {{places}}. Their organizations agree, or drop them.",
  "placement/regions-not-nested":
    'The regions "{{one}}" and "{{other}}" overlap at "{{place}}". Nest them or part them.',
  "placement/lottery-not-committed":
    "The lottery's seed is not the promised one. Cancel the round and begin another.",
  "placement/instance-changed":
    "What was frozen was changed afterwards. Cancel the round and begin another.",
  "placement/not-stable":
    "The verifier found it not stable ({{blocking}} pairs). Cancel the round and report it.",
  "placement/appeals-open": "Appeals not answered yet: {{open}}. Answer them first.",
  "placement/appealed": "You have appealed once. Wait for the answer.",
  "placement/appeal-decided": "This appeal is answered, and the answer stands.",
  "placement/choices-closed":
    '"{{round}}" takes no more lists. See what came out, or wait for another round.',
  "placement/list-too-long":
    "The list has {{count}} places, and at most {{most}} count. Leave the last ones out.",
  "placement/choice-twice": '"{{place}}" stands twice in the list. Take one out.',
  "placement/place-not-open":
    "Choice {{choice}} is not a place of this round. Take it out and hand in again.",
  "placement/under-floor":
    '"{{place}}" asks a fit of {{floor}} %; yours is {{fit}} %. Gather evidence, or leave it out.',
};
