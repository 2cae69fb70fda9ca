package uk.mashhub.log;

import uk.mashhub.log.contract.EntryStoreContract;

class InMemoryEntryStoreTest implements EntryStoreContract {
    @Override
    public EntryStore emptyStore() {
        return new InMemoryEntryStore();
    }
}
