import { describe, expect, it } from 'vitest';
import { toSimplified, toTraditional } from '../../src/words/index.ts';

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
    ['回复我的回答', '回覆我的回答'],
    ['一个进程、多个线程', '一個行程、多個執行緒'],
    ['舍入误差和方差', '捨入誤差和變異數'],
    ['滑动平均', '移動平均'],
    ['正态分布的噪声', '常態分布的雜訊'],
    ['二进制位', '二進位位元'],
    ['LSTM 的门和遗忘门', 'LSTM 的閘和遺忘閘'],
    ['只影响接着训练', '只影響接著訓練'],
    ['在脚本里写', '在腳本裡寫'],
    ['换了库的版本', '換了函式庫的版本'],
    ['“每次”都变', '「每次」都變'],
    ['每行一个时间步，每列一次运行', '每列一個時間步，每欄一次執行'],
    ['我把每一行当作一次运行', '我把每一列當作一次執行'],
    ['我把每一列当作一次运行', '我把每一欄當作一次執行'],
  ])('%s becomes %s', (simplified, expected) => {
    expect(toTraditional(simplified)).toBe(expected);
  });

  it('leaves English, numbers and code alone', () => {
    const text = 'model.eval() 0.21 `tf.layers.lstm`';
    expect(toTraditional(text)).toBe(text);
  });
});

describe('simplified Chinese', () => {
  it.each([
    ['每次呼叫輸出都不同', '每次调用输出都不同'],
    ['載入儲存的檔案', '加载保存的文件'],
    ['同一個資料集、同一段程式碼', '同一个数据集、同一段代码'],
    ['函式和變數', '函数和变量'],
  ])('%s is read as %s', (written, read) => {
    expect(toSimplified(written)).toBe(read);
  });
});
