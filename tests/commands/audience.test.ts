import { expect, test } from 'vitest';
import { isFor } from '../../commands/framework/audience.ts';

const somebody = { isStaff: false, isManager: false, roleIds: [], settings: { demoChannels: [] } };
const settings = { demoChannels: [], lessonRole: '36' };

test.each([
  ['who manages messages', { isStaff: true }, true],
  ['who has the chosen role', { roleIds: ['35', '36'], settings }, true],
  ['who has another role', { roleIds: ['35'], settings }, false],
  ['anybody, where no role is chosen', { roleIds: ['36'] }, false],
  ['who manages the server, but no messages', { isManager: true }, false],
])('%s may lead a lesson, or not', (_, who, may) => {
  expect(isFor('teachers', { ...somebody, ...who })).toBe(may);
});

test('what is for those who manage the server is not for those who only manage messages', () => {
  expect(isFor('managers', { ...somebody, isManager: true })).toBe(true);
  expect(isFor('managers', { ...somebody, isStaff: true })).toBe(false);
});
