package uk.mashhub.match;

import uk.mashhub.match.contract.SearchIndexContract;

class InMemoryPersonIndexTest implements SearchIndexContract {
    @Override
    public SearchIndex index(int most) {
        return new InMemoryPersonIndex(most);
    }
}
