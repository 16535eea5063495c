import { readAloud } from './read-aloud';
import { onlyForSamePerson } from './same-person';

onlyForSamePerson();
readAloud();
