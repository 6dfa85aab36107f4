// SPDX-License-Identifier: MIT
// Serves a folder on the loopback, as strictly as a site may be served: what the policy forbids shows as an error.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

export const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join("; ");

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
  ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".ico": "image/x-icon", ".woff2": "font/woff2",
};

// The file an address of the site stands for; index.html for a folder.
export function fileOf(folder, pathname) {
  const path = normalize(decodeURIComponent(pathname));
  return join(folder, path.endsWith("/") ? `${path}index.html` : path);
}

async function answer(folder, request, response) {
  const { pathname } = new URL(request.url, "http://site.test");
  const headers = { "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" };
  let path = fileOf(folder, pathname);
  if (pathname === "/favicon.ico") return response.writeHead(204, headers).end();  // a browser asks for it unbidden
  let status = 200;
  let body = await readFile(path).catch(() => null);
  if (body === null) {
    status = 404;
    path = join(folder, "404.html");
    body = await readFile(path).catch(() => "there is no such page");
  }
  response.writeHead(status, { ...headers, "Content-Type": types[extname(path)] ?? "application/octet-stream" });
  response.end(request.method === "HEAD" ? undefined : body);
}

// {origin, close()}
export async function serve(folder) {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}
