import { Module } from '@nestjs/common';
import { MediaModule } from '../media/media.module.js';
import { Shops } from './shops.service.js';

@Module({ imports: [MediaModule], providers: [Shops], exports: [Shops] })
export class ShopsModule {}
