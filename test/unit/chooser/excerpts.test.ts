import { describe, expect, it } from 'vitest';
import { excerptsOf } from '../../../data/chooser/excerpts';

describe('the words in which titles differ', () => {
  it('stand without what all begin and end with', () => {
    expect(
      excerptsOf(['Fusion of spine, cervical region', 'Fusion of spine, sacral and sacrococcygeal region']),
    ).toEqual(['cervical', 'sacral and sacrococcygeal']);
  });

  it('do not break off behind a word that needs another', () => {
    expect(
      excerptsOf(['Gastrojejunal ulcer with hemorrhage', 'Gastrojejunal ulcer without hemorrhage']),
    ).toEqual(['with hemorrhage', 'without hemorrhage']);
  });

  it('keep with a number what it counts', () => {
    expect(excerptsOf(['Chronic kidney disease, stage 1', 'Chronic kidney disease, stage 5'])).toEqual([
      'stage 1',
      'stage 5',
    ]);
  });

  it('are the whole titles where one says no more than what all say', () => {
    const titles = ['Acne', 'Acne vulgaris'];
    expect(excerptsOf(titles)).toEqual(titles);
  });

  it('do not mind the comma that only one has', () => {
    expect(excerptsOf(['Acne, unspecified', 'Acne vulgaris'])).toEqual(['unspecified', 'vulgaris']);
  });
});
