import type { SectionId } from '../ids.ts';
import type { Framework } from '../evidence/index.ts';
import type { Locale } from '../words/index.ts';

/** The sections that stand in the Markdown body; `sources` is made from the front matter. */
export type WrittenSection = Exclude<SectionId, 'sources'>;

/** The languages that are written; traditional Chinese is derived. */
export type WrittenLocale = Exclude<Locale, 'zh-TW'>;

/** The headings of a page, in their order. */
export const headings: Readonly<Record<WrittenLocale, Readonly<Record<WrittenSection, string>>>> = {
  en: {
    'what-happens': 'What happens',
    'when-it-applies': 'When it applies',
    'how-to-check': 'How to check',
    'fix-keras': 'Fix in Keras',
    'fix-pytorch': 'Fix in PyTorch',
    'fix-tensorflowjs': 'Fix in TensorFlow.js',
    'what-the-fix-does-not-fix': 'What the fix does not fix',
  },
  'zh-CN': {
    'what-happens': '发生了什么',
    'when-it-applies': '什么情况下是它',
    'how-to-check': '如何检查',
    'fix-keras': '在 Keras 中修复',
    'fix-pytorch': '在 PyTorch 中修复',
    'fix-tensorflowjs': '在 TensorFlow.js 中修复',
    'what-the-fix-does-not-fix': '这样改解决不了什么',
  },
};

/** The headings of a follow-up that has an example in each framework, in their order. */
export const exampleHeadings: Readonly<Record<WrittenLocale, Readonly<Record<Framework, string>>>> =
  {
    en: { keras: 'In Keras', pytorch: 'In PyTorch', tfjs: 'In TensorFlow.js' },
    'zh-CN': { keras: '用 Keras', pytorch: '用 PyTorch', tfjs: '用 TensorFlow.js' },
  };

export const writtenLocales: readonly WrittenLocale[] = ['en', 'zh-CN'];
