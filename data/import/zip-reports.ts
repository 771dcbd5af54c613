import { sha256 } from '../sha256';
import { knownFile } from './known-files';
import type { FileReport } from './report';

/** Collects the zips that were opened, each with whether it is as published. */
export function zipReports(): { reports: FileReport[]; add(path: string, bytes: Uint8Array): Promise<void> } {
  const reports: FileReport[] = [];
  return {
    reports,
    async add(path, bytes) {
      const asPublished = knownFile(await sha256(bytes as Uint8Array<ArrayBuffer>)) !== undefined;
      reports.push({ path, kind: 'zip', used: true, says: 'opened', asPublished });
    },
  };
}
