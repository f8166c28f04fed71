import type { Constant } from '../parse/tree.ts';
import { constant, fixedIn, type Value } from './value.ts';

/** Whether a condition holds, where the text alone decides it. */
export function truthOf(value: Value): boolean | undefined {
  const fixed = fixedIn(value);
  return fixed === undefined ? undefined : Boolean(fixed);
}

/** Arithmetic and comparisons of what the text fixes; undefined where it doesn't. */
export function compute(operator: string, operands: readonly Value[]): Value | undefined {
  const values = operands.map((each) => (each.kind === 'constant' ? each.value : undefined));
  const [a, b] = values;
  if (/^(and|&&|or|\|\|)$/.test(operator)) return either(operator, operands);
  if (a === undefined || (operands.length > 1 && b === undefined)) return undefined;
  const result = operands.length === 1 ? unary(operator, a) : binary(operator, a, b ?? null);
  if (result === undefined) return undefined;
  const mayChange = operands.some((each) => each.kind === 'constant' && each.mayChange);
  return { ...constant(result), mayChange } as Value;
}

function either(operator: string, operands: readonly Value[]): Value | undefined {
  const decides = operator === 'or' || operator === '||';
  const truths = operands.map(truthOf);
  if (truths.includes(decides)) return constant(decides);
  return truths.every((each) => each === !decides) ? constant(!decides) : undefined;
}

function unary(operator: string, a: Constant): Constant | undefined {
  if (operator === 'not' || operator === '!') return !a;
  if (typeof a !== 'number') return undefined;
  return operator === '-' ? -a : operator === '+' ? a : undefined;
}

function binary(operator: string, a: Constant, b: Constant): Constant | undefined {
  switch (operator) {
    case '==':
    case '===':
    case 'is':
      return a === b;
    case '!=':
    case '!==':
    case 'is not':
      return a !== b;
    case '+':
      if (typeof a === 'string' && typeof b === 'string') return a + b;
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a % b;
    case '**':
      return a ** b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}
