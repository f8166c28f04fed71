import { floorOf, numberIn } from './digits.ts';
import { limits } from './limits.ts';
import { done, refuse, type Read } from './refusal.ts';
import { tableOf, type Nested, type Table } from './table.ts';

/** Strings are matched too, so that nothing in them counts. */
const stringOrBracket = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g;
const stringOrWord = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;
const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** Lists of numbers, lists of runs, or an object whose values are the runs. Undefined for what is no JSON. */
export function readJson(text: string): Read<Table> | undefined {
  if (isTooDeep(text)) return refuse({ kind: 'tooDeep' });
  let parsed: unknown;
  try {
    // Python writes NaN and Infinity, which JSON has not.
    parsed = JSON.parse(
      text.replace(stringOrWord, (each) => (each.startsWith('"') ? each : `"${each}"`)),
    );
  } catch {
    return undefined;
  }
  const nested = nestedIn(parsed);
  if (!nested.ok) return nested;
  const numbers = (text.match(stringOrNumber) ?? []).filter((each) => !each.startsWith('"'));
  const { content } = nested;
  const isNamed = !Array.isArray(parsed) && Array.isArray(content) && content.length > 1;
  return tableOf(isNamed ? content : [content], floorOf(numbers));
}

/** Before parsing: JSON.parse calls itself at every bracket. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [each] of text.matchAll(stringOrBracket)) {
    if (each === '[' || each === '{') depth++;
    if (each === ']' || each === '}') depth--;
    if (depth > limits.depth) return true;
  }
  return false;
}

function nestedIn(value: unknown): Read<Nested> {
  if (typeof value === 'number') return done(value);
  if (typeof value === 'string') {
    const number = numberIn(value);
    return number === undefined
      ? refuse({ kind: 'notANumber', text: value.slice(0, 20) })
      : done(number);
  }
  if (value === null || typeof value !== 'object') return refuse({ kind: 'unlikelyJson' });
  const all = Object.values(value) as unknown[];
  // Beside lists, an object holds what describes them.
  const lists = all.filter((each) => each !== null && typeof each === 'object');
  const parts: Nested[] = [];
  for (const each of Array.isArray(value) || lists.length === 0 ? all : lists) {
    const part = nestedIn(each);
    if (!part.ok) return part;
    parts.push(part.content);
  }
  return done(parts);
}
