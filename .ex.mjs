import { matches } from 'fake-eventbridge';

for (const n of [1e3, 1e4, 3e4, 6e4, 1e5, 2e5]) {
  const ev = { detail: Object.fromEntries(Array.from({ length: n }, (_, i) => [`key${i}`, i])) };
  const txt = JSON.stringify(ev);
  const a = [];
  for (let r = 0; r < 40; r++) {
    const s2 = performance.now();
    matches('{"detail":{"kye5":[1]}}', txt);
    a.push(performance.now() - s2);
  }
  a.sort((x, y) => x - y);
  console.log(
    n,
    txt.length,
    'min',
    a[0].toFixed(3),
    'med',
    a[20].toFixed(3),
    'per char ns',
    ((a[0] * 1e6) / txt.length).toFixed(2),
  );
}
