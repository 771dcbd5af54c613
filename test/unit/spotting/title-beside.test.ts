import { describe, expect, it } from 'vitest';
import { isTitleBeside } from '../../../data/spotting/title-beside';

describe('an official title', () => {
  it.each([
    ['Essential (primary) hypertension', 'Hypertension'],
    ['Essential (primary) hypertension', 'HTN'],
    ['Type 2 diabetes mellitus without complications', '- DM type 2, uncomplicated diabetes'],
    ['Cough', 'cough'],
    ['Malignant neoplasm of prostate', 'prostate cancer'],
    ['Dorsalgia', 'Dorsalgia, lumbar'],
  ])('%j is known by %j', (title, beside) => {
    expect(isTitleBeside(title, beside)).toBe(true);
  });

  it.each([
    ['Neuromuscular dysfunction of bladder, not elsewhere classified', 'bladder scanner missing'],
    ['Other joint disorder, not elsewhere classified', 'Introduction to joint examination'],
    ['Other specified disorders', 'other specified'],
    ['Iron deficiency anemia', 'ampule of dextrose 50%'],
    ['Essential (primary) hypertension', ''],
  ])('%j is not known by %j', (title, beside) => {
    expect(isTitleBeside(title, beside)).toBe(false);
  });
});
