package uk.mashhub.hub.storage;

import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.EntryStore;
import uk.mashhub.log.contract.EntryStoreContract;

class PgEntryStoreTest implements EntryStoreContract {
    private final TestDatabase database = TestDatabase.shared();

    @Override
    public EntryStore emptyStore() {
        EmptyLog.in(database);
        return new PgEntryStore(database.app, database.appManager);
    }
}
