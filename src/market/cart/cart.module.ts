import { Module } from '@nestjs/common';
import { CartController } from './cart.controller.js';
import { Carts } from './carts.service.js';
import { GoodsForSale } from './goods-for-sale.service.js';

@Module({ controllers: [CartController], providers: [Carts, GoodsForSale], exports: [Carts, GoodsForSale] })
export class CartModule {}
