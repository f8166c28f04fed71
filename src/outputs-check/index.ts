export { lookalikesOf, type Excluded, type Trained, type WhyNot } from './causes.ts';
export { checkFile, checkTable, type Checked, type OutputsCheck, type Told } from './check.ts';
export { joinCode, type CodeFinding, type Joined, type Shown } from './join.ts';
export type { Matrix } from './numbers.ts';
export type { Needs } from './reach.ts';
export { limits, numberIn, textIn, type Refusal, type Rows } from './readers/index.ts';
export { signatureIds, type SignatureId, type Statistics } from './signatures/index.ts';
