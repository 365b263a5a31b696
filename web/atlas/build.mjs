// Draws the countries of the world once: `node build.mjs OUTPUT_FOLDER`. graph/assets.py calls this.
//
// atlas.json: { width, height, source, countries: [{ numeric, name, path, x, y }] }; `numeric` is ISO 3166-1 numeric, or
// null where an area has none; `path` is SVG's, in a sheet of width by height; x, y lie in the country's largest part.
import { geoArea, geoEqualEarth, geoPath } from "d3-geo";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const WIDTH = 960;
const ANTARCTICA = "010";
const DETAIL = 1e-5; // steradians: bends and islands smaller than this are not seen at the map's size
const SMALLEST_ISLAND = 2e-5;

const folder = argv[2];
if (!folder) {
  console.error("usage: node build.mjs OUTPUT_FOLDER");
  exit(2);
}

const atlas = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "world-atlas");
const world = JSON.parse(readFileSync(join(atlas, "countries-50m.json"), "utf8"));
const exact = feature(world, world.objects.countries).features;
const coarse = feature(
  ...((simple) => [simple, simple.objects.countries])(simplify(presimplify(world, sphericalTriangleArea), DETAIL)),
).features;

const parts = ({ geometry }) =>
  !geometry
    ? []
    : (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((coordinates) => ({
        type: "Feature",
        geometry: { type: "Polygon", coordinates },
      }));
const largest = (shapes) => shapes.reduce((best, shape) => (geoArea(shape) > geoArea(best) ? shape : best));

/** What is left of a country when specks are taken off; its largest part always stays. */
function withoutSpecks(country) {
  const shapes = parts(country);
  if (!shapes.length) return null;
  const kept = shapes.filter((shape) => geoArea(shape) >= SMALLEST_ISLAND && geoArea(shape) < 2 * Math.PI);
  const all = kept.length ? kept : [largest(shapes)];
  return { type: "MultiPolygon", coordinates: all.map(({ geometry }) => geometry.coordinates) };
}

const shown = exact.map((country, place) => ({ country, coarse: coarse[place] })).filter(({ country }) => country.id !== ANTARCTICA);
const land = { type: "GeometryCollection", geometries: shown.map(({ country }) => country.geometry) };
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, land);
const path = geoPath(projection).digits(1);
const height = Math.ceil(geoPath(projection).bounds(land)[1][1]);

const countries = shown.map(({ country, coarse }) => {
  const [x, y] = path.centroid(largest(parts(country))).map((number) => Math.round(number * 10) / 10);
  const shape = withoutSpecks(coarse);
  return { numeric: country.id ?? null, name: country.properties.name, path: (shape && path(shape)) ?? "", x, y };
});

const { version, license } = JSON.parse(readFileSync(join(atlas, "package.json"), "utf8"));
const source = `Natural Earth (public domain), packaged as world-atlas ${version} (${license} licence, © Michael Bostock)`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "atlas.json"), JSON.stringify({ width: WIDTH, height, source, countries }));
writeFileSync(join(folder, "licences.txt"), `world-atlas ${version} (${license})\n\n${readFileSync(join(atlas, "LICENSE"), "utf8")}`);
