// Runs the server audits of the npm package graphql-http against a URL, with a token on every request.
// Usage: node audit.mjs URL TOKEN; prints a line for each audit, and fails unless all are fully met.
import { auditServer } from 'graphql-http';

const authorization = `Bearer ${process.argv[3]}`;
const fetchFn = (url, options = {}) => fetch(url, { ...options, headers: { ...options.headers, authorization } });

const results = await auditServer({ url: process.argv[2], fetchFn });
for (const { id, name, status, reason } of results) console.log(status, id, name, reason ?? '');
process.exitCode = results.length > 0 && results.every(({ status }) => status === 'ok') ? 0 : 1;
