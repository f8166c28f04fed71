import { bytes, type files as english } from '../en/files.ts';

export const files: typeof english = {
  tooLarge: (most) => `**这个文件太大：** 我最多读 ${bytes(most)}。请只发相关的部分。`,
  elsewhere: '**我只读 Discord 上的文件**，而这个文件在别处。请直接上传到这里。',
  gone: '**这个文件已经不在了。** 请重新上传。',
  tooSlow: (seconds) => `**Discord 没能在 ${seconds} 秒内把文件给我。** 请过一分钟再试。`,
  unreachable: '**我没能从 Discord 取到这个文件。** 请过一分钟再试。',
};
