import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  title: '### 本服务器的设置',
  language: '**大家都看得到的内容用什么语言**',
  readersLanguage: '按 Discord 的设置，否则按读者的语言',
  languages: { en: '英语', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' },
  channels: '**演示发在哪些频道。** 在其他频道，只有提出的人能看到。',
  everywhere: '所有频道',
  limits: '**课堂的上限。** 管理消息的人优先，运行次数不受限制。',
  usualWaiting: '排队的演示：按默认',
  waiting: (most) => `排队的演示：最多 ${most} 个`,
  usualRuns: '一次演示的运行次数：不另设上限',
  runs: (most) => `一次演示的运行次数：最多 ${most} 次`,
  lessons: '**除管理消息的人以外，谁可以开始一堂课**',
  staffOnly: '没有别人',
  kept: '-# 每次选择都会立即保存。把我移出服务器后，什么都不再保留。',
};
