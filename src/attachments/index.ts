export {
  discordFiles,
  openAttachments,
  type Attachment,
  type Attachments,
  type FileProblem,
  type ReadFile,
} from './attachments.ts';
