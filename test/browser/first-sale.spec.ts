import { describe } from '@jest/globals';
import { tellFirstSale } from './first-sale.js';

describe('a first sale with JavaScript', () => tellFirstSale('with JavaScript', true));
