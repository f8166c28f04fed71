import type { Locale } from '../words/index.ts';

/** Of the reader's system: a page with Chinese fonts in it would have several megabytes. */
const fonts: Readonly<Record<Locale, string>> = {
  en: 'Inter, system-ui, "Segoe UI", Helvetica, Arial, sans-serif',
  'zh-CN':
    'Inter, "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',
  'zh-TW':
    'Inter, "Noto Sans TC", "Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", system-ui, sans-serif',
};

/** For the screen and for paper, A4 or Letter: no chart and no row of a table is cut by the end of a page. */
export const styleFor = (locale: Locale): string => `
:root { color-scheme: light; }
@page { margin: 14mm 16mm; }
body { margin: 0; background: #fff; color: #1c1e21; font: 11pt/1.5 ${fonts[locale]}; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 0.4rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; padding-top: 0.6rem; border-top: 1px solid #c9ced4; }
h3 { font-size: 1.05rem; margin: 1.1rem 0 0.3rem; }
p, ul { margin: 0.4rem 0; }
ul { padding-left: 1.2rem; }
a { color: #005f99; overflow-wrap: anywhere; }
code { font: 0.92em ui-monospace, Consolas, Menlo, monospace, ${fonts[locale]}; background: #eef0f2; padding: 0 0.2em; overflow-wrap: anywhere; }
.muted { color: #4f5660; }
.prompt { font-size: 1.08rem; }
.discuss { border-left: 4px solid #d98c00; padding: 0.2rem 0 0.2rem 0.8rem; }
table { border-collapse: collapse; width: 100%; margin: 0.8rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid #dfe3e7; }
td p { margin: 0; }
thead th { color: #4f5660; font-weight: 600; }
td.votes { width: 6.5rem; white-space: nowrap; }
.bar { display: block; height: 0.5rem; margin-top: 0.25rem; border-radius: 2px; background: #6f7782; }
.right .bar { background: #005f99; }
.bar, code { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
figure { margin: 0.6rem 0; }
figure img { display: block; max-width: 100%; width: 34rem; height: auto; max-height: 125mm; object-fit: contain; object-position: left; }
figcaption { color: #4f5660; font-size: 0.9em; }
em:lang(zh), em:lang(zh) * { font-style: normal; }
@media print {
  body { font-size: 10pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  a { color: inherit; }
  h1, h2, h3, caption, thead { break-after: avoid; }
  h2 { margin-top: 1.2rem; }
  figure img { max-height: 92mm; }
  figure, table, li, .discuss, .prompt, .further { break-inside: avoid; }
  .prompt { break-after: avoid; }
  p { orphans: 3; widows: 3; }
}
`;
