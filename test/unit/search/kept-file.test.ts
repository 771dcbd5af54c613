import { expect, it } from 'vitest';
import { csvOf, jsonOf } from '../../../components/search/kept-file';

const ROWS = {
  favourites: [{ spelling: 'E11.9', title: 'Type 2 diabetes mellitus without complications' }],
  recents: [{ spelling: 'M43.21', title: 'Fusion of spine, occipito-atlanto-axial region' }],
};

it('kept codes are saved as CSV that spreadsheets read, titles with commas in quotation marks', () => {
  expect(csvOf(ROWS)).toBe(
    '\uFEFFlist,code,title\r\n' +
      'favourite,E11.9,Type 2 diabetes mellitus without complications\r\n' +
      'recent,M43.21,"Fusion of spine, occipito-atlanto-axial region"\r\n',
  );
});

it('kept codes are saved as JSON, list by list', () => {
  expect(JSON.parse(jsonOf(ROWS))).toEqual({
    favourites: [{ code: 'E11.9', title: 'Type 2 diabetes mellitus without complications' }],
    recents: [{ code: 'M43.21', title: 'Fusion of spine, occipito-atlanto-axial region' }],
  });
});
