package uk.mashhub.log;

import uk.mashhub.log.contract.TileStoreContract;

class InMemoryTileStoreTest implements TileStoreContract {
    @Override
    public TileStore emptyStore() {
        return new InMemoryTileStore();
    }
}
