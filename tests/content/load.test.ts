import { describe, expect, it } from 'vitest';
import {
  causeIds,
  followUpIds,
  pageIds,
  sectionIds,
  topicIds,
  type PageId,
} from '../../src/ids.ts';
import { loadContent } from '../../src/content/index.ts';
import { locales } from '../../src/words/index.ts';
import { realContent } from './copy.ts';

describe('the content', () => {
  const loaded = loadContent(realContent);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const { pages, followUps, openQuestions, offTopic } = loaded.content;

  it('has a page on every cause and topic in every language, with every section', () => {
    for (const locale of locales)
      for (const id of pageIds) {
        const page = pages.get(locale)?.get(id);
        expect(page?.locale).toBe(locale);
        for (const section of sectionIds) expect(page?.sections[section], section).toBeTruthy();
      }
  });

  it('says what the demo shows of every cause, and nothing of the kind of a topic', () => {
    const claimsOf = (id: PageId) => pages.get('en')?.get(id)?.claims ?? [];
    for (const id of causeIds) expect(claimsOf(id).length, id).toBeGreaterThan(0);
    for (const id of topicIds) expect(claimsOf(id), id).toEqual([]);
  });

  it('has every follow-up in every language', () => {
    for (const locale of locales)
      for (const id of followUpIds)
        expect(followUps.get(locale)?.get(id), id).toMatchObject({ id, locale });
  });

  it('has ten phrasings or more of every page and follow-up in every language', () => {
    for (const locale of locales)
      for (const { id, phrasings } of [
        ...(pages.get(locale)?.values() ?? []),
        ...(followUps.get(locale)?.values() ?? []),
      ])
        expect(phrasings.length, `${locale}/${id}`).toBeGreaterThanOrEqual(10);
  });

  it('has open questions by many hands, and off-topic questions', () => {
    expect(new Set(openQuestions.map(({ author }) => author)).size).toBeGreaterThan(8);
    expect(offTopic.length).toBeGreaterThan(100);
  });

  it('keeps code and addresses as they are in the derived pages', () => {
    const derived = pages.get('zh-TW')?.get('dropout')?.sections;
    expect(derived?.['fix-pytorch']).toContain('model.eval()');
    expect(derived?.sources).toContain('https://arxiv.org/abs/1512.05287');
    expect(derived?.['what-happens']).toContain('訓練');
  });

  it('leaves no blank line beside code and headings, where Discord makes room by itself', () => {
    const fix = pages.get('en')?.get('dropout')?.sections['fix-pytorch'];
    expect(fix).toMatch(/^```python\nimport torch\n\nmodel/);
    expect(fix).toMatch(/\n```\n`F\.dropout/);
    const body = followUps.get('en')?.get('is-it-a-bug')?.body;
    expect(body).toMatch(/\n\n### Trained again\n- /);
  });

  it('lists its sources as links', () => {
    expect(pages.get('en')?.get('dropout')?.sections.sources).toMatch(/^- \[.+\]\(https:\/\/.+\)/);
  });
});
