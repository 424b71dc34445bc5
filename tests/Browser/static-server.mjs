// Serves a folder on loopback as a static host does, with brotli, and counts nothing else.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".txt": "text/plain", ".png": "image/png" };
const packed = new Map();

/** The brotli weight of a file, packed once. */
export function weigh(file) {
  if (!packed.has(file)) {
    const bytes = fs.readFileSync(file);
    packed.set(file, zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
  return packed.get(file);
}

export function serve(folder) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = path.join(folder, path.normalize(name));
    if (name.endsWith("/")) file = path.join(file, "index.html");
    if (!file.startsWith(folder) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(fs.readFileSync(path.join(folder, "404.html")));
      return;
    }
    const isFixed = /\.[a-z0-9]{10}\.(wasm|js)$/.test(file);
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream", "content-encoding": "br", "cache-control": isFixed ? "max-age=31536000, immutable" : "max-age=600" });
    response.end(weigh(file));
  });
  return new Promise(resolve => server.listen(0, "127.0.0.1", () => resolve({ address: `http://127.0.0.1:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } })));
}
