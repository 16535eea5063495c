import { describe, expect, it } from '@jest/globals';
import { CLASS_SIZE, readRoster } from './roster-names.js';

describe('reading a roster', () => {
  it('takes one name a line and drops the numbers, bullets and empty lines of a pasted list', () => {
    const pasted = '1. บุญมี ศรีทอง\r\n๒) สายใจ  แก้วงาม\n\n- มะลิวัลย์ พรมดี\n';
    expect(readRoster(pasted, [])).toEqual({
      names: ['บุญมี ศรีทอง', 'สายใจ แก้วงาม', 'มะลิวัลย์ พรมดี'],
      problem: null,
    });
  });

  it('asks for names when there is none', () => {
    expect(readRoster(' \n ', []).problem).toEqual({ key: 'classroom.names_missing' });
  });

  it('names the one that stands twice, however it is spaced', () => {
    const problem = { key: 'classroom.name_twice', params: { name: 'บุญมี  ศรีทอง'.replace('  ', ' ') } };
    expect(readRoster('บุญมีศรีทอง\nบุญมี  ศรีทอง', []).problem).toEqual(problem);
  });

  it('names the one that the class has already, so that a form sent twice adds nobody twice', () => {
    expect(readRoster('สายใจ แก้วงาม', ['สายใจ แก้วงาม']).problem?.key).toBe('classroom.name_twice');
  });

  it('fills a class to its size and not beyond', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `ผู้เรียน ${at}`).join('\n');
    expect(readRoster(lines(CLASS_SIZE), []).problem).toBeNull();
    expect(readRoster(lines(CLASS_SIZE), ['บุญมี ศรีทอง']).problem?.key).toBe('classroom.class_full');
  });

  it('refuses a name that the join page could never find', () => {
    expect(readRoster('ก้', []).problem?.key).toBe('classroom.name_short');
  });
});
