import type { Language } from './parse/index.ts';

const python =
  /^\s*(import \w|from [\w.]+ import |def \w+\(|class \w+[(:]|@\w|elif |except\b|with .+:\s*$|print\b|(if|for|while|try|else)\b.*:\s*$|\w[\w.]* *= *(np|nn|torch|tf\.keras|pd)\.)/;
const javaScript =
  /^\s*(const |let |var |import .* from ['"]|export |async function|function \w*\(|await |\}|return .*;\s*$)|=>|\btf\.(layers|sequential|tensor|tidy)\b.*|;\s*$/;

/** By its name, else by what most lines look like; null where nothing looks like code. */
export function languageOf(lines: readonly string[], fileName: string): Language | null {
  const looks = looksOf(lines);
  if (/\.(py|ipynb|pyw)$/i.test(fileName)) return looks === null ? null : 'python';
  if (/\.([cm]?[jt]sx?|html?)$/i.test(fileName)) return looks === null ? null : 'javascript';
  return looks;
}

function looksOf(lines: readonly string[]): Language | null {
  let [ofPython, ofJavaScript, calls] = [0, 0, 0];
  for (const line of lines) {
    if (python.test(line)) ofPython += 1;
    if (javaScript.test(line)) ofJavaScript += 1;
    if (/[\w\])]\s*\(.*\)|^\s*[\w.[\]]+\s*[+*/-]?=\s*\S/.test(line)) calls += 1;
  }
  if (ofPython + ofJavaScript === 0) return calls > 0 ? 'python' : null;
  return ofJavaScript > ofPython ? 'javascript' : 'python';
}
