import { Module } from '@nestjs/common';
import { Carts } from './carts.service.js';
import { GoodsForSale } from './goods-for-sale.service.js';

@Module({ providers: [Carts, GoodsForSale], exports: [Carts, GoodsForSale] })
export class CartModule {}
