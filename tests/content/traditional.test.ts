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
  隻: '只',
  '“': '「',
  '”': '」',
};

const mistakesIn = (text: string): string[] =>
  Object.keys(mainland).flatMap((term) => {
    const at = text.indexOf(term);
    const around = text.slice(Math.max(0, at - 12), at + 12);
    return at < 0 ? [] : [`${term} (write ${mainland[term]}): …${around}…`];
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

  it('would show one that stands there', () => {
    expect(mistakesIn('這段代碼')).toEqual(['代碼 (write 程式碼): …這段代碼…']);
  });
});
