// PostGraphile on Hearth's tables, as its documentation sets it up for production: no watching, no GraphiQL, no explain,
// a pool of a fixed size, the scope of each request by pgSettings. Nothing else happens for a request: no token is
// checked, the scope stands in the headers.
//
//   PGHOST=… PGUSER=hearth_office PGDATABASE=… PORT=8200 POOL=6 node server.mjs

import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgSmartTagsPlugin } from "postgraphile/utils";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const { PGHOST, PGPORT, PGUSER, PGDATABASE, PORT, POOL } = process.env;

// Rows of a child are looked up by the file in which they stand: that is what their index is of, and what we ask for.
const OF_A_CHILD = [
  "care_episode", "community_link", "guardianship", "legal_status", "placement", "support_service", "task",
  "temporary_stay",
];
const IN_THE_FILE = "(country_code, child_file_id) references child (country_code, id)";
const files = makePgSmartTagsPlugin(
  OF_A_CHILD.map((table) => ({ kind: "class", match: table, tags: { foreignKey: [IN_THE_FILE] } })),
);

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [files],
  disablePlugins: ["MutationPlugin"],
  pgServices: [
    makePgService({
      poolConfig: { host: PGHOST, port: Number(PGPORT), user: PGUSER, database: PGDATABASE, max: Number(POOL), min: Number(POOL) },
      schemas: ["public"],
    }),
  ],
  grafserv: { port: Number(PORT), graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: {
    explain: false,
    context: (requestContext) => {
      const headers = requestContext.node?.req.headers ?? {};
      return {
        pgSettings: {
          "hearth.country": headers["hearth-country"] ?? "",
          "hearth.countries": headers["hearth-countries"] ?? "",
          "hearth.programmes": headers["hearth-programmes"] ?? "",
        },
      };
    },
  },
};

const instance = postgraphile(preset);
const serv = instance.createServ(grafserv);
const server = createServer();
server.on("error", (fault) => {
  console.error(fault);
  process.exit(1);
});
await serv.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
