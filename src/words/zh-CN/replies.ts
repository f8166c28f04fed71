import type { replies as english } from '../en/replies.ts';
import { check } from './check.ts';
import { commands } from './commands.ts';
import { files } from './files.ts';
import { handout } from './handout.ts';
import { lessons } from './lessons.ts';
import { misses, privacy } from './misses.ts';
import { settings } from './settings.ts';
import * as names from './names.ts';
import { list, otherLibrary, whyOtherBytes } from './phrases.ts';
import { roughly } from '../numbers.ts';
import { triage } from './triage.ts';

const inCode = (items: readonly string[]): string => list(items.map((item) => `\`${item}\``));

const about = (seconds: number): string => {
  const { count, unit } = roughly(seconds);
  return `大约 ${count} ${unit === 'minute' ? '分钟' : '秒'}`;
};

export const replies: typeof english = {
  check,
  commands,
  triage,
  misses,
  files,
  lessons,
  handout,
  privacy,
  settings,
  ...names,

  ask: {
    one: '**最可能的原因：**',
    several: '**可能的原因（最可能的排最前）：**',
    nothingFits:
      '**我知道的原因里，没有一个符合上面的全部说法。** 请撤回其中不对的，或者用 4 个问题来找。',
    applies: (cases) => `会出现在：${cases.join(' · ')}`,
    more: '看检查方法或常见追问',
    part: (cause, part) => `${cause}：${part}`,
    fix: (framework) => `修复：${framework}`,
    fixIn: (framework, code) => `**${framework}：** \`${code}\``,
    runDemo: (cause) => `运行演示：${cause}`,
    readAll: (cause) => `阅读全文：${cause}`,
    fork: {
      sameWeights:
        '**如果权重没变：** dropout 是不是没关？是不是带着上一次调用的状态？权重真的加载了吗？',
      trainedAgain: '**如果重新训练过：** 初始权重、批次顺序、数据或设置不同。',
    },
    unknown:
      '**我不知道。** 我只解释一件事：为什么 LSTM 的输出在两次调用之间、或两次训练之间不同。请说明：调用了什么、哪里不同、权重是否相同。',
    nearest: '我能解释的里面，最接近的是：',
  },

  talk: {
    further: '**我把这句话和你上一个问题连在一起看了。** 重新给原因排序：',
    greeting: '**你好！** 说说你的 LSTM 输出哪里不同，或者从这里开始：',
    thanks: '**不客气！** 还有问题随时问：',
    which:
      '**我不知道你指的是哪个回答。** 请直接回复我的那条消息，或者用一句话问：调用了什么，哪里不同？',
    depends: '**这要看是哪个原因。** 先弄清楚是哪一个：',
    whichFramework: (cause) => `**${cause}：** 用的是哪个框架？`,
  },

  message: {
    already: (link) => `**刚才在这里已经回答过：** ${link}`,
    copy: '-# 想单独看一份，请用 `/提问` 并选“仅自己可见”。',
    same: (link) => `**同样的问题，原因也一样，见：** ${link}`,
  },

  why: {
    name: '为什么输出不同？',
    answered: (link) => `**已回答：** ${link}\n只有你和管理人员能删除它。`,
    about: (link) => `-# 关于 ${link}`,
  },

  overview: {
    name: '哪个原因什么时候起作用？',
    hint: '**先找到你的情况是哪一列，再看这一列里的大圆点。** 选一个原因，打开它的页面。',
  },

  cause: {
    turnTo: '看其他部分',
    runDemo: '运行演示',
    under: (page: string) => `同类：${page}`,
    sources: (links: string) => `**来源**\n${links}`,
  },

  demo: {
    waiting: (cause, place, seconds) =>
      `⏳ **${cause}**：排队中，第 ${place} 位${seconds === undefined ? '' : `，${about(seconds)}`}。轮到后自动开始。`,
    working: (cause, bar, done, total) =>
      `🌱 **${cause}**：正在训练小型 LSTM……\n\`${bar}\` ${done} / ${total}`,
    starting: (cause) => `🌱 **${cause}**：即将开始……`,
    moved: (cause) => `🌱 **${cause}**：运行它的机器断开了，另一台会从头开始运行……`,
    details: (variant, runs, seed) => `-# ${variant} · ${runs} 次 · 种子 \`${seed}\``,
    values: (setting, a, b) => `${setting} ${a} 与 ${b}`,
    replayChoice: (cause, runs, seed) => `复现：${cause}，${runs} 次，种子 ${seed}`,
    replay: (code, engines) =>
      `复现码 \`${code}\`\n-# 把它粘贴到 /演示 的“原因”里，${engines.length === 0 ? '' : `只要引擎也是 ${list(engines)}，`}任何人都能得到相同的字节。`,
    identical: (hash) => `✅ **字节完全相同：** 再次运行，输出的哈希仍是 \`${hash}\`。`,
    otherEngine: (then, now) =>
      `⚠️ **字节不同：** 复现码来自引擎 \`${then}\`，这里是 \`${now}\`。种子相同，但运算方式不同：请用容差来比较数值。`,
    otherBytes: (then, now, why) =>
      `⚠️ **引擎相同，字节不同：** 输出的哈希应为 \`${then}\`，实际是 \`${now}\`。${why}`,
    whyOtherBytes,
    otherLibrary,
    check: '自己验证一遍',
    newSeed: '换一个新种子',
    own: '我也运行一个',
    explain: '解释这个原因',
    measured: '这是怎样测得的？',
    explainRow: '解释排行中的一个原因',
    watch: {
      training: '看训练过程',
      calls: '看差异从哪里来',
      epochs: '看训练过程',
    },
    rawData: '获取原始数据（CSV）',
    cancel: '取消这次运行',
    rerun: '再运行一次',
    elsewhere: (channels) =>
      `本服务器的演示发在 ${channels.map((id) => `<#${id}>`).join('、')}，所以这个只有你能看到。`,
    withFewer: (runs) => `运行 ${runs} 次`,
    csv: (code) => `\`${code}\` 的数据：每行一个时间步、一轮训练或一对，每列一次运行或一个取值。`,
  },

  removal: {
    remove: '删除这条消息',
    confirm: '**确定要删除这条消息吗？所有人都将看不到它。**',
    yes: '是，删除',
    no: '否，保留',
    done: '**已删除。**',
    kept: '没有删除。',
  },

  outcomes: {
    cancelled: '**已取消**，没有运行完。什么都没丢：用同一个种子再运行，结果一样。',
    timedOut: (seconds) => `**${seconds} 秒后停止**：花的时间太长。请减少次数，或稍后再试。`,
    busy: {
      user: (waiting) =>
        `**请先等你已有的演示：** 你已有 ${waiting} 个演示在排队，不能再加。等其中一个开始后再试，或取消一个。`,
      server: (waiting) =>
        `**这里排队的人很多：** 本服务器已有 ${waiting} 个演示在排队，不能再加。先看看这些，过一分钟再试。`,
      all: (waiting) => `**太忙了：** 已有 ${waiting} 个演示在排队，不能再加。请过一分钟再试。`,
    },
    tooManyRuns: (most) => `**这里一次演示最多 ${most} 次运行**，这是服务器管理者的设置。`,
    tooLong: (seconds, mostSeconds, runs) =>
      `**这要用${about(seconds)}**，而这里一次演示最多 ${mostSeconds} 秒。${runs === undefined ? '次数最少也来不及。' : `运行 ${runs} 次就来得及。`}`,
    unavailable: (seconds) =>
      `**现在无法运行演示：** 负责运行的进程一启动就退出，已记入日志。我会在 ${seconds} 秒后自动重试。提问仍然可用：\`/提问\`。`,
    unreachable:
      '**现在无法运行演示：** 我连不上负责运行的机器，已记入日志。我会自动重试。提问仍然可用：`/提问`。',
    closed: '**已取消：我正在重启。** 什么都没丢：请过一分钟再运行，用同一个种子，结果一样。',
    crashed: '**运行中断**，这不是你的错。已记入日志，请再试一次。',
  },

  late: (userId) => `-# 给 <@${userId}>：花的时间超过了 Discord 等待回复的期限。`,

  help: {
    intro: '**我解释 LSTM 的输出为什么不同，并当场证明给你看**：现场训练小型 LSTM。',
    showMe: (cause) => `演示：${cause}`,
    howBig: '每个原因影响有多大？',
    allCauses: '全部原因',
    commands: (listed) => `-# 命令：${listed.join(' · ')}`,
    example: '**试试：** `/提问 问题：为什么我的 LSTM 每次运行结果都不同？`',
    check:
      '**也可以让我指出是哪一行：** 把你的脚本，或者十次运行的输出存成文件发给我。我只读，绝不运行，也不保留。',
    mention:
      '**也可以直接问：** 在频道里 @ 我并写下问题，或者回复我的回答，或者给我发私信。其他消息我不读。想让我回答别人的消息，请打开那条消息的菜单，依次选“APP（应用）”和“为什么输出不同？”。',
    replay:
      '**复现：** 每次演示都会给出复现码。把它粘贴到演示命令的 `原因` 里，就能再运行一次并比较字节。',
  },

  problems: {
    failed: '我这边出了错，已记入日志。请稍后再试一次。',
    oldButton: '这个按钮来自我的旧版本。请重新运行命令。',
    oldCommand: '我没能读懂这条命令。请输入 `/`，再从列表中选一次。',
    notYours: '这个按钮属于提问的人和管理人员。你可以用这个：',
    onlyManagers: '只有能管理这个服务器的人才能这样做。',
    onlyFiles:
      '我读文字、脚本（`.py`、`.ipynb`、`.js`、`.ts`）和输出（`.csv`、`.json`、`.npy`、`.npz`），不读图片和其他文件。请用一两句话说明你调用了什么、哪里不同。',
    nothingToWatch:
      '这个演示只有最终的数字，没有过程可看。请去掉“动画”；或者选原因 `butterfly`，看一位的差别怎样变大。',
    tooFast: '一下子问得太多了。请等一分钟再问。',
    noText: '那条消息里没有我能读的文字，只有文件、嵌入内容之类。请用文字提问：`/提问`。',
    ownMessage: '那条消息是我写的。请选一条有人提问的消息。',
    noMisses: '现在做不到：我的记录暂时打不开。请稍后再试。',
    notHere: '这只能在服务器里使用。',
    noSettings: '没有保存：我的记录暂时打不开。请稍后再试。',
    emptyQuestion: '请用文字提问，例如：“为什么我的 LSTM 每次输出都不同？”',
    longQuestion: (length, most) =>
      `你的问题有 ${length} 个字符。请用一两句话提问，最多 ${most} 个字符。`,
    cause: (nearest) =>
      `我不知道叫这个名字的原因。${nearest.length > 0 ? `你是指 ${inCode(nearest)} 吗？` : ''}请输入几个字，再从列表中选。`,
    noDemo: (page, instead) =>
      `\`${page}\` 有一页说明（\`/原因\`），但没有自己的演示。${instead ? `最接近的演示：\`${instead}\`。` : ''}`,
    variant: (cause, known) => `\`${cause}\` 的演示没有这种形式。请选 ${inCode(known)} 之一。`,
    runs: (fewest, most) => `次数请选 ${fewest} 到 ${most}，也可以留空。`,
    values: (low, high, whole) =>
      `请给出两个 ${low} 到 ${high} 的${whole ? '整数' : '数，最多四位小数'}。`,
    sameValues: '请给出两个不同的取值：比较的是同一个设置的两个取值。',
    setting: (known) => `这个设置我不能比较。请选 ${inCode(known)} 之一。`,
    data: (known) =>
      `这个演示要自己造序列，所以用不了你的。可以用的有：${inCode(known)}，还有 \`/比较\`。`,
    seed: '种子是 1 到 16 个字母、数字、`-` 或 `_`。也可以留空：会给你一个新种子。',
    replay: '这个复现码不完整，或者不是我给出的。请复制完整的复现码，不要带引号。',
    replayWithOptions: '复现码已经包含形式、次数和种子。请不要再填这些选项。',
    over: '这次运行已经结束，没有什么可取消的了。',
  },
};
