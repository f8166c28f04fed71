import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../src/words/index.ts';

describe('traditional Chinese', () => {
  it.each([
    ['权重', '權重'],
    ['参数与超参数', '參數與超參數'],
    ['数据集', '資料集'],
    ['随机种子', '隨機種子'],
    ['随机数生成器', '亂數產生器'],
    ['逐位相同', '逐位元相同'],
    ['隐状态', '隱藏狀態'],
    ['填充和掩码', '填補和遮罩'],
    ['推理模式', '推論模式'],
    ['保存、加载', '儲存、載入'],
    ['代码、程序、函数、数组', '程式碼、程式、函式、陣列'],
    ['默认', '預設'],
    ['同一进程', '同一行程'],
    ['可复现性', '可重現性'],
    ['服务器消息', '伺服器訊息'],
  ])('%s becomes %s', (simplified, expected) => {
    expect(toTraditional(simplified)).toBe(expected);
  });

  it('leaves English, numbers and code alone', () => {
    const text = 'model.eval() 0.21 `tf.layers.lstm`';
    expect(toTraditional(text)).toBe(text);
  });
});
