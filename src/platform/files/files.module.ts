import { Global, Module } from '@nestjs/common';
import { ObjectStorage } from './object-storage.service.js';

@Global()
@Module({ providers: [ObjectStorage], exports: [ObjectStorage] })
export class FilesModule {}
