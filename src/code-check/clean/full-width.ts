const pairs: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '；': ';',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '．': '.',
  '。': '.',
  '＜': '<',
  '＞': '>',
  '！': '!',
  '％': '%',
  '＃': '#',
  '＿': '_',
  '［': '[',
  '］': ']',
  '、': ',',
};

/** Signs of a Chinese keyboard become those of code, outside strings and comments. */
export function withoutFullWidth(lines: readonly string[], isPython: boolean): string[] {
  let open: string | null = null;
  return lines.map((line) => {
    let result = '';
    let at = 0;
    while (at < line.length) {
      const rest = line.slice(at, at + 3);
      const sign = line[at] ?? '';
      if (open !== null) {
        if (sign === '\\') {
          result += line.slice(at, at + 2);
          at += 2;
          continue;
        }
        if (rest.startsWith(open)) {
          result += open;
          at += open.length;
          open = null;
          continue;
        }
        result += sign;
        at += 1;
        continue;
      }
      if (isPython ? sign === '#' : line.startsWith('//', at)) return result + line.slice(at);
      const quote: string | null =
        rest === '"""' || rest === "'''"
          ? rest
          : sign === '"' || sign === "'" || sign === '`'
            ? sign
            : null;
      if (quote !== null) {
        open = quote;
        result += quote;
        at += quote.length;
        continue;
      }
      const closing = { '“': '”', '‘': '’' }[sign];
      const end = closing === undefined ? -1 : line.indexOf(closing, at);
      if (end > 0) {
        result += `${pairs[sign] ?? ''}${line.slice(at + 1, end)}${pairs[sign] ?? ''}`;
        at = end + 1;
        continue;
      }
      result += pairs[sign] ?? sign;
      at += 1;
    }
    // Only triple quotes and templates go on in the next line.
    if (open !== null && open.length === 1 && open !== '`') open = null;
    return result;
  });
}
