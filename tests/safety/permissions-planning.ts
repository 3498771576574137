/** The part of the table of permissions that is about what a region needs. */
export const planningPermissions: Readonly<Record<string, string>> = {
  "GET /planning/region": "head officer planner association government",
  "GET /planning/need": "head officer planner association government",
  "GET /planning/model": "officer planner association government",
  // Who plans a region, the use case asks: an association and a government do.
  "POST /planning/model": "association government",
  "PUT /planning/coverage": "association government",
  "PUT /planning/stock": "association government",
  // A school keeps no postings; those of the other organizations, their own tests ask.
  "GET /planning/organisations/:organisation/imports": "",
  "POST /planning/organisations/:organisation/imports": "",
  "POST /planning/organisations/:organisation/streams": "",
  "GET /planning/organisations/:organisation/imports/:import": "",
  "POST /planning/organisations/:organisation/imports/:import/postings": "",
  "POST /planning/organisations/:organisation/imports/:import/commit": "",
  "POST /planning/organisations/:organisation/vacancies": "",
  "GET /planning/organisations/:organisation/postings": "",
  "PUT /planning/organisations/:organisation/postings/:posting/label": "",
  "GET /planning/organisations/:organisation/orders": "",
  "POST /planning/organisations/:organisation/orders": "",
  "DELETE /planning/organisations/:organisation/orders/:peopleOrder": "",
};
