import { describe, expect, test } from 'vitest';
import { weaknessOf } from '../../../server/identity/passwordRule.ts';

const owner = { name: 'Léa Fontaine', email: 'lea.fontaine@customs.example' };

describe('a password', () => {
  test.each([
    ['eleven char', 'short'],
    ['十二个字的密码太短了吧', 'short'],
    ['Fontaine and the fox', 'personal'],
    ['my FONTAINE garden', 'personal'],
    ['lea.fontaine@customs.example', 'personal'],
    ['LÉA FONTAINE for ever', 'personal'],
    ['password1234', 'common'],
    ['PassWord1234', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['Gangway-2026!', 'common'],
    ['__customs__2026', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['abababababab', 'common'],
  ])('%s is %s', (password, weakness) => {
    expect(weaknessOf(password, owner)).toBe(weakness);
  });

  test.each(['seven quiet lanterns', 'correct pony battery clip', '雨后的港口有七盏安静的灯笼', 'the gangway creaks at noon', 'léa-lion-loud-lamp'])('%s will do', (password) => {
    expect(weaknessOf(password, owner)).toBeUndefined();
  });

  test('may not hold a Chinese name, however short', () => {
    expect(weaknessOf('七盏灯笼和周敏的港口雨夜', { name: '周敏', email: 'z@customs.example' })).toBe('personal');
  });

  test('is counted as its owner sees it, not by code units', () => {
    expect(weaknessOf('🚢🦊🐎🌊🌙⭐', owner)).toBe('short');
  });
});
