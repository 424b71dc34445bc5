// Keeps what was loaded once, so that the page works without a network. Files with a digest in their names never change; the rest is
// asked for anew where there is a network.
const name = "dockerlint-playground";
self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim().then(async () => {
  const cache = await caches.open(name);
  const kept = new Set(FILES.map(file => new URL(file, self.registration.scope).href));
  for (const request of await cache.keys()) if (!kept.has(request.url)) await cache.delete(request);
  await Promise.all(FILES.map(async file => { if (!await cache.match(file)) await cache.add(file).catch(() => {}); }));
})));
self.addEventListener("fetch", event => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  const isFixed = /\.[a-z0-9]{10}\.(wasm|js)$/.test(event.request.url);
  event.respondWith((async () => {
    const cache = await caches.open(name);
    const known = await cache.match(event.request, { ignoreSearch: true });
    if (known && isFixed) return known;
    try {
      const answer = await fetch(event.request);
      if (answer.ok) cache.put(event.request, answer.clone());
      return answer;
    } catch (error) {
      if (known) return known;
      throw error;
    }
  })());
});
