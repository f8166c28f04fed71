import { expect, test } from 'vitest';
import { mayStartLessons } from '../../commands/index.ts';

const settings = { demoChannels: [], lessonRole: '36' };

test.each([
  ['who manages messages', { isStaff: true, roleIds: [], settings: { demoChannels: [] } }, true],
  ['who has the chosen role', { isStaff: false, roleIds: ['35', '36'], settings }, true],
  ['who has another role', { isStaff: false, roleIds: ['35'], settings }, false],
  [
    'anybody, where no role is chosen',
    { isStaff: false, roleIds: ['36'], settings: { demoChannels: [] } },
    false,
  ],
])('%s may start a lesson, or not', (_, who, may) => {
  expect(mayStartLessons(who)).toBe(may);
});
