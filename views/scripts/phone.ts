import { sayWhatWasKept } from './arrival';
import { changePerson } from './change-person';
import { sayOffline } from './offline';
import { shrinkPhotos } from './photos';
import { readAloud } from './read-aloud';
import { onlyForSamePerson } from './same-person';
import { sendForms } from './send';
import { keepTyped } from './typed';
import { renewUsed } from './used-keys';

onlyForSamePerson();
readAloud();
sayWhatWasKept();
keepTyped();
shrinkPhotos();
changePerson();
sendForms();
renewUsed();
sayOffline();
