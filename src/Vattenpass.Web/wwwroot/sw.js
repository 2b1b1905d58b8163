// Keeps the look and the lists one has opened, so that a check can be done without network. Nothing else is kept.
const LOOK = 'vattenpass-utseende-1', PAGES = 'vattenpass-sidor';
const PLAIN = '/utan-nat';
const FILES = ['/vattenpass.css', '/vattenpass.js', '/vattenpass.svg', '/lib/theme.css', '/lib/designsystemet.css', '/lib/inter-latin-wght-normal.woff2'];
const isList = url => /^\/(kontroller\/[0-9a-f-]+\/lista|lakemedel\/kontroll\/[0-9a-f-]+)$/.test(url.pathname);

self.addEventListener('install', event => event.waitUntil(caches.open(LOOK).then(cache => cache.addAll([new Request(PLAIN, { credentials: 'omit' }), ...FILES])).then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== LOOK && name !== PAGES) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate' || isList(url)) event.respondWith(page(event.request, url));
  else if (FILES.includes(url.pathname)) event.respondWith(look(event.request));
});

const page = async (request, url) => {
  try {
    const answer = await fetch(request);
    if (isList(url) && url.search === '') {
      const cache = await caches.open(PAGES);
      if (answer.ok && !answer.redirected) await cache.put(url.pathname, answer.clone()); else await cache.delete(url.pathname);
    }
    return answer;
  } catch {
    return await (await caches.open(PAGES)).match(url.pathname) ?? await caches.match(PLAIN);
  }
};

const look = async request => {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(LOOK)).put(request, answer.clone());
    return answer;
  } catch {
    return await caches.match(request);
  }
};
