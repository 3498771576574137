/**
 * Who may in placement: rounds are those of their leaders, places those of their organizations. The
 * school's round takes posts, and the mentor offers a place in it.
 */
export const placementPermissions: Readonly<Record<string, string>> = {
  "GET /placement/rounds":
    "head teacher colleague student classmate mentor officer planner association government",
  "POST /placement/rounds": "head planner",
  "GET /placement/rounds/:round": "head planner",
  "PUT /placement/rounds/:round/rules": "head planner",
  "POST /placement/rounds/:round/step": "head planner",
  "PUT /placement/rounds/:round/applicants/:person": "head planner",
  // Whose appeal it is, the use cases' own tests ask: here there is none.
  "POST /placement/appeals/:appeal/decision": "head officer planner association government",
  // Of a round that is not published there is nothing to have.
  "GET /placement/rounds/:round/instance": "",
  "GET /placement/places": "head mentor officer association government",
  "POST /placement/rounds/:round/places": "head",
  "PUT /placement/places/:place": "mentor officer",
  "DELETE /placement/places/:place": "mentor",
  "PUT /placement/places/:place/agreement": "mentor officer",
  "PUT /placement/places/:place/applicants/:person": "mentor officer",
  // Choices are not open yet, so that there is nothing to rank.
  "GET /placement/rounds/:round/own": "",
  "PUT /placement/rounds/:round/own": "",
  "POST /placement/rounds/:round/own/appeal": "",
};
