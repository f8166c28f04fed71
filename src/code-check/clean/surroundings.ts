/** What stands between fences is code, the rest is talk; without fences all is code. */
export function onlyFenced(lines: readonly string[]): string[] {
  if (!lines.some((line) => /^\s*(```|~~~)/.test(line))) return [...lines];
  let isInside = false;
  const result = lines.map((line) => {
    if (!/^\s*(```|~~~)/.test(line)) return isInside ? line : '';
    isInside = !isInside;
    return '';
  });
  return result.some((line) => line.trim() !== '')
    ? result
    : lines.map((line) => line.replace(/^\s*(```|~~~).*$/, ''));
}

/** Of a page: what stands in its script elements. */
export function onlyScripts(lines: readonly string[], fileName: string): string[] {
  const text = lines.join('\n');
  if (!/\.html?$/i.test(fileName) && !/^\s*<(!doctype|html|head|body|script)\b/i.test(text))
    return [...lines];
  let isInside = false;
  return lines.map((line) => {
    let rest = line;
    let code = '';
    while (rest !== '') {
      const match = isInside
        ? /<\/script>/i.exec(rest)
        : /<script\b(?![^>]*\bsrc=)[^>]*>/i.exec(rest);
      if (!match) {
        if (isInside) code += rest;
        break;
      }
      if (isInside) code += rest.slice(0, match.index);
      rest = rest.slice(match.index + match[0].length);
      isInside = !isInside;
    }
    return code;
  });
}
