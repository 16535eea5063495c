import { describe } from '@jest/globals';
import { tellFirstSale } from './first-sale.js';

describe('a first sale without JavaScript', () => tellFirstSale('without JavaScript', false));
