import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';
import { toTraditional } from '../../src/words/index.ts';
import { realContent } from './copy.ts';

/** Terms of the mainland, in traditional characters, that no Taiwanese reader expects; each with what stands for it there. */
const mainland: Readonly<Record<string, string>> = {
  程序: '程式 or 行程',
  進程: '行程',
  線程: '執行緒',
  代碼: '程式碼',
  數據: '資料',
  數組: '陣列',
  變量: '變數',
  函數: '函式',
  對象: '物件',
  循環體: '迴圈',
  緩存: '快取',
  內存: '記憶體',
  顯存: '顯示記憶體',
  默認: '預設',
  缺省: '預設',
  信息: '資訊 or 訊息',
  視頻: '影片',
  網絡: '網路',
  軟件: '軟體',
  硬件: '硬體',
  文件夾: '資料夾',
  服務器: '伺服器',
  服務端: '伺服器端',
  字節: '位元組',
  字符: '字元',
  調用: '呼叫',
  保存: '儲存',
  加載: '載入',
  打印: '列印',
  運行: '執行',
  屏幕: '螢幕',
  鼠標: '滑鼠',
  接口: '介面',
  設置: '設定',
  配置: '設定',
  重置: '重設',
  重啟: '重新啟動',
  文本: '文字',
  命令: '指令',
  腳本里: '腳本裡',
  質量: '品質',
  反饋: '回饋',
  遍歷: '走訪',
  並行: '平行',
  教程: '教學',
  演示: '示範',
  示例: '範例',
  獲取: '取得',
  識別: '辨識',
  私信: '私訊',
  掩碼: '遮罩',
  推理: '推論',
  填充: '填補',
  歸一化: '正規化',
  隱狀態: '隱藏狀態',
  遺忘門: '遺忘閘',
  容差: '容許誤差',
  方差: '變異數',
  滑動平均: '移動平均',
  正態: '常態',
  分佈: '分布',
  噪聲: '雜訊',
  詞表: '詞彙表',
  隨機數: '亂數',
  復現: '重現',
  逐位相同: '逐位元相同',
  舍入: '捨入',
  預處理: '前處理',
  真即時: '真實時',
  迴圈神經網路: '循環神經網路',
  啟用函式: '激勵函數',
  分詞器: '斷詞器',
  置信: '信賴',
  劃分: '切分',
  列表: '清單',
  當前: '目前',
  單個: '單一',
  報錯: '出現錯誤',
  日誌: '記錄檔',
  字首: '前綴',
  渲染: '算繪',
  幻燈片: '投影片',
  單元格: '儲存格',
  帖子: '文章',
  臺機器: '台機器',
  退回一步: '上一步',
  隻: '只',
  '“': '「',
  '”': '」',
};

/** The same where only the context tells. In Taiwan 核心 is a core, 庫 alone is no library of functions. */
const inContext: readonly (readonly [RegExp, string])[] = [
  [/核心(?!函式)/u, '核心函式'],
  [/(?<!資料|函式)庫/u, '函式庫'],
  [/(?<![有到])幫助/u, '說明'],
  [/(?<![作使])用時/u, '花費時間'],
  [/(?<!文字)生成(?!式)/u, '產生'],
  [/\d 位(?=[的，。])/u, '位元'],
];

const patterns: readonly (readonly [RegExp, string])[] = [
  ...Object.entries(mainland).map(([term, better]) => [new RegExp(term, 'u'), better] as const),
  ...inContext,
];

const mistakesIn = (text: string): string[] =>
  patterns.flatMap(([pattern, better]) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const around = text.slice(Math.max(0, found.index - 12), found.index + 12);
    return [`${found[0]} (write ${better}): …${around}…`];
  });

/** Pages without their code, which keeps its letters. */
const prose = (text: string): string => text.replaceAll(/`[^`]+`/g, '');

describe('the traditional Chinese that is derived', () => {
  const loaded = loadContent(realContent);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const { pages, followUps, glossary } = loaded.content;
  const derived = [
    ...[...(pages.get('zh-TW')?.values() ?? [])].map((page) => ({
      name: page.id,
      text: [page.title, page.answer, ...Object.values(page.sections)].join('\n'),
    })),
    ...[...(followUps.get('zh-TW')?.values() ?? [])].map(({ id, title, answer, body }) => ({
      name: id,
      text: [title, answer, body].join('\n'),
    })),
    ...[...(glossary.get('zh-TW')?.values() ?? [])].map(({ id, name, meaning }) => ({
      name: `${id} of the glossary`,
      text: `${name}\n${meaning}`,
    })),
  ];

  it.each(derived)('has no mainland term on the page $name', ({ text }) => {
    expect(mistakesIn(prose(text))).toEqual([]);
  });

  const words = join(projectRoot, 'src', 'words', 'zh-CN');
  it.each(readdirSync(words))('has no mainland term in the words of %s', (file) => {
    expect(mistakesIn(toTraditional(readFileSync(join(words, file), 'utf8')))).toEqual([]);
  });

  it('has no mainland term in the words of the playground, which are written', () => {
    const page = join(projectRoot, 'packages', 'playground', 'src', 'page', 'words', 'zh-TW.ts');
    expect(mistakesIn(readFileSync(page, 'utf8'))).toEqual([]);
  });

  it.each([
    ['這段代碼', '代碼 (write 程式碼): …這段代碼…'],
    ['有些 GPU 核心每次', '核心 (write 核心函式): …有些 GPU 核心每次…'],
    ['設錯了庫', '庫 (write 函式庫): …設錯了庫…'],
  ])('would show one that stands there: %s', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});
