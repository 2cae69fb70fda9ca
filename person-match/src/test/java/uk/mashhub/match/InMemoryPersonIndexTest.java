package uk.mashhub.match;

class InMemoryPersonIndexTest implements PersonIndexContract {
    @Override
    public PersonIndex index() {
        return new InMemoryPersonIndex();
    }
}
