/**
 * Python and JavaScript in one small tree. `python.ts` and `javascript.ts` make it from Lezer's trees; all that follows sees only this.
 * Await, brackets, types and decorators have no part in it: they change nothing that the facts are about.
 */

/** A piece of the text: offsets, and lines from 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly endLine: number;
}

export type Constant = string | number | boolean | null;

export interface Argument {
  /** A keyword; null for one by position. */
  readonly name: string | null;
  readonly value: Expression;
  readonly isSpread: boolean;
  readonly span: Span;
}

export interface Entry {
  /** Null for what is spread into it, or computed. */
  readonly key: Expression | null;
  readonly value: Expression;
}

export interface Parameter {
  readonly name: string;
  readonly initial: Expression | null;
  /** `*args`, `**options` and `...rest`. */
  readonly isRest: boolean;
  /** What JavaScript takes out of an object or an array: the names. */
  readonly parts: readonly string[];
}

export interface FunctionShape {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** The last word of each decorator, such as `no_grad` or `staticmethod`. */
  readonly decorators: readonly string[];
  readonly span: Span;
}

export interface Loop {
  readonly target: Expression;
  readonly iterable: Expression;
}

export type Expression = { readonly span: Span } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly object: Expression; readonly indices: readonly Expression[] }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Argument[];
      /** The brackets with what stands in them. */
      readonly list: Span;
    }
  | {
      readonly kind: 'list';
      readonly form: 'list' | 'tuple' | 'set';
      readonly items: readonly Expression[];
    }
  | { readonly kind: 'dictionary'; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly operands: readonly Expression[];
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'function'; readonly shape: FunctionShape }
  | {
      readonly kind: 'comprehension';
      readonly form: 'list' | 'dictionary' | 'set' | 'generator';
      readonly loops: readonly Loop[];
      readonly tests: readonly Expression[];
      readonly parts: readonly Expression[];
    }
  | { readonly kind: 'assignment'; readonly target: Expression; readonly value: Expression }
  /** A slice, a star, a formatted string, or what could not be read: its parts. */
  | { readonly kind: 'parts'; readonly parts: readonly Expression[] }
);

export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;
export type CallExpression = ExpressionOf<'call'>;

export interface Binding {
  readonly name: string;
  /** The dotted path that it stands for, such as `torch.nn`; one from another file of the project begins with a dot. */
  readonly path: string;
}

export type Statement = { readonly span: Span } & (
  | { readonly kind: 'expression'; readonly value: Expression }
  | {
      readonly kind: 'assign';
      readonly targets: readonly Expression[];
      readonly value: Expression;
      /** `+=` and the like: the target is part of its new value. */
      readonly isUpdate: boolean;
      /** Makes the name in this scope: all do in Python, `const` and the like in JavaScript. */
      readonly declares: boolean;
    }
  /** `global` and `nonlocal`: the names belong to a scope further out. */
  | { readonly kind: 'shared'; readonly names: readonly string[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | {
      readonly kind: 'for';
      readonly loop: Loop | null;
      readonly before: readonly Statement[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'while'; readonly test: Expression; readonly body: readonly Statement[] }
  | {
      readonly kind: 'with';
      readonly items: readonly { readonly value: Expression; readonly target: Expression | null }[];
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly (readonly Statement[])[];
      readonly last: readonly Statement[];
    }
  | { readonly kind: 'function'; readonly shape: FunctionShape }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly bases: readonly Expression[];
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'import';
      readonly bindings: readonly Binding[];
      /** Modules that a `*` takes everything from. */
      readonly stars: readonly string[];
      /** Every module that is named, as it is written. */
      readonly modules: readonly string[];
    }
  | { readonly kind: 'return'; readonly value: Expression | null }
  | { readonly kind: 'leave'; readonly how: 'break' | 'continue' | 'raise' }
  /** Several statements in one scope: a bare block, a group on one line. */
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
);

export type StatementOf<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;
