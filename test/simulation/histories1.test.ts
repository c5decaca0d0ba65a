import { testHistories } from './testHistories';

testHistories(0);
