package uk.mashhub.match;

class InMemoryPersonIndexTest implements PersonIndexContract {
    @Override
    public PersonIndex index(int most) {
        return new InMemoryPersonIndex(most);
    }
}
